package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.people.AgentId;
import dev.heed.people.Tier;
import java.time.Instant;
import java.util.Optional;

/** What the shop holds itself to on a ticket is to change, or a step towards missing it was reached. */
public sealed interface ServiceCommand extends TicketCommand {

    /**
     * The customer has another support tier.
     *
     * @param tier which
     * @param by who says so; empty for a program of the shop
     * @param reason why, not blank
     */
    record SetTier(Tier tier, Optional<AgentId> by, String reason) implements ServiceCommand {
        /** All is there. */
        public SetTier {
            requireNonNull(tier, "tier");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "SetTier[" + tier + "]";
        }
    }

    /**
     * Other service levels hold.
     *
     * @param levels the name of the version; empty for none
     * @param mode what becomes of clocks that run
     * @param by who says so; empty for a program of the shop
     * @param reason why, not blank
     */
    record ApplyLevels(Optional<String> levels, ChangeMode mode, Optional<AgentId> by, String reason)
            implements ServiceCommand {
        /** All is there. */
        public ApplyLevels {
            requireNonNull(levels, "levels");
            requireNonNull(mode, "mode");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "ApplyLevels[" + (levels.isPresent() ? "some " : "none ") + mode + "]";
        }
    }

    /**
     * A person sets when something is due.
     *
     * @param target what
     * @param due when; ahead, and of a reply no later than what the customer was told
     * @param by who
     * @param reason why, not blank
     */
    record SetDue(SlaTarget target, Instant due, AgentId by, String reason) implements ServiceCommand {
        /** All is there. */
        public SetDue {
            requireNonNull(target, "target");
            requireNonNull(due, "due");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "SetDue[" + target + " " + due + " by " + by + "]";
        }
    }

    /**
     * A level was reached; nothing happens if it was already.
     *
     * @param target of what
     * @param cycle which time it is measured
     * @param level the name of the level
     * @param due when the target is due, or was
     */
    record ReachLevel(SlaTarget target, int cycle, String level, Instant due) implements ServiceCommand {
        @Override
        public String toString() {
            return "ReachLevel[" + target + " " + cycle + " due " + due + "]";
        }
    }
}
