package dev.heed.hours;

import dev.heed.error.ConfigurationException.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Finds out whether a calendar is closed for so long that nobody should wait for it. */
final class Closures {
    /** Longer than two years. */
    private static final int MOST_DAYS = 731;

    private static final int SOME_DAYS = 32;

    /** Where what is always the same is looked at: any three years would do. */
    private static final LocalDate ANY_DATE = LocalDate.of(2026, 1, 1);

    private Closures() {}

    /** Those with which work cannot be placed within two years. */
    static List<Problem> tooLong(Schedule schedule) {
        if (!opensWithin(schedule, ANY_DATE.toEpochDay(), 3 * 366)) {
            return List.of(Problem.of(
                    "The calendar is never open: breaks or holidays take all of its hours.",
                    "Look after its breaks and holidays."));
        }
        TreeSet<Long> dates = new TreeSet<>(schedule.special().keySet());
        if (dates.size() > MOST_DAYS / 7) { // with fewer, no day of the week can be closed for two years
            long last = dates.first() - 1;
            for (long day : dates) {
                if (day - last > MOST_DAYS) {
                    last = lastOpenDay(schedule, day);
                    if (day - last > MOST_DAYS) {
                        return List.of(Problem.of(
                                "The calendar is closed for more than two years until " + LocalDate.ofEpochDay(day)
                                        + ".",
                                "Leave past holidays out, and look after the dates with hours of their own."));
                    }
                }
            }
        }
        return List.of();
    }

    private static boolean opensWithin(Schedule schedule, long firstDay, int days) {
        for (long day = firstDay; day < firstDay + days; day += SOME_DAYS) {
            if (schedule.openBetween(day * Window.DAY, (day + SOME_DAYS) * Window.DAY)
                            .count()
                    > 0) {
                return true;
            }
        }
        return false;
    }

    /** The last one up to a day, if it is no more than two years and some days ago. */
    private static long lastOpenDay(Schedule schedule, long day) {
        long end = day + 1;
        while (end > day - MOST_DAYS) {
            Spans open = schedule.openBetween((end - SOME_DAYS) * Window.DAY, end * Window.DAY);
            if (open.count() > 0) {
                return Math.floorDiv(open.until(open.count() - 1), Window.DAY);
            }
            end -= SOME_DAYS;
        }
        return end;
    }
}
