package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/** A second person is asked, and decides. */
public sealed interface ApprovalCommand extends TicketCommand {

    /**
     * A person asks for something that a second one has to look at.
     *
     * @param subject exactly what
     * @param by who
     * @param reason why, not blank
     * @param until from when on it is of no use any more
     */
    record Request(ApprovalSubject subject, AgentId by, String reason, Optional<Instant> until)
            implements ApprovalCommand {
        @Override
        public String toString() {
            return "Request[" + subject.kind() + " by " + by + "]";
        }
    }

    /**
     * A person decides.
     *
     * @param request which
     * @param approved whether it is a yes
     * @param by who
     * @param reason why, not blank
     * @param nobodyElse whether nobody but who has asked may decide
     */
    record Decide(ApprovalId request, boolean approved, AgentId by, String reason, boolean nobodyElse)
            implements ApprovalCommand {
        @Override
        public String toString() {
            return "Decide[" + request + " by " + by + "]";
        }
    }

    /**
     * Who has asked does not want it any more.
     *
     * @param request which
     * @param by who says so
     * @param reason why, not blank
     */
    record Withdraw(ApprovalId request, AgentId by, String reason) implements ApprovalCommand {
        @Override
        public String toString() {
            return "Withdraw[" + request + " by " + by + "]";
        }
    }
}
