package dev.heed.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to it, the queue behaves as a sorted map from each time to the keys that wait for it. */
class DeadlinesModelTest {
    private static final long NOVEMBER_2026 = 1_795_392_000_000_000_000L;
    private static final long TWO_YEARS = 63_072_000_000_000_000L;

    sealed interface Deed {}

    /** So many are scheduled for one time, with keys that follow one another. */
    record Schedule(long due, int count) implements Deed {}

    /** Everything that is due fires; of so many one schedules another, that much later or earlier than itself. */
    record Sweep(long now, int every, long later) implements Deed {}

    record Ask() implements Deed {}

    /** What is simple enough to be right. */
    private static final class Model {
        private final NavigableMap<Long, Deque<Long>> waiting = new TreeMap<>();
        private long size;

        void schedule(long due, long key) {
            waiting.computeIfAbsent(due, any -> new ArrayDeque<>()).add(key);
            size++;
        }

        void fireUntil(long now, Deadlines.Handler handler) {
            while (!waiting.isEmpty() && waiting.firstKey() <= now) {
                Map.Entry<Long, Deque<Long>> first = waiting.firstEntry();
                long key = first.getValue().remove();
                size--;
                if (first.getValue().isEmpty()) {
                    waiting.remove(first.getKey());
                }
                handler.fired(first.getKey(), key);
            }
        }
    }

    private interface Scheduler {
        void schedule(long due, long key);
    }

    private record Fired(long due, long key) {}

    /** Records what fires, and schedules others as the sweep says, each of which schedules none. */
    private static Deadlines.Handler recording(List<Fired> fired, Sweep sweep, Scheduler scheduler) {
        return (due, key) -> {
            fired.add(new Fired(due, key));
            if (key >= 0 && key % sweep.every == 0) {
                scheduler.schedule(due + sweep.later, -1 - key);
            }
        };
    }

    @Property(tries = 3000)
    void everyDeadlineFiresOnceInOrderAndNotEarly(
            @ForAll("deeds") List<Deed> deeds,
            @ForAll @IntRange(min = 1, max = 6) int sorted,
            @ForAll @IntRange(min = 2, max = 20) int longestList) {
        Deadlines deadlines = new Deadlines(sorted, longestList);
        Model model = new Model();
        long key = 0;
        for (Deed deed : deeds) {
            if (deed instanceof Schedule schedule) {
                for (int i = 0; i < schedule.count; i++) {
                    deadlines.schedule(schedule.due, key);
                    model.schedule(schedule.due, key++);
                }
            } else if (deed instanceof Sweep sweep) {
                sweepBoth(deadlines, model, sweep);
            } else {
                askBoth(deadlines, model);
            }
            assertThat(deadlines.size()).isEqualTo(model.size);
        }
        sweepBoth(deadlines, model, new Sweep(Long.MAX_VALUE, 3, 1));
        assertThat(deadlines.size()).isZero();
        assertThat(deadlines.nextDue()).isEmpty();
    }

    private static void sweepBoth(Deadlines deadlines, Model model, Sweep sweep) {
        List<Fired> fired = new ArrayList<>();
        List<Fired> expected = new ArrayList<>();
        long count = deadlines.fireUntil(sweep.now, recording(fired, sweep, deadlines::schedule));
        model.fireUntil(sweep.now, recording(expected, sweep, model::schedule));
        assertThat(fired).isEqualTo(expected);
        assertThat(fired).allSatisfy(each -> assertThat(each.due).isLessThanOrEqualTo(sweep.now));
        assertThat(count).isEqualTo(fired.size());
    }

    private static void askBoth(Deadlines deadlines, Model model) {
        if (model.waiting.isEmpty()) {
            assertThat(deadlines.nextDue()).isEmpty();
        } else {
            assertThat(deadlines.nextDue()).hasValue(model.waiting.firstKey());
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Deed> schedule =
                Combinators.combine(times(), Arbitraries.of(1, 1, 1, 3, 40)).as(Schedule::new);
        Arbitrary<Deed> sweep = Combinators.combine(
                        times(),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(-70_000L, -1L, 0L, 1L, 300L, 1L << 40))
                .as(Sweep::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, schedule), Tuple.of(2, sweep), Tuple.of(1, Arbitraries.just(new Ask())))
                .list()
                .ofMaxSize(120);
    }

    /** Few that are often the same, some near one another on every scale, and the ends of what a number can tell. */
    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-3, 12),
                Combinators.combine(
                                Arbitraries.longs().between(-4, 4),
                                Arbitraries.integers().between(0, 56))
                        .as((steps, bits) -> NOVEMBER_2026 + (steps << bits)),
                Arbitraries.longs().between(NOVEMBER_2026, NOVEMBER_2026 + TWO_YEARS),
                Arbitraries.longs(),
                Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE));
    }
}
