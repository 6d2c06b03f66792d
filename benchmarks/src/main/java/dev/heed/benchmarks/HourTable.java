package dev.heed.benchmarks;

import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A peer: the working time before each hour of a year, 36 kB for a calendar. Right for calendars that open on the hour. */
final class HourTable {
    private static final int HOURS = 366 * 24;

    private final long start;
    private final int[] before = new int[HOURS + 1];

    HourTable(BusinessHours hours, Instant start) {
        this.start = start.getEpochSecond();
        for (int hour = 0; hour <= HOURS; hour++) {
            before[hour] = (int)
                    hours.between(start, start.plus(Duration.ofHours(hour))).toSeconds();
        }
    }

    /** Both in epoch seconds; within the year. */
    long plus(long at, long work) {
        int second = (int) (at - start);
        int hour = second / 3600;
        int open = before[hour + 1] - before[hour];
        int goal = before[hour] + Math.min(second - hour * 3600, open) + (int) work;
        int found = Arrays.binarySearch(before, goal);
        int end = found >= 0 ? found : -found - 1;
        while (end > 0 && before[end - 1] >= goal) {
            end--;
        }
        return start + (end - 1) * 3600L + (goal - before[end - 1]);
    }
}
