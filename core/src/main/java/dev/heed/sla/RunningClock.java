package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.message.MessageId;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one target. Its due time is reckoned anew only when something changes it; working time is added up between
 * changes, so a pause costs nothing but two look-ups. Whoever keeps it takes a {@link #copy} before it changes. Not thread-safe.
 */
final class RunningClock implements Cloneable {
    final SlaTarget target;
    final int cycle;
    final Instant startedAt;
    SlaPolicy policy;
    SlaGoal goal;
    Duration within;

    /** Working time until {@link #since}, or until it was stopped. */
    private Duration consumed = Duration.ZERO;

    /** Since when it runs; null while it stands still or has ended. */
    @Nullable
    Instant since;

    /** What is left while it stands still. */
    private Duration left;

    /** When it is due, or was; null while it stands still, unless it is late already. */
    @Nullable
    Instant due;

    @Nullable
    Instant breachedAt;

    private @Nullable Instant endedAt;
    boolean cancelled;

    /** The answer that ended it. */
    @Nullable
    MessageId endedBy;

    /** The clock before it ended, so that it can go on if what ended it never arrived. */
    private @Nullable RunningClock before;

    private @Nullable TraceLine trace;

    private RunningClock(SlaGoal goal, int cycle, SlaPolicy policy, Duration within, Instant at) {
        this.target = goal.target();
        this.cycle = cycle;
        this.policy = policy;
        this.goal = goal;
        this.within = within;
        this.startedAt = at;
        this.since = at;
        this.left = within;
        this.due = due(within);
    }

    /** One that begins to run. */
    static RunningClock start(SlaGoal goal, int cycle, SlaPolicy policy, Duration within, Instant at, String reason) {
        return new RunningClock(goal, cycle, policy, within, at).traced(at, TraceStep.Kind.STARTED, reason);
    }

    RunningClock copy() {
        try {
            return (RunningClock) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private Instant due(Duration rest) {
        Instant from = requireNonNull(since);
        BusinessHours hours = hours();
        return policy.boundary() == Boundary.EARLIEST
                ? hours.plus(from, rest)
                : hours.plus(from, rest, Boundary.LATEST);
    }

    private RunningClock traced(Instant at, TraceStep.Kind kind, String reason) {
        return traced(at, kind, null, reason);
    }

    private RunningClock traced(Instant at, TraceStep.Kind kind, @Nullable PauseReason pause, String reason) {
        trace = new TraceLine(at, kind, consumed, since, hours(), endedAt == null ? due : null, pause, reason, trace);
        return this;
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

    boolean canGoOn() {
        return cancelled && before != null;
    }

    Duration consumedAt(Instant at) {
        return TraceLine.consumed(consumed, since, at, hours());
    }

    /** What is left until it is due, whatever made it due then; negative when it is late. */
    private Duration leftAt(Instant at) {
        return since == null || due == null ? left : hours().between(at, due);
    }

    private boolean isLateAt(Instant at) {
        return since != null && breachedAt == null && due != null && due.isBefore(at);
    }

    /** Late since it was due, if it was due before that. */
    RunningClock lateAt(Instant at) {
        if (!isLateAt(at)) {
            return this;
        }
        breachedAt = due;
        return traced(requireNonNull(due), TraceStep.Kind.BREACHED, "not done when it was due");
    }

    RunningClock pause(Instant at, PauseReason reason) {
        if (since == null) {
            return this;
        }
        stop(at);
        due = breachedAt == null ? null : due;
        return traced(at, TraceStep.Kind.PAUSED, reason, reason.words());
    }

    private void stop(Instant at) {
        left = leftAt(at);
        consumed = consumedAt(at);
        since = null;
    }

    RunningClock resume(Instant at, String reason) {
        if (since != null) {
            return this;
        }
        since = at;
        due = breachedAt == null ? due(left.isNegative() ? Duration.ZERO : left) : due;
        return traced(at, TraceStep.Kind.RESUMED, reason);
    }

    RunningClock end(Instant at, @Nullable MessageId by, String reason) {
        before = by == null || !target.isReply() ? null : copy();
        stop(at);
        endedAt = at;
        endedBy = by;
        return traced(at, TraceStep.Kind.ENDED, reason);
    }

    RunningClock cancel(Instant at, String reason) {
        before = copy();
        stop(at);
        endedAt = at;
        cancelled = true;
        return traced(at, TraceStep.Kind.CANCELLED, reason);
    }

    /** As if it had never ended. */
    RunningClock revive(Instant at, String reason) {
        if (before == null) {
            return this;
        }
        RunningClock again = before.copy();
        again.trace = trace;
        return again.traced(at, TraceStep.Kind.REVIVED, reason).lateAt(at);
    }

    /** Goes on after it had ended; the time in between does not count. */
    RunningClock reopen(Instant at, String reason) {
        endedAt = null;
        endedBy = null;
        cancelled = false;
        before = null;
        return resume(at, reason);
    }

    /** Goes by another goal from now on. What would be due in the past is late by the change, at the time of the change. */
    RunningClock retarget(
            SlaPolicy otherPolicy,
            SlaGoal other,
            Duration otherWithin,
            boolean keepPromise,
            Instant at,
            String reason) {
        consumed = consumedAt(at);
        policy = otherPolicy;
        goal = other;
        within = otherWithin;
        Duration rest = otherWithin.minus(consumed);
        if (since == null) {
            left = keepPromise && left.compareTo(rest) < 0 ? left : rest;
            return traced(at, TraceStep.Kind.RETARGETED, reason);
        }
        since = at;
        boolean past = rest.isNegative() || rest.isZero();
        Instant reckoned = past ? at : due(rest);
        due = keepPromise && due != null && due.isBefore(reckoned) ? due : reckoned;
        if (!past) {
            return traced(at, TraceStep.Kind.RETARGETED, reason);
        }
        breachedAt = at;
        return traced(at, TraceStep.Kind.BREACHED, "late by the change: " + reason);
    }

    /** Is due then. */
    RunningClock dueAt(Instant wanted, Instant at, String reason) {
        if (since == null || breachedAt != null) {
            return this;
        }
        due = wanted.isBefore(at) ? at : wanted;
        return traced(at, TraceStep.Kind.SET_BY_HAND, reason);
    }

    RunningClock noted(Instant at, TraceStep.Kind kind, String reason) {
        return traced(at, kind, reason);
    }

    SlaReading reading(Instant now) {
        RunningClock then = isLateAt(now) ? copy().lateAt(now) : this;
        return new SlaReading(
                target,
                cycle,
                then.state(),
                policy.name(),
                within,
                hours(),
                startedAt,
                then.consumedAt(now),
                then.leftAt(now),
                Optional.ofNullable(then.due),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(then.breachedAt),
                new TraceLine.Steps(then.trace));
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
}
