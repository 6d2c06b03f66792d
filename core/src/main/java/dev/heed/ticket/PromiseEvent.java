package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import java.time.Instant;
import java.util.Optional;

/** Something happened to a promise. */
public sealed interface PromiseEvent extends TicketEvent {

    /**
     * The customer was promised something.
     *
     * @param promise open
     */
    record PromiseMade(TicketId ticket, Instant at, Promise promise) implements PromiseEvent {}

    /**
     * A promise was kept in time.
     *
     * @param promise which
     * @param how by what, for the people of the shop
     * @param message the answer that kept it; empty if something else did
     */
    record PromiseKept(TicketId ticket, Instant at, PromiseId promise, String how, Optional<MessageId> message)
            implements PromiseEvent {
        @Override
        public String toString() {
            return "PromiseKept[" + ticket + " at " + at + ", " + promise + "]";
        }
    }

    /**
     * The time of a promise passed. It was broken at the time it was due, whenever this was noticed.
     *
     * @param promise which
     */
    record PromiseBroken(TicketId ticket, Instant at, PromiseId promise) implements PromiseEvent {}

    /**
     * Another promise takes its place before it is due: the customer was told so, or it is due sooner.
     *
     * @param promise which
     * @param replacement the promise that takes its place: made in the next event, or open again since the last one
     * @param message the answer that told the customer; empty if it became due sooner
     */
    record PromiseRenegotiated(
            TicketId ticket, Instant at, PromiseId promise, PromiseId replacement, Optional<MessageId> message)
            implements PromiseEvent {}

    /**
     * It is open again, due when it was: the answer that had settled it did not arrive, or not by then, or another answer
     * tells it first. Or the other way round: it had
     * been withdrawn because the answer that promised it did not arrive, which now did. Or what had put the ticket aside,
     * or had brought another one into it, was taken back.
     *
     * @param promise which
     * @param message the answer; empty if it is open again for another reason
     */
    record PromiseReopened(TicketId ticket, Instant at, PromiseId promise, Optional<MessageId> message)
            implements PromiseEvent {}

    /**
     * The customer does not want it any more, is none, was not told of it since the answer that named it was lost, or is owed
     * it in another ticket.
     *
     * @param promise which
     * @param reason why, for the people of the shop
     */
    record PromiseWithdrawn(TicketId ticket, Instant at, PromiseId promise, String reason) implements PromiseEvent {
        @Override
        public String toString() {
            return "PromiseWithdrawn[" + ticket + " at " + at + ", " + promise + "]";
        }
    }

    /**
     * Somebody else has to keep it from now on.
     *
     * @param promise which
     * @param to who
     */
    record PromiseTransferred(TicketId ticket, Instant at, PromiseId promise, AgentId to) implements PromiseEvent {}

    /**
     * Its owner was reminded.
     *
     * @param promise which
     * @param percent how much of its time had passed
     */
    record PromiseReminded(TicketId ticket, Instant at, PromiseId promise, int percent) implements PromiseEvent {}
}
