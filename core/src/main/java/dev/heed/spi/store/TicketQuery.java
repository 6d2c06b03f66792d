package dev.heed.spi.store;

import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Which tickets are looked for, and in which order they come. */
public sealed interface TicketQuery {

    /**
     * All tickets of a customer, the one kept first last: in the order in which they came into the store, backwards.
     *
     * @param customer whose
     */
    record OfCustomer(CustomerId customer) implements TicketQuery {}

    /**
     * Tickets that are not closed, not deleted, and of which somebody is the owner, put off or not, the smallest number first.
     *
     * @param owner who
     */
    record OwnedBy(AgentId owner) implements TicketQuery {}

    /**
     * Of {@link OwnedBy} those that are not {@linkplain dev.heed.ticket.Ticket#snooze put off}, in the same order.
     *
     * @param owner who
     */
    record AtHand(AgentId owner) implements TicketQuery {}

    /**
     * Tickets that are {@linkplain dev.heed.ticket.Ticket#snooze put off}, the one with the earliest end first, then the
     * smallest number.
     *
     * @param by who put them off; empty for everybody
     */
    record Snoozed(Optional<AgentId> by) implements TicketQuery {}

    /**
     * Tickets whose customer waits for a person's answer and that are not {@linkplain dev.heed.ticket.Ticket#snooze put
     * off}, the one due first at the front, then the smallest number.
     */
    record Waiting() implements TicketQuery {}

    /**
     * Tickets whose {@link UnitOfWork.Change#wakeAt} is at or before an instant, the earliest first, then the smallest
     * number.
     *
     * @param now the instant
     */
    record Due(Instant now) implements TicketQuery {}

    /**
     * Tickets, closed or not, on which something is awaited of somebody: those with an {@linkplain
     * dev.heed.ticket.Ticket#openNotes open note} that names them among {@link dev.heed.ticket.OpenNote#asked}. What is
     * due first of them is at the front, then the smallest number.
     *
     * @param asked a person or a department
     */
    record AskedOf(Addressee asked) implements TicketQuery {}

    /**
     * Tickets that are closed for one of the few {@linkplain dev.heed.ticket.Exemption exemptions} and not deleted, the one
     * closed last at the front, then the largest number.
     */
    record Exempted() implements TicketQuery {}

    /** Of {@link Exempted} those that are closed as spam, in the same order. */
    record Spam() implements TicketQuery {}

    /** Tickets that are deleted, the one deleted last at the front, then the largest number. */
    record Deleted() implements TicketQuery {}

    /**
     * Tickets that are not closed and on which a {@linkplain dev.heed.ticket.ApprovalRequest request for approval} is open,
     * the one whose oldest open request was made first at the front, then the smallest number.
     */
    record AwaitingApproval() implements TicketQuery {}
}
