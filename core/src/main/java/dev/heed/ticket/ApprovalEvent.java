package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/** A second person was asked, and something became of it. */
public sealed interface ApprovalEvent extends TicketEvent {

    /** Which request it is about. */
    ApprovalId request();

    /**
     * A person asked for something that a second one has to look at.
     *
     * @param subject exactly what
     * @param by who
     * @param reason why
     * @param until from when on it is of no use any more
     */
    record ApprovalRequested(
            TicketId ticket,
            Instant at,
            ApprovalId request,
            ApprovalSubject subject,
            AgentId by,
            String reason,
            Optional<Instant> until)
            implements ApprovalEvent {
        @Override
        public String toString() {
            return "ApprovalRequested[" + ticket + " at " + at + ", " + request + " " + subject.kind() + " by " + by
                    + "]";
        }
    }

    /**
     * A person decided.
     *
     * @param approved whether it was a yes
     * @param by who
     * @param reason why
     * @param alone whether it was who had asked, because nobody else of the desk may decide
     */
    record ApprovalDecided(
            TicketId ticket, Instant at, ApprovalId request, boolean approved, AgentId by, String reason, boolean alone)
            implements ApprovalEvent {
        @Override
        public String toString() {
            return "ApprovalDecided[" + ticket + " at " + at + ", " + request + " " + (approved ? "yes" : "no") + " by "
                    + by + "]";
        }
    }

    /**
     * It is not wanted any more.
     *
     * @param by who said so; empty if the ticket was closed
     * @param reason why
     */
    record ApprovalWithdrawn(TicketId ticket, Instant at, ApprovalId request, Optional<AgentId> by, String reason)
            implements ApprovalEvent {
        @Override
        public String toString() {
            return "ApprovalWithdrawn[" + ticket + " at " + at + ", " + request + "]";
        }
    }

    /** Its time has passed; who asked has to ask again, or find another way. */
    record ApprovalExpired(TicketId ticket, Instant at, ApprovalId request) implements ApprovalEvent {}

    /**
     * Nobody has decided for long; who leads the desk has to see to it.
     *
     * @param count which reminder of this request it is, from 1
     * @param owner who is responsible for the ticket
     */
    record ApprovalReminded(TicketId ticket, Instant at, ApprovalId request, int count, Optional<AgentId> owner)
            implements ApprovalEvent {}

    /**
     * What was approved is done; it is not approved a second time by that.
     *
     * @param by who did it
     */
    record ApprovalUsed(TicketId ticket, Instant at, ApprovalId request, AgentId by) implements ApprovalEvent {}
}
