package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/** Who is responsible changed, or somebody has to look. */
public sealed interface OwnershipEvent extends TicketEvent {

    /**
     * A person is responsible from now on, for the ticket and for every open promise.
     *
     * @param owner who
     * @param reason why, for the people of the shop
     * @param summary what the new owner has to know, so that the customer repeats nothing; present where somebody else was
     *     responsible before, written by hand or made from the history
     */
    record OwnerAssigned(TicketId ticket, Instant at, AgentId owner, String reason, Optional<String> summary)
            implements OwnershipEvent {
        @Override
        public String toString() {
            return "OwnerAssigned[" + ticket + " at " + at + ", " + owner + "]";
        }
    }

    /** An alarm: nobody took the ticket in the time the shop allows itself. */
    record OwnerMissing(TicketId ticket, Instant at) implements OwnershipEvent {}

    /**
     * An alarm: something is late or stuck.
     *
     * @param level which alarm it is since the trouble began, counted from 1; another promise that breaks meanwhile, the
     *     apology's too, is the same trouble
     * @param why what is wrong
     */
    record Escalated(TicketId ticket, Instant at, int level, Why why) implements OwnershipEvent {}

    /** The owner has had it in hand for long, and the customer is no step further: somebody who knows more is asked. */
    record ExpertNeeded(TicketId ticket, Instant at) implements OwnershipEvent {}

    /** What is wrong. */
    enum Why {
        /** A promise was broken and the customer has no apology yet. */
        PROMISE_BROKEN,
        /** Messages do not reach the customer. */
        CUSTOMER_UNREACHABLE,
        /** A call has gone on for longer than calls do; nobody has said how it ended. */
        CALL_NOT_ENDED,
        /** Nothing was going to happen next. */
        NOTHING_PLANNED
    }
}
