package dev.heed.hours;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What was computed last for each of some two years of epoch days; a day farther away takes the place of another. */
final class DayCache<T> {
    private static final int DAYS = 1024;

    private final AtomicReferenceArray<@Nullable Day<T>> days = new AtomicReferenceArray<>(DAYS);

    private record Day<T>(long number, T value) {}

    /** The value for a day; two threads may both compute it. */
    T get(long day, LongFunction<T> compute) {
        int slot = (int) Math.floorMod(day, (long) DAYS);
        Day<T> known = days.get(slot);
        if (known == null || known.number != day) {
            known = new Day<>(day, compute.apply(day));
            days.set(slot, known);
        }
        return known.value;
    }
}
