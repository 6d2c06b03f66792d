package dev.heed.sla;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.message.MessageId;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one target. Immutable: what happens to it gives another one. Its due time is reckoned anew only when something
 * changes it; working time is added up between changes, so a pause costs nothing but two look-ups.
 */
final class RunningClock {
    final SlaTarget target;
    final int cycle;
    final SlaPolicy policy;
    final SlaGoal goal;
    final Duration within;
    final Instant startedAt;

    /** Working time until {@link #since}, or until it was stopped. */
    final Duration consumed;

    /** Since when it runs; null while it stands still or has ended. */
    final @Nullable Instant since;

    /** What is left while it stands still. */
    final Duration left;

    /** When it is due, or was; null while it stands still, unless it is late already. */
    final @Nullable Instant due;

    final @Nullable Instant breachedAt;
    final @Nullable Instant endedAt;
    final boolean cancelled;

    /** The answer that ended it. */
    final @Nullable MessageId endedBy;

    /** The clock before it ended, so that it can go on if what ended it never arrived. */
    final @Nullable RunningClock before;

    private final @Nullable Line trace;

    private record Line(TraceStep step, @Nullable Line before) {}

    private RunningClock(Draft draft) {
        target = draft.from.target;
        cycle = draft.from.cycle;
        policy = draft.policy;
        goal = draft.goal;
        within = draft.within;
        startedAt = draft.from.startedAt;
        consumed = draft.consumed;
        since = draft.since;
        left = draft.left;
        due = draft.due;
        breachedAt = draft.breachedAt;
        endedAt = draft.endedAt;
        cancelled = draft.cancelled;
        endedBy = draft.endedBy;
        before = draft.before;
        trace = draft.trace;
    }

    private RunningClock(SlaGoal goal, int cycle, SlaPolicy policy, Duration within, Instant at, String reason) {
        this.target = goal.target();
        this.cycle = cycle;
        this.policy = policy;
        this.goal = goal;
        this.within = within;
        this.startedAt = at;
        this.consumed = Duration.ZERO;
        this.since = at;
        this.left = within;
        this.due = due(policy, goal, at, within);
        this.breachedAt = null;
        this.endedAt = null;
        this.cancelled = false;
        this.endedBy = null;
        this.before = null;
        this.trace =
                new Line(new TraceStep(at, TraceStep.Kind.STARTED, Duration.ZERO, Optional.of(this.due), reason), null);
    }

    /** One that begins to run. */
    static RunningClock start(SlaGoal goal, int cycle, SlaPolicy policy, Duration within, Instant at, String reason) {
        return new RunningClock(goal, cycle, policy, within, at, reason);
    }

    private static Instant due(SlaPolicy policy, SlaGoal goal, Instant at, Duration left) {
        BusinessHours hours = policy.hoursOf(goal);
        return policy.boundary() == Boundary.EARLIEST ? hours.plus(at, left) : hours.plus(at, left, Boundary.LATEST);
    }

    BusinessHours hours() {
        return policy.hoursOf(goal);
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isRunning() {
        return since != null;
    }

    Duration consumedAt(Instant at) {
        return since == null || at.isBefore(since) ? consumed : consumed.plus(hours().between(since, at));
    }

    /** The same, late since it was due, if it was due before that. */
    RunningClock lateAt(Instant at) {
        if (since == null || breachedAt != null || due == null || !due.isBefore(at)) {
            return this;
        }
        Draft next = new Draft(this);
        next.breachedAt = due;
        return next.done(due, TraceStep.Kind.BREACHED, within, "not done when it was due");
    }

    RunningClock pause(Instant at, String reason) {
        if (since == null) {
            return this;
        }
        Draft next = new Draft(this);
        next.consumed = consumedAt(at);
        next.left = due == null || breachedAt != null ? Duration.ZERO : hours().between(at, due);
        next.since = null;
        next.due = breachedAt == null ? null : due;
        return next.done(at, TraceStep.Kind.PAUSED, next.consumed, reason);
    }

    RunningClock resume(Instant at, String reason) {
        if (since != null) {
            return this;
        }
        Draft next = new Draft(this);
        next.since = at;
        next.due = breachedAt == null ? due(policy, goal, at, left) : due;
        return next.done(at, TraceStep.Kind.RESUMED, consumed, reason);
    }

    RunningClock end(Instant at, @Nullable MessageId by, String reason) {
        Draft next = new Draft(this);
        next.consumed = consumedAt(at);
        next.left = within.minus(next.consumed);
        next.since = null;
        next.endedAt = at;
        next.endedBy = by;
        next.before = this;
        return next.done(at, TraceStep.Kind.ENDED, next.consumed, reason);
    }

    RunningClock cancel(Instant at, String reason) {
        Draft next = new Draft(this);
        next.consumed = consumedAt(at);
        next.left = due == null ? left : hours().between(at, due);
        next.since = null;
        next.endedAt = at;
        next.cancelled = true;
        next.before = this;
        return next.done(at, TraceStep.Kind.CANCELLED, next.consumed, reason);
    }

    /** As if it had never ended. */
    RunningClock revive(Instant at, String reason) {
        if (before == null) {
            return this;
        }
        Draft next = new Draft(before);
        next.trace = trace;
        return next.done(at, TraceStep.Kind.REVIVED, before.consumedAt(at), reason)
                .lateAt(at);
    }

    /** Goes on after it had ended; the time in between does not count. */
    RunningClock reopen(Instant at, String reason) {
        Draft next = new Draft(this);
        next.endedAt = null;
        next.endedBy = null;
        next.cancelled = false;
        next.before = null;
        next.since = at;
        next.due = breachedAt == null ? due(policy, goal, at, left) : due;
        return next.done(at, TraceStep.Kind.RESUMED, consumed, reason);
    }

    /** Goes by another goal from now on. What would be due in the past is late by the change, at the time of the change. */
    RunningClock retarget(
            SlaPolicy otherPolicy,
            SlaGoal other,
            Duration otherWithin,
            boolean keepPromise,
            Instant at,
            String reason) {
        Draft next = new Draft(this);
        next.consumed = consumedAt(at);
        next.policy = otherPolicy;
        next.goal = other;
        next.within = otherWithin;
        Duration rest = otherWithin.minus(next.consumed);
        if (since == null) {
            next.left = keepPromise && left.compareTo(rest) < 0 ? left : rest;
            if (next.left.isNegative()) {
                next.left = Duration.ZERO;
            }
            return next.done(at, TraceStep.Kind.RETARGETED, next.consumed, reason);
        }
        next.since = at;
        boolean past = rest.isNegative() || rest.isZero();
        Instant reckoned = past ? at : due(otherPolicy, other, at, rest);
        next.due = keepPromise && due != null && due.isBefore(reckoned) ? due : reckoned;
        if (!past) {
            return next.done(at, TraceStep.Kind.RETARGETED, next.consumed, reason);
        }
        next.breachedAt = at;
        return next.done(at, TraceStep.Kind.BREACHED, next.consumed, "late by the change: " + reason);
    }

    /** Is due then, or at what the customer was told if that is sooner. */
    RunningClock dueAt(Instant wanted, Instant at, String reason) {
        if (since == null || breachedAt != null) {
            return this;
        }
        Draft next = new Draft(this);
        next.due = wanted.isBefore(at) ? at : wanted;
        return next.done(at, TraceStep.Kind.SET_BY_HAND, consumedAt(at), reason);
    }

    RunningClock noted(Instant at, TraceStep.Kind kind, String reason) {
        return new Draft(this).done(at, kind, consumedAt(at), reason);
    }

    SlaReading reading(Instant now) {
        RunningClock then = lateAt(now);
        Duration passed = then.consumedAt(now);
        Duration remaining =
                then.since != null && then.due != null ? then.hours().between(now, then.due) : then.left;
        return new SlaReading(
                target,
                cycle,
                then.state(),
                policy.name(),
                within,
                hours(),
                startedAt,
                passed,
                remaining,
                Optional.ofNullable(then.due),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(then.breachedAt),
                then.steps());
    }

    private ClockState state() {
        if (breachedAt != null) {
            return ClockState.BREACHED;
        }
        if (endedAt != null) {
            return cancelled ? ClockState.CANCELLED : ClockState.MET;
        }
        return since == null ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private List<TraceStep> steps() {
        List<TraceStep> steps = new ArrayList<>();
        for (Line line = trace; line != null; line = line.before) {
            steps.add(line.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Collects the changes of one clock. */
    private static final class Draft {
        private final RunningClock from;
        private SlaPolicy policy;
        private SlaGoal goal;
        private Duration within;
        private Duration consumed;
        private Duration left;
        private @Nullable Instant since;
        private @Nullable Instant due;
        private @Nullable Instant breachedAt;
        private @Nullable Instant endedAt;
        private boolean cancelled;
        private @Nullable MessageId endedBy;
        private @Nullable RunningClock before;
        private @Nullable Line trace;

        Draft(RunningClock from) {
            this.from = from;
            policy = from.policy;
            goal = from.goal;
            within = from.within;
            consumed = from.consumed;
            left = from.left;
            since = from.since;
            due = from.due;
            breachedAt = from.breachedAt;
            endedAt = from.endedAt;
            cancelled = from.cancelled;
            endedBy = from.endedBy;
            before = from.before;
            trace = from.trace;
        }

        RunningClock done(Instant at, TraceStep.Kind kind, Duration passed, String reason) {
            Optional<Instant> shown = endedAt == null ? Optional.ofNullable(due) : Optional.empty();
            trace = new Line(new TraceStep(at, kind, passed, shown, reason), trace);
            return new RunningClock(this);
        }
    }
}
