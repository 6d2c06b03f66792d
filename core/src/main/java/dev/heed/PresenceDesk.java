package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.util.List;

/**
 * Who looks at which ticket right now, and who writes an answer, so that two people do not do the same: {@link
 * AgentDesk#presence()}. Thread-safe.
 *
 * <p>It is known in the memory of one {@link Helpdesk} only, of the tickets looked at last, and gone when that is closed.
 * Whoever has a ticket open says so again before {@link #VIEWING} has passed.
 */
public final class PresenceDesk {
    /** How long somebody who said so is taken to look at a ticket. */
    public static final Duration VIEWING = Duration.ofMinutes(2);

    /** How long somebody who said so is taken to type. */
    public static final Duration TYPING = Duration.ofSeconds(10);

    private final Actor actor;

    PresenceDesk(Actor actor) {
        this.actor = actor;
    }

    /**
     * The agent has the ticket open.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public void viewing(TicketId ticket) {
        actor.may(Permission.READ);
        beat(ticket, false);
    }

    /**
     * The agent is typing an answer, and so has the ticket open.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public void typing(TicketId ticket) {
        actor.may(Permission.ANSWER);
        beat(ticket, true);
    }

    private void beat(TicketId ticket, boolean typing) {
        TicketId known = actor.engine().ticket(ticket).id();
        actor.presences().beat(known, me(), typing, actor.engine().now());
    }

    /**
     * The agent has closed the ticket's page.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public void left(TicketId ticket) {
        actor.may(Permission.READ);
        actor.presences().left(actor.engine().ticket(ticket).id(), me());
    }

    /**
     * Who else has the ticket open, who came first at the front.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<Presence> who(TicketId ticket) {
        actor.may(Permission.READ);
        return actor.presences()
                .others(actor.engine().ticket(ticket).id(), me(), actor.engine().now());
    }

    private AgentId me() {
        return actor.person().id();
    }
}
