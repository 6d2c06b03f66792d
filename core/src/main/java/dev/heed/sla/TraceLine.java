package dev.heed.sla;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a trace, with those before it. Many are written and few are read, so what can be reckoned later is.
 *
 * @param consumed working time until {@code since}
 * @param since since when the clock ran then; null if it stood still
 * @param hours in which its time passes
 * @param boundary which instant is due where its time ends with a closing
 * @param left what was left at {@code since}
 * @param due when it is due, where that was not reckoned from what was left
 * @param pause what stopped it then; null unless it was stopped
 */
record TraceLine(
        Instant at,
        TraceStep.Kind kind,
        Duration consumed,
        @Nullable Instant since,
        BusinessHours hours,
        Boundary boundary,
        Duration left,
        @Nullable Instant due,
        @Nullable PauseReason pause,
        String reason,
        @Nullable TraceLine before) {

    private TraceStep step() {
        return new TraceStep(
                at,
                kind,
                consumed(consumed, since, at, hours),
                hours,
                Optional.ofNullable(due == null && since != null ? due(since, left, hours, boundary) : due),
                Optional.ofNullable(pause),
                reason);
    }

    /** When what is left has passed. */
    static Instant due(Instant since, Duration left, BusinessHours hours, Boundary boundary) {
        return boundary == Boundary.EARLIEST ? hours.plus(since, left) : hours.plus(since, left, Boundary.LATEST);
    }

    /** Working time until an instant. */
    private static Duration consumed(Duration before, @Nullable Instant since, Instant at, BusinessHours hours) {
        return since == null || !at.isAfter(since) ? before : before.plus(hours.between(since, at));
    }

    /** The lines in their order, made when somebody reads them. Immutable and thread-safe. */
    static final class Steps extends AbstractList<TraceStep> {
        private final @Nullable TraceLine last;
        private @Nullable List<TraceStep> steps;

        Steps(@Nullable TraceLine last) {
            this.last = last;
        }

        private List<TraceStep> steps() {
            List<TraceStep> known = steps;
            if (known == null) {
                List<TraceStep> all = new ArrayList<>();
                for (TraceLine line = last; line != null; line = line.before) {
                    all.add(line.step());
                }
                Collections.reverse(all);
                known = List.copyOf(all);
                steps = known;
            }
            return known;
        }

        @Override
        public TraceStep get(int index) {
            return steps().get(index);
        }

        @Override
        public int size() {
            return steps().size();
        }
    }
}
