package dev.heed.sla;

import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket, of each target the newest, and those before it. A mutable accumulator. Not thread-safe. */
final class Clocks {
    private static final SlaTarget[] TARGETS = SlaTarget.values();

    private final Map<SlaTarget, RunningClock> newest = new EnumMap<>(SlaTarget.class);
    private final List<RunningClock> past;
    private final Set<Reached> reached;

    /** Until when the customer was told to expect an answer, of the reply that is awaited. */
    private @Nullable Instant told;

    Clocks() {
        this(new ArrayList<>(), new HashSet<>());
    }

    private Clocks(List<RunningClock> past, Set<Reached> reached) {
        this.past = past;
        this.reached = reached;
    }

    Clocks copy() {
        Clocks copy = new Clocks(new ArrayList<>(past), new HashSet<>(reached));
        newest.forEach((target, clock) -> copy.newest.put(target, clock.copy()));
        copy.told = told;
        return copy;
    }

    /** All, of each target in the order of its cycles. */
    List<RunningClock> all() {
        List<RunningClock> all = new ArrayList<>(past);
        for (SlaTarget target : TARGETS) {
            find(target).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(clock -> clock.target));
        return all;
    }

    Optional<RunningClock> find(SlaTarget target) {
        return Optional.ofNullable(newest.get(target));
    }

    boolean isOpen(SlaTarget target) {
        RunningClock clock = newest.get(target);
        return clock != null && clock.isOpen();
    }

    /** A level, of which cycle of what. */
    private record Reached(SlaTarget target, int cycle, String level) {}

    boolean hasReached(RunningClock clock, SlaLevel level) {
        return reached.contains(new Reached(clock.target, clock.cycle, level.name()));
    }

    void reached(LevelReached event) {
        reached.add(new Reached(event.target(), event.cycle(), event.level()));
    }

    void lateAt(Instant at) {
        newest.values().forEach(clock -> clock.lateAt(at));
    }

    /** Nothing begins where the policy wants nothing. */
    void start(SlaTarget target, Standing standing, Instant at, String reason) {
        Aim.of(standing, target).ifPresent(aim -> {
            RunningClock before = newest.get(target);
            if (before != null) {
                past.add(before);
            }
            int cycle = before == null ? 1 : before.cycle + 1;
            newest.put(target, RunningClock.start(aim.goal, cycle, aim.policy, aim.within, at, reason));
            told = target.isReply() ? null : told;
        });
    }

    private void change(SlaTarget target, Predicate<RunningClock> which, UnaryOperator<RunningClock> how) {
        RunningClock clock = newest.get(target);
        if (clock != null && which.test(clock)) {
            newest.put(target, how.apply(clock));
        }
    }

    void end(SlaTarget target, Instant at, @Nullable MessageId by, String reason) {
        change(target, RunningClock::isOpen, clock -> clock.end(at, by, reason));
    }

    void cancel(SlaTarget target, Instant at, String reason) {
        change(target, RunningClock::isOpen, clock -> clock.cancel(at, reason));
    }

    void cancelAll(Instant at, String reason) {
        for (SlaTarget target : TARGETS) {
            cancel(target, at, reason);
        }
    }

    void endResolution(Instant at, Predicate<SlaGoal> which, String reason) {
        for (SlaTarget target : TARGETS) {
            if (target.isResolution()) {
                change(target, clock -> clock.isOpen() && which.test(clock.goal), clock -> clock.end(at, null, reason));
            }
        }
    }

    /** What a lost answer had ended goes on; whether there was anything. */
    boolean revive(MessageId lost, Instant at) {
        boolean any = false;
        for (SlaTarget target : TARGETS) {
            RunningClock clock = newest.get(target);
            if (target.isReply() && clock != null && lost.equals(clock.endedBy)) {
                newest.put(target, clock.revive(at, "the answer did not arrive"));
                any = true;
            }
        }
        return any;
    }

    /** What was met by a solution that was none. */
    void reopen(Standing standing, Instant at) {
        for (SlaTarget target : TARGETS) {
            RunningClock clock = newest.get(target);
            if (!target.isResolution() || clock == null || clock.isOpen() || clock.cancelled) {
                continue;
            }
            ReopenRule rule = clock.goal.reopening();
            if (rule == ReopenRule.RESTART || (rule == ReopenRule.RESUME && clock.breachedAt != null)) {
                start(
                        target,
                        standing,
                        at,
                        "the ticket was opened again" + (clock.breachedAt != null ? ", late before" : ""));
            } else if (rule == ReopenRule.RESUME) {
                newest.put(target, clock.reopen(at, "the ticket was opened again"));
            }
        }
    }

    /** What was cancelled, and is wanted still, goes on with what was left. */
    void goOnAfterCancelling(Instant at, String reason, Predicate<SlaTarget> wanted) {
        for (SlaTarget target : TARGETS) {
            if (wanted.test(target)) {
                change(target, RunningClock::canGoOn, clock -> clock.reopen(at, reason));
            }
        }
    }

    /** The customer was told a time; of several the last one holds. */
    void told(Promise promise, Instant at) {
        if (promise.kind() == PromiseKind.REPLY) {
            told(promise.due(), at);
        }
    }

    void told(Instant due, Instant at) {
        if (due.equals(told)) {
            return;
        }
        told = due;
        for (SlaTarget target : TARGETS) {
            if (target.isReply()) {
                change(target, RunningClock::isRunning, clock -> clock.noted(at, TraceStep.Kind.TOLD, "until " + due));
            }
        }
    }

    /** P59 of the clock's cases: never beyond what the customer was told. */
    void setByHand(DueSet set) {
        Instant limit = set.target().isReply() && told != null && told.isBefore(set.due()) ? told : set.due();
        String reason = "by " + set.by() + ": " + set.reason()
                + (limit.equals(set.due()) ? "" : " (the customer was told an earlier time)");
        change(set.target(), RunningClock::isRunning, clock -> clock.dueAt(limit, set.at(), reason));
    }

    void noteUnpaused(Instant at) {
        for (SlaTarget target : TARGETS) {
            change(
                    target,
                    clock -> clock.isRunning()
                            && clock.goal.isPausedBy(PauseReason.QUESTION)
                            && clock.startedAt.isBefore(at),
                    clock -> clock.noted(
                            at,
                            TraceStep.Kind.NOT_PAUSED,
                            PracticeCode.PAUSE_WITHOUT_QUESTION + ": the answer asks nothing"));
        }
    }

    void pauseOrResume(Instant at, Function<SlaGoal, @Nullable PauseReason> why) {
        for (RunningClock clock : newest.values()) {
            if (clock.isOpen()) {
                PauseReason reason = why.apply(clock.goal);
                var unused = reason != null ? clock.pause(at, reason) : clock.resume(at, "what stopped it is over");
            }
        }
    }

    /** Goes by what holds now. */
    void retarget(
            Standing standing, Optional<ChangeMode> mode, Instant at, String reason, Predicate<SlaTarget> wanted) {
        for (SlaTarget target : TARGETS) {
            Optional<Aim> aim = Aim.of(standing, target);
            RunningClock clock = newest.get(target);
            if (aim.isEmpty()) {
                cancel(target, at, reason);
            } else if (clock != null && clock.isOpen()) {
                retarget(clock, aim.get(), standing, mode, at, reason);
            } else if (wanted.test(target)) {
                start(target, standing, at, reason);
            }
        }
    }

    /** A late clock keeps its record, and another one begins. */
    private void retarget(
            RunningClock clock, Aim aim, Standing standing, Optional<ChangeMode> mode, Instant at, String reason) {
        if (clock.policy == aim.policy && clock.within.equals(aim.within)) {
            return;
        }
        if (clock.breachedAt != null) {
            end(clock.target, at, null, reason);
            start(clock.target, standing, at, reason);
            return;
        }
        boolean keep = mode.map(ChangeMode.KEEP_PROMISE::equals).orElse(clock.target.isReply() && told != null);
        var unused = clock.retarget(aim.policy, aim.goal, aim.within, keep, at, reason);
    }

    /** What holds for a target. */
    private record Aim(SlaPolicy policy, SlaGoal goal, Duration within) {
        static Optional<Aim> of(Standing standing, SlaTarget target) {
            SlaPolicy policy = standing.policy().orElse(null);
            SlaSubject subject = standing.subject().orElse(null);
            if (policy == null || subject == null) {
                return Optional.empty();
            }
            return policy.goal(target).map(goal -> new Aim(policy, goal, goal.within(subject.priority())));
        }
    }
}
