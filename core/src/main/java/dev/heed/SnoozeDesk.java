package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Snooze;
import dev.heed.ticket.SnoozeCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tickets that are put off: {@link AgentDesk#snoozes()}. Thread-safe.
 *
 * <p>What is put off is in no queue, and nothing else: its promises, reminders and alarms go on, and it is shown again while
 * there is time left to keep what is due first. Whoever put it off hears of the end by the event {@link
 * dev.heed.ticket.SnoozeEvent.SnoozeEnded}.
 */
public final class SnoozeDesk {
    private final Actor actor;

    SnoozeDesk(Actor actor) {
        this.actor = actor;
    }

    /** Puts a ticket off until a time, or until the customer writes. As {@link #snooze(TicketId, Instant, OnReply, String)}. */
    public Ticket snooze(TicketId ticket, Instant until) {
        actor.may(Permission.SNOOZE);
        return snooze(ticket, until, OnReply.BREAK_ON_REPLY, "");
    }

    /**
     * Puts a ticket off. It becomes the agent's if it is nobody's; if it is put off already, this takes the place of what was
     * said before.
     *
     * @param until when it is shown again at the latest; ahead, and within a year
     * @param onReply what a message of the customer does
     * @param memo what to remember then, for the people of the shop; may be empty, at most
     *     {@value dev.heed.ticket.Snooze#LONGEST_MEMO} characters
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the time is not ahead or more than a year, the memo is too long, the ticket is closed,
     *     deleted, or a colleague's
     * @throws RefusedException with {@code OPEN_PROMISE} if something is due before, or soon after ({@link #latest} says until
     *     when it can be put off), or an apology is owed; with {@code NO_REPLY_PATH} if the customer cannot be reached; with
     *     {@code CALL_ENDED_WITHOUT_OUTCOME} during a call
     */
    public Ticket snooze(TicketId ticket, Instant until, OnReply onReply, String memo) {
        actor.may(Permission.SNOOZE);
        return actor.change(
                ticket,
                new SnoozeCommand.PutOff(
                        requireNonNull(until, "until"),
                        actor.person().id(),
                        requireNonNull(onReply, "onReply"),
                        requireNonNull(memo, "memo")));
    }

    /**
     * Shows a ticket again that was put off, by whomever; nothing happens if it is not.
     *
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket unsnooze(TicketId ticket) {
        actor.may(Permission.SNOOZE);
        return actor.change(ticket, new SnoozeCommand.ShowAgain(actor.person().id()));
    }

    /**
     * Until when a ticket can be put off at most, as it is now; it may not be ahead any more. Empty if nothing is owed that
     * would limit it.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Optional<Instant> latest(TicketId ticket) {
        actor.may(Permission.READ);
        return Snooze.latest(actor.engine().ticket(ticket), actor.policies().life());
    }

    /**
     * What the agent has put off, the one shown again first at the front.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> mine(int limit) {
        actor.may(Permission.READ);
        return list(Optional.of(actor.person().id()), limit);
    }

    /** As {@link #mine}, of everybody. */
    public List<Ticket> all(int limit) {
        actor.may(Permission.READ);
        return list(Optional.empty(), limit);
    }

    private List<Ticket> list(Optional<AgentId> by, int limit) {
        return actor.listed(actor.engine().list(new TicketQuery.Snoozed(by), limit));
    }
}
