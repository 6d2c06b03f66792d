package dev.heed.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a trace, with those before it. Many are written and few are read. */
record TraceLine(
        Instant at,
        TraceStep.Kind kind,
        Duration consumed,
        @Nullable Instant due,
        String reason,
        @Nullable TraceLine before) {

    private TraceStep step() {
        return new TraceStep(at, kind, consumed, Optional.ofNullable(due), reason);
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
