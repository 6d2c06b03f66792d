package dev.heed.hours;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was computed last for each of some four years of dates; a date farther away takes the place of another. */
final class DayCache<T> {
    private static final int DAYS = 2048;

    private final AtomicReferenceArray<@Nullable Day<T>> days = new AtomicReferenceArray<>(DAYS);

    private record Day<T>(LocalDate date, T value) {}

    /** The value for a date; two threads may both compute it. */
    T get(LocalDate date, Function<LocalDate, T> compute) {
        int slot = Math.floorMod(date.toEpochDay(), DAYS);
        Day<T> known = days.get(slot);
        if (known == null || !known.date.equals(date)) {
            known = new Day<>(date, compute.apply(date));
            days.set(slot, known);
        }
        return known.value;
    }
}
