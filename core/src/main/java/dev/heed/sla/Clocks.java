package dev.heed.sla;

import dev.heed.error.PracticeCode;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket, of each target the newest, and those before it. A mutable accumulator. Not thread-safe. */
final class Clocks {
    private static final SlaTarget[] TARGETS = SlaTarget.values();
    private static final String UNPAUSED = PracticeCode.PAUSE_WITHOUT_QUESTION + ": the answer asks nothing";

    /** By target; an array, since all of them are looked at on each event. */
    private final @Nullable RunningClock[] newest = new RunningClock[TARGETS.length];

    private final List<RunningClock> past;
    private final Set<Reached> reached;
    private final Elapsed elapsed;

    /** Until when the customer was told to expect an answer, of the reply that is awaited. */
    private @Nullable Instant told;

    Clocks() {
        this(new ArrayList<>(), new HashSet<>(), new Elapsed());
    }

    private Clocks(List<RunningClock> past, Set<Reached> reached, Elapsed elapsed) {
        this.past = past;
        this.reached = reached;
        this.elapsed = elapsed;
    }

    Clocks copy() {
        Clocks copy = new Clocks(new ArrayList<>(past), new HashSet<>(reached), elapsed);
        for (int i = 0; i < newest.length; i++) {
            RunningClock clock = newest[i];
            copy.newest[i] = clock == null ? null : clock.copy();
        }
        copy.told = told;
        return copy;
    }

    @SuppressWarnings("EnumOrdinal") // a place in memory, and nothing that is kept
    private static int slot(SlaTarget target) {
        return target.ordinal();
    }

    private @Nullable RunningClock newest(SlaTarget target) {
        return newest[slot(target)];
    }

    /** All, of each target in the order of its cycles. */
    List<RunningClock> all() {
        List<RunningClock> all = new ArrayList<>(past.size() + TARGETS.length);
        for (SlaTarget target : TARGETS) {
            for (RunningClock clock : past) {
                if (clock.target == target) {
                    all.add(clock);
                }
            }
            find(target).ifPresent(all::add);
        }
        return all;
    }

    Optional<RunningClock> find(SlaTarget target) {
        return Optional.ofNullable(newest(target));
    }

    boolean isOpen(SlaTarget target) {
        RunningClock clock = newest(target);
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

    /** A number that no cycle had of which a level was reached, also if that turned out never to have begun. */
    private int nextCycle(SlaTarget target, @Nullable RunningClock before) {
        int last = before == null ? 0 : before.cycle;
        for (Reached one : reached) {
            last = one.target == target ? Math.max(last, one.cycle) : last;
        }
        return last + 1;
    }

    void lateAt(Instant at) {
        for (RunningClock clock : newest) {
            if (clock != null) {
                clock.lateAt(at);
            }
        }
    }

    /** Nothing begins where the policy wants nothing. */
    void start(SlaTarget target, Standing standing, Instant at, String reason) {
        Aim aim = standing.aim(target);
        if (aim == null) {
            return;
        }
        RunningClock before = newest(target);
        if (before != null) {
            past.add(before);
        }
        int cycle = nextCycle(target, before);
        RunningClock clock = new RunningClock(aim, cycle, at, elapsed, reason);
        newest[slot(target)] = clock;
        keepTold(clock, at);
    }

    private void change(SlaTarget target, Predicate<RunningClock> which, Consumer<RunningClock> how) {
        RunningClock clock = newest(target);
        if (clock != null && which.test(clock)) {
            how.accept(clock);
        }
    }

    void end(SlaTarget target, Instant at, String reason) {
        change(target, RunningClock::isOpen, clock -> clock.end(at, reason));
    }

    void cancel(SlaTarget target, Instant at, String reason) {
        change(target, RunningClock::isOpen, clock -> clock.cancel(at, reason));
    }

    void cancelAll(Instant at, String reason) {
        for (SlaTarget target : TARGETS) {
            cancel(target, at, reason);
        }
    }

    void closed(Instant at, String reason) {
        cancelAll(at, reason);
        told = null;
    }

    void endResolution(Instant at, Predicate<SlaGoal> which, String reason) {
        for (SlaTarget target : TARGETS) {
            if (target.isResolution()) {
                change(target, clock -> clock.isOpen() && which.test(clock.goal()), clock -> clock.end(at, reason));
            }
        }
    }

    /** By a person: whoever waited has an answer, and there is news. */
    void answered(Instant at, String reason) {
        end(SlaTarget.FIRST_REPLY, at, reason);
        end(SlaTarget.NEXT_REPLY, at, reason);
        end(SlaTarget.PERIODIC_UPDATE, at, reason);
        told = null;
    }

    /** What never arrived has ended and stopped nothing, and was left out; here is when that was found. */
    void noteLost(Instant at) {
        for (SlaTarget target : TARGETS) {
            change(
                    target,
                    clock -> clock.isOpen()
                            && clock.startedAt.isBefore(at)
                            && (target.isReply()
                                    || target == SlaTarget.PERIODIC_UPDATE
                                    || clock.goal().isPausedBy(PauseReason.QUESTION)),
                    clock -> clock.noted(at, TraceStep.Kind.REVIVED, "what was written did not arrive"));
        }
    }

    /** What was met by a solution that was none. */
    void reopen(Standing standing, Instant at) {
        for (SlaTarget target : TARGETS) {
            RunningClock clock = newest(target);
            if (target.isResolution() && clock != null && !clock.isOpen() && !clock.isCancelled()) {
                reopen(clock, standing, at, "the ticket was opened again");
            }
        }
    }

    /** By the rule of its goal. */
    private void reopen(RunningClock clock, Standing standing, Instant at, String reason) {
        ReopenRule rule = clock.goal().reopening();
        if (rule == ReopenRule.RESTART || (rule == ReopenRule.RESUME && clock.isBreached())) {
            start(clock.target, standing, at, reason + (clock.isBreached() ? ", late before" : ""));
        } else if (rule == ReopenRule.RESUME) {
            goOn(clock, standing, at, reason);
        }
    }

    /** With what was left, by what holds by now; not if nobody wants it any more. */
    private void goOn(RunningClock clock, Standing standing, Instant at, String reason) {
        Aim aim = standing.aim(clock.target);
        if (aim != null) {
            clock.reopen(at, reason);
            keepTold(clock, at);
            retarget(clock, aim, standing, Change.meanwhile(at));
        }
    }

    /** What was cancelled, and is wanted still, goes on with what was left. */
    void goOnAfterCancelling(Standing standing, Instant at, String reason, Predicate<SlaTarget> wanted) {
        for (SlaTarget target : TARGETS) {
            if (wanted.test(target)) {
                change(target, RunningClock::isCancelled, clock -> goOn(clock, standing, at, reason));
            }
        }
    }

    /** The customer was told a time, after which no reply is due; of several the last one holds. */
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
                change(target, RunningClock::isRunning, clock -> clock.told(due, at));
            }
        }
    }

    /** One that begins, or goes on, while the customer still expects what she was told. */
    private void keepTold(RunningClock clock, Instant at) {
        if (told == null || !clock.target.isReply() || !told.isAfter(at)) {
            return;
        }
        Instant due = clock.due();
        if (due != null && told.isBefore(due)) {
            clock.told(told, at);
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
                            && clock.goal().isPausedBy(PauseReason.QUESTION)
                            && clock.startedAt.isBefore(at),
                    clock -> clock.noted(at, TraceStep.Kind.NOT_PAUSED, UNPAUSED));
        }
    }

    /** By how the ticket stands, and whether the customer was asked something. */
    void pauseOrResume(Instant at, TicketStatus status, boolean asking) {
        for (RunningClock clock : newest) {
            if (clock == null || !clock.isOpen()) {
                continue;
            }
            PauseReason reason = pauses(clock.goal(), status, asking);
            if (reason == null && !clock.isRunning()) {
                clock.resume(at, "what stopped it is over");
                keepTold(clock, at);
            } else if (reason != null) {
                clock.pause(at, reason);
            }
        }
    }

    private static @Nullable PauseReason pauses(SlaGoal goal, TicketStatus status, boolean asking) {
        if (status == TicketStatus.SOLVED && goal.isPausedBy(PauseReason.SOLVED)) {
            return PauseReason.SOLVED;
        } else if (status == TicketStatus.ON_HOLD) {
            return goal.isPausedBy(PauseReason.ON_HOLD) ? PauseReason.ON_HOLD : null;
        }
        return asking && goal.isPausedBy(PauseReason.QUESTION) ? PauseReason.QUESTION : null;
    }

    /**
     * Why clocks go by something else.
     *
     * @param mode what becomes of those that run; empty where that depends on whether the customer was told a time
     * @param byLevel whether a level was reached and did it: then none is late by it
     * @param reason for the people of the shop
     */
    record Change(Optional<ChangeMode> mode, boolean byLevel, Instant at, String reason) {
        private static Change meanwhile(Instant at) {
            return new Change(Optional.empty(), false, at, "what changed meanwhile");
        }
    }

    /** Goes by what holds now. */
    void retarget(Standing standing, Change change, Predicate<SlaTarget> wanted) {
        for (SlaTarget target : TARGETS) {
            Aim aim = standing.aim(target);
            RunningClock clock = newest(target);
            if (aim == null) {
                cancel(target, change.at(), change.reason());
            } else if (clock != null && clock.isOpen()) {
                retarget(clock, aim, standing, change);
            } else if (clock != null && clock.isCancelled() && wanted.test(target)) { // it was not wanted for a while
                goOn(clock, standing, change.at(), change.reason());
            } else if (clock != null && target.isResolution() && wanted.test(target)) {
                reopen(clock, standing, change.at(), change.reason());
            } else if (wanted.test(target)) {
                start(target, standing, change.at(), change.reason());
            }
        }
    }

    /** A late clock keeps its record, and another one begins. */
    private void retarget(RunningClock clock, Aim aim, Standing standing, Change change) {
        if (clock.goesBy(aim)) {
            return;
        }
        if (clock.isBreached()) { // what is late stays so, unless the shop holds itself to something else from now on
            if (change.mode().isPresent()) {
                end(clock.target, change.at(), change.reason());
                start(clock.target, standing, change.at(), change.reason());
            }
            return;
        }
        boolean keep =
                change.mode().map(ChangeMode.KEEP_PROMISE::equals).orElse(clock.target.isReply() && told != null);
        clock.retarget(aim, keep, change.byLevel(), change.at(), change.reason());
    }
}
