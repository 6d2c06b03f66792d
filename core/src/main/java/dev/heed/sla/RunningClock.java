package dev.heed.sla;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one target. While it runs, it knows what was left when it began to, and reckons its due time when somebody wants to
 * know it; a pause costs one look at the hours. Whoever keeps it takes a {@link #copy} before it changes. Not thread-safe.
 */
final class RunningClock implements Cloneable {
    final SlaTarget target;
    final int cycle;
    final Instant startedAt;
    private final Elapsed elapsed;
    private SlaPolicy policy;
    private SlaGoal goal;
    private Duration within;

    /** Working time until {@link #since}, or until it was stopped. */
    private Duration consumed = Duration.ZERO;

    /** Since when it runs; null while it stands still or has ended. */
    private @Nullable Instant since;

    /** Since when it stands still; null while it runs. */
    private @Nullable Instant pausedAt;

    /** Why it stands still; null while it runs. */
    private @Nullable PauseReason pausedBy;

    /** Whether nothing was left by a change while it stood still. */
    private boolean overByChange;

    /** What it went by before it stood still, and is kept; null if nothing is. */
    private @Nullable Kept kept;

    /** When it was to be due, where that was not reckoned from what was left: kept, or set by hand. */
    private @Nullable Instant wanted;

    /** The working time that was left at {@link #since}, or when it was stopped; negative when it is late. */
    private Duration left;

    /** When it is due, or was: where that was not reckoned from what was left, or as soon as it was. */
    private @Nullable Instant due;

    private @Nullable Instant breachedAt;
    private @Nullable Instant endedAt;
    private boolean cancelled;

    private @Nullable TraceLine trace;

    /** One that begins to run. */
    RunningClock(Aim aim, int cycle, Instant at, Elapsed elapsed, String reason) {
        this.target = aim.goal().target();
        this.cycle = cycle;
        this.startedAt = at;
        this.elapsed = elapsed;
        this.policy = aim.policy();
        this.goal = aim.goal();
        this.within = aim.within();
        this.since = at;
        this.left = within;
        trace(at, TraceStep.Kind.STARTED, reason);
    }

    RunningClock copy() {
        try {
            return (RunningClock) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private void trace(Instant at, TraceStep.Kind kind, String reason) {
        trace(at, kind, null, reason);
    }

    private void trace(Instant at, TraceStep.Kind kind, @Nullable PauseReason pause, String reason) {
        trace = new TraceLine(
                at,
                kind,
                consumed,
                since,
                hours(),
                policy.boundary(),
                left,
                endedAt == null ? due : null,
                pause,
                reason,
                trace);
    }

    BusinessHours hours() {
        return policy.hoursOf(goal);
    }

    SlaGoal goal() {
        return goal;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isRunning() {
        return since != null;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isBreached() {
        return breachedAt != null;
    }

    boolean goesBy(Aim aim) {
        return policy == aim.policy() && within.equals(aim.within());
    }

    /** Null while it stands still, unless it is late already. */
    @Nullable
    Instant due() {
        if (due == null && since != null) {
            due = TraceLine.due(since, left, hours(), policy.boundary());
        }
        return due;
    }

    private Duration ranUntil(Instant at) {
        return since == null || !at.isAfter(since) ? Duration.ZERO : elapsed.between(hours(), since, at);
    }

    /** Asked for many times; there is no more working time than time. */
    private boolean isLateAt(Instant at) {
        if (since == null || breachedAt != null) {
            return false;
        }
        if (due == null && at.getEpochSecond() - since.getEpochSecond() < left.toSeconds()) {
            return false;
        }
        Instant known = due();
        return known != null && known.isBefore(at);
    }

    /** Late since it was due, if it was due before that. */
    void lateAt(Instant at) {
        if (isLateAt(at)) {
            Instant was = due();
            breachedAt = was;
            trace(was == null ? at : was, TraceStep.Kind.BREACHED, "not done when it was due");
        }
    }

    void pause(Instant at, PauseReason reason) {
        if (since != null) {
            stop(at);
            pausedAt = at;
            due = breachedAt == null ? null : due;
        } else if (reason == pausedBy) {
            return;
        }
        pausedBy = reason;
        trace(at, TraceStep.Kind.PAUSED, reason, reason.words());
    }

    private void stop(Instant at) {
        Duration ran = ranUntil(at);
        left = left.minus(ran);
        consumed = consumed.plus(ran);
        since = null;
    }

    void resume(Instant at, String reason) {
        if (since != null) {
            return;
        }
        since = at;
        boolean over = breachedAt == null && overByChange;
        if (breachedAt == null && !over && (wanted != null || kept != null)) {
            goesOn(at);
        }
        pausedAt = null;
        pausedBy = null;
        kept = null;
        overByChange = false;
        due = over ? at : due; // the step says so
        trace(at, TraceStep.Kind.RESUMED, reason);
        if (over) {
            overSince(at);
        }
    }

    /** Is due by what holds now, or by what was promised before that if this is earlier. */
    private void goesOn(Instant at) {
        Instant from = pausedAt == null ? at : pausedAt;
        Kept now = new Kept(hours(), policy.boundary(), left, wanted, kept);
        Instant soonest = now.due(from, at);
        for (Kept one = kept; one != null; one = one.before) {
            Instant then = one.due(from, at);
            soonest = then.isBefore(soonest) ? then : soonest;
        }
        setDue(soonest, at);
    }

    /**
     * What a clock that stands still went by, and what a promise keeps of it.
     *
     * @param wanted when it was due, if that was kept or set
     */
    private record Kept(
            BusinessHours hours,
            Boundary boundary,
            Duration left,
            @Nullable Instant wanted,
            @Nullable Kept before) {

        /** A time that was kept or set moves by the working time that was not counted, and never to before what is left. */
        private Instant due(Instant pausedAt, Instant at) {
            Instant reckoned = TraceLine.due(at, left.isNegative() ? Duration.ZERO : left, hours, boundary);
            if (wanted == null) {
                return reckoned;
            }
            Instant moved = hours.plus(wanted, hours.between(pausedAt, at));
            return moved.isBefore(reckoned) ? reckoned : moved;
        }
    }

    /** Nobody could keep what was over before it went on. */
    private void overSince(Instant at) {
        consumed = consumed.plus(ranUntil(at));
        since = at;
        left = Duration.ZERO;
        due = at;
        breachedAt = at;
        trace(at, TraceStep.Kind.BREACHED, "late by a change while it stood still");
    }

    void end(Instant at, String reason) {
        finish(at);
        trace(at, TraceStep.Kind.ENDED, reason);
    }

    void cancel(Instant at, String reason) {
        finish(at);
        cancelled = true;
        trace(at, TraceStep.Kind.CANCELLED, reason);
    }

    private void finish(Instant at) {
        due = due();
        stop(at);
        endedAt = at;
    }

    /** Goes on after it had ended; the time in between does not count. */
    void reopen(Instant at, String reason) {
        endedAt = null;
        cancelled = false;
        due = breachedAt == null ? null : due;
        resume(at, reason);
    }

    /**
     * Goes by another goal from now on. What would be due in the past is late by the change, at the time of the change.
     *
     * @param keepPromise whether the earlier of both times holds
     * @param neverLate whether it stays due when it was, if it would be late by the change
     */
    void retarget(Aim aim, boolean keepPromise, boolean neverLate, Instant at, String reason) {
        Instant was = due();
        Kept old = since == null ? new Kept(hours(), policy.boundary(), left, wanted, kept) : null;
        consumed = consumed.plus(ranUntil(at));
        policy = aim.policy();
        goal = aim.goal();
        within = aim.within();
        Duration rest = within.minus(consumed);
        boolean over = rest.isNegative() || rest.isZero();
        if (since == null) {
            if (!over || !neverLate) {
                kept = keepPromise ? old : null;
                left = rest;
                wanted = null;
                overByChange = over;
            }
            trace(at, TraceStep.Kind.RETARGETED, reason);
            return;
        }
        since = at;
        if (over && neverLate && was != null) {
            setDue(was, at);
            trace(at, TraceStep.Kind.RETARGETED, reason + "; it would be late by that, so it stays due when it was");
            return;
        }
        left = over ? Duration.ZERO : rest;
        due = over ? at : null;
        wanted = null;
        Instant reckoned = due();
        if (keepPromise && was != null && reckoned != null && was.isBefore(reckoned)) {
            setDue(was, at);
        }
        if (over) {
            breachedAt = at;
            trace(at, TraceStep.Kind.BREACHED, "late by the change: " + reason);
        } else {
            trace(at, TraceStep.Kind.RETARGETED, reason);
        }
    }

    private void setDue(Instant then, Instant at) {
        consumed = consumed.plus(ranUntil(at));
        since = at;
        due = then;
        wanted = then;
        left = hours().between(at, then);
    }

    /** Is due then. */
    void dueAt(Instant then, Instant at, String reason) {
        if (since != null && breachedAt == null) {
            setDue(then.isBefore(at) ? at : then, at);
            trace(at, TraceStep.Kind.SET_BY_HAND, reason);
        }
    }

    /** The customer was told a time: if that is ahead, it is not due later. */
    void told(Instant until, Instant at) {
        Instant was = due();
        if (since != null && breachedAt == null && was != null && until.isBefore(was) && !until.isBefore(at)) {
            setDue(until, at);
        }
        trace(at, TraceStep.Kind.TOLD, "until " + until);
    }

    void noted(Instant at, TraceStep.Kind kind, String reason) {
        trace(at, kind, reason);
    }

    SlaReading reading(Instant now) {
        RunningClock then = this;
        if (isLateAt(now)) {
            then = copy();
            then.lateAt(now);
        }
        Duration ran = then.ranUntil(now);
        return new SlaReading(
                target,
                cycle,
                then.state(),
                phase(),
                policy.name(),
                within,
                hours(),
                startedAt,
                consumed.plus(ran),
                left.minus(ran),
                Optional.ofNullable(then.due()),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(then.breachedAt),
                new TraceLine.Steps(then.trace));
    }

    private ClockPhase phase() {
        if (endedAt != null) {
            return cancelled ? ClockPhase.CANCELLED : ClockPhase.ENDED;
        }
        return since == null ? ClockPhase.PAUSED : ClockPhase.RUNNING;
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
