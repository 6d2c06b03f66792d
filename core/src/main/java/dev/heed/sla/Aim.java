package dev.heed.sla;

import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one target of a ticket.
 *
 * @param within for the priority of the ticket
 */
record Aim(SlaPolicy policy, SlaGoal goal, Duration within) {

    /** Null where nothing is wanted. */
    static @Nullable Aim of(Standing standing, SlaTarget target) {
        SlaPolicy policy = standing.policy().orElse(null);
        SlaSubject subject = standing.subject().orElse(null);
        if (policy == null || subject == null) {
            return null;
        }
        SlaGoal goal = policy.goal(target).orElse(null);
        return goal == null ? null : new Aim(policy, goal, goal.within(subject.priority()));
    }
}
