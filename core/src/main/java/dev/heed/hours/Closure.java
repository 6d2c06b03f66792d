package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time without an hour for which nobody waits: more than ten years.
 *
 * @param first the first epoch day without hours
 * @param next the day behind the last that is known to have none
 */
record Closure(long first, long next) {
    /** Some more days than ten years. */
    static final long LONGEST = 3_660;

    private static final long STEP = LONGEST / 2 + 1;

    /** The first one in a stretch of days, as far as it is in it; null if there is none. */
    static @Nullable Closure of(Timetable table, long from, long until) {
        long begin = Math.max(from, table.firstDay);
        long end = Math.min(until, table.firstDay + table.count);
        for (long day = begin; day < end - STEP; day += STEP) {
            long work = table.secondsBefore(day);
            if (work == table.secondsBefore(day + STEP)) {
                long first = work > table.begin ? dayOf(table, work - 1) + 1 : begin;
                long next = work < table.end ? dayOf(table, work) : end;
                Closure closure = new Closure(Math.max(first, begin), Math.min(next, end));
                if (closure.isTooLong()) {
                    return closure;
                }
            }
        }
        return null;
    }

    private static long dayOf(Timetable table, long second) {
        return Math.floorDiv(table.secondOf(second, table.firstDay * Window.DAY), (long) Window.DAY);
    }

    boolean isTooLong() {
        return next - first > LONGEST;
    }

    InvalidInputException refused(Schedule schedule) {
        return new InvalidInputException(
                "The shop has no hours for more than ten years after " + LocalDate.ofEpochDay(first - 1)
                        + ", so nothing can be reckoned beyond that.",
                "Look after its closed dates and its calendars of holidays: "
                        + schedule.calendars().stream()
                                .map(HolidayCalendar::name)
                                .toList()
                        + ".");
    }
}
