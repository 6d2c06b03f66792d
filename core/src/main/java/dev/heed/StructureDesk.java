package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.people.Permission;
import dev.heed.ticket.TicketId;

/** What one agent can do and see of how tickets stand to one another: {@link AgentDesk#structure()}. Thread-safe. */
public final class StructureDesk {
    private final Actor actor;
    private final Engine engine;

    StructureDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
    }

    /**
     * All that was said in a ticket and in the duplicates that go on in it, and in theirs.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Conversation conversation(TicketId id) {
        actor.may(Permission.READ);
        return new Conversations(engine).of(actor.shown(engine.ticket(id)));
    }
}
