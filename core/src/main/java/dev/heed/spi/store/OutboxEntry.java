package dev.heed.spi.store;

import dev.heed.spi.channel.OutboundMessage;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way out. Immutable; a change is a new value that is put in a {@link UnitOfWork}.
 *
 * @param id names it for ever
 * @param ticket the ticket it belongs to; for work that belongs to none, a name of no ticket
 * @param message what goes out
 * @param state where it stands
 * @param due from when on it may be tried; while leased, when the lease ends
 * @param since from when on its attempts count: when it was written, or last taken from the dead letters
 * @param attempt how often it has been claimed; also the fence: a settlement counts only for the newest claim
 * @param inFlight whether an attempt was begun of which nothing is known yet
 * @param doubts how many attempts may have sent it without anybody knowing
 * @param reason why the last attempt failed, without personal data
 */
public record OutboxEntry(
        UUID id,
        TicketId ticket,
        OutboundMessage message,
        State state,
        Instant due,
        Instant since,
        int attempt,
        boolean inFlight,
        int doubts,
        Optional<String> reason) {

    /** Where outgoing work stands. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** The channel took it. */
        SENT,
        /** Given up after a refusal or too many attempts; provably not sent. */
        DEAD,
        /** Given up because nobody knows whether it was sent. */
        UNKNOWN
    }

    /** New work, to be sent from {@code due} on. */
    public static OutboxEntry waiting(UUID id, TicketId ticket, OutboundMessage message, Instant due) {
        return new OutboxEntry(id, ticket, message, State.WAITING, due, due, 0, false, 0, Optional.empty());
    }

    /** New work that belongs to no ticket, and so waits behind nothing. */
    public static OutboxEntry withoutTicket(UUID id, OutboundMessage message, Instant due) {
        return waiting(id, new TicketId(id), message, due);
    }

    /** Whether it belongs to no ticket. */
    public boolean isWithoutTicket() {
        return ticket.value().equals(id);
    }

    /** Claimed until {@code leaseEnd}; doubtful if an earlier claim was never settled. */
    public OutboxEntry claimed(Instant leaseEnd) {
        return new OutboxEntry(
                id, ticket, message, state, leaseEnd, since, attempt + 1, true, doubts + (inFlight ? 1 : 0), reason);
    }

    /** The channel took it. */
    public OutboxEntry sent() {
        return settled(State.SENT, due, doubts, Optional.empty());
    }

    /** Provably not sent this time; to be tried again. */
    public OutboxEntry retry(Instant when, String why) {
        return settled(State.WAITING, when, doubts, Optional.of(why));
    }

    /** Perhaps sent; to be sent once more under the same name. */
    public OutboxEntry retryInDoubt(Instant when, String why) {
        return settled(State.WAITING, when, doubts + 1, Optional.of(why));
    }

    /** Given up. */
    public OutboxEntry givenUp(State how, String why) {
        return settled(how, due, doubts, Optional.of(why));
    }

    /** Taken from the dead letters by a person who wants it sent, whatever is known of it. */
    public OutboxEntry redriven(Instant when) {
        return new OutboxEntry(id, ticket, message, State.WAITING, when, when, attempt, false, 0, reason);
    }

    private OutboxEntry settled(State next, Instant when, int doubt, Optional<String> why) {
        return new OutboxEntry(id, ticket, message, next, when, since, attempt, false, doubt, why);
    }

    /** Whether it may have been sent already. */
    public boolean doubtful() {
        return doubts > 0;
    }

    /** Whether it is among the dead letters. */
    public boolean dead() {
        return state == State.DEAD || state == State.UNKNOWN;
    }
}
