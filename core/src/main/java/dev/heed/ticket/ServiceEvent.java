package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.people.AgentId;
import dev.heed.people.Tier;
import java.time.Instant;
import java.util.Optional;

/** What the shop holds itself to on a ticket changed, or a step towards missing it was reached. */
public sealed interface ServiceEvent extends TicketEvent {

    /**
     * The customer has another support tier from now on.
     *
     * @param tier which
     * @param by who said so; empty for a program of the shop
     * @param reason why, for the people of the shop
     */
    record TierSet(TicketId ticket, Instant at, Tier tier, Optional<AgentId> by, String reason)
            implements ServiceEvent {
        @Override
        public String toString() {
            return "TierSet[" + ticket + " at " + at + ", " + tier + "]";
        }
    }

    /**
     * Other service levels hold from now on: another version of the policies, or of the calendars in them. When the database
     * of time zones was updated, it is the same version once more.
     *
     * @param levels the name of the version; empty if none hold any more
     * @param mode what becomes of clocks that run
     * @param by who said so; empty for a program of the shop
     * @param reason why, for the people of the shop
     */
    record LevelsApplied(
            TicketId ticket, Instant at, Optional<String> levels, ChangeMode mode, Optional<AgentId> by, String reason)
            implements ServiceEvent {
        @Override
        public String toString() {
            return "LevelsApplied[" + ticket + " at " + at + ", " + (levels.isPresent() ? "some " : "none ") + mode
                    + "]";
        }
    }

    /**
     * A person has set by hand when something is due.
     *
     * @param target what
     * @param due when; later than a time the customer was told, that stands
     * @param by who
     * @param reason why, for the people of the shop
     */
    record DueSet(TicketId ticket, Instant at, SlaTarget target, Instant due, AgentId by, String reason)
            implements ServiceEvent {
        /** All is there. */
        public DueSet {
            requireNonNull(target, "target");
            requireNonNull(due, "due");
        }

        @Override
        public String toString() {
            return "DueSet[" + ticket + " at " + at + ", " + target + " due " + due + " by " + by + "]";
        }
    }

    /**
     * A warning was given, or an escalation began. Each is reached once for each cycle of a target.
     *
     * @param target of what
     * @param cycle which time it runs, from 1
     * @param level the name of the level in the policy
     * @param due when the target is due, or was
     */
    record LevelReached(TicketId ticket, Instant at, SlaTarget target, int cycle, String level, Instant due)
            implements ServiceEvent {
        @Override
        public String toString() {
            return "LevelReached[" + ticket + " at " + at + ", " + target + " " + cycle + " due " + due + "]";
        }
    }
}
