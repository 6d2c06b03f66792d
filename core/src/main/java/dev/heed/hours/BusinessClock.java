package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Business time of a schedule: the open seconds since an origin, for each epoch second, and back. Compiles what it is asked
 * for, and keeps it. Thread-safe.
 *
 * <p>Dates repeat every 400 years, days of the week and clock changes with them (the Gregorian calendar has 146,097 days in
 * 400 years, a multiple of 7). So beyond the last thing that happens once, what was reckoned for 400 years goes on for ever,
 * and no table has to.
 */
final class BusinessClock {
    private static final long CYCLE_DAYS = 146_097;
    private static final long CYCLE = CYCLE_DAYS * Window.DAY;

    /** As many are compiled at once, at least. */
    private static final long SOME_DAYS = 128;

    /** Some zones know their changes until 2037, some until 2100; from the year after all go by rules. */
    private static final int FIRST_REGULAR_YEAR = 2101;

    private static final int LAST_REGULAR_YEAR = 1800;

    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();
    private static final long FIRST_SECOND = Instant.MIN.getEpochSecond();

    private final Schedule schedule;
    private final long firstDay;
    private final long endDay;
    private volatile @Nullable Timetable table;

    BusinessClock(Schedule schedule) {
        this.schedule = schedule;
        long first = LocalDate.of(LAST_REGULAR_YEAR, 1, 1).toEpochDay();
        long last = LocalDate.of(FIRST_REGULAR_YEAR, 1, 1).toEpochDay();
        if (!schedule.calendars().isEmpty()) {
            first = LocalDate.of(HolidayCalendar.FIRST_YEAR - 1, 1, 1).toEpochDay();
            last = LocalDate.of(HolidayCalendar.LAST_YEAR + 2, 1, 1).toEpochDay();
        }
        for (long day : schedule.special().keySet()) {
            first = Math.min(first, day - 2);
            last = Math.max(last, day + 2);
        }
        for (ZoneOffsetTransition change : schedule.zone().getRules().getTransitions()) {
            first = Math.min(first, change.getInstant().getEpochSecond() / Window.DAY - 2);
            last = Math.max(last, change.getInstant().getEpochSecond() / Window.DAY + 366);
        }
        firstDay = Math.floorDiv(first - CYCLE_DAYS, SOME_DAYS) * SOME_DAYS - SOME_DAYS;
        endDay = Math.floorDiv(last + CYCLE_DAYS, SOME_DAYS) * SOME_DAYS + 2 * SOME_DAYS;
    }

    /** Twice the open seconds from the origin until then, and one if that second is open. */
    long work(long second) {
        Timetable known = table;
        if (known == null || !known.covers(second)) {
            return farWork(second);
        }
        return known.work(second);
    }

    /**
     * The earliest epoch second by which this much work is done.
     *
     * @throws InvalidInputException if time ends before that
     */
    long when(long work) {
        Timetable known = table;
        if (known == null || !known.holds(work)) {
            return farWhen(work);
        }
        return known.when(work);
    }

    private long farWork(long second) {
        long end = endDay * Window.DAY;
        long begin = firstDay * Window.DAY;
        if (second >= end) {
            long cycles = (second - end) / CYCLE + 1;
            return work(second - cycles * CYCLE) + 2 * cycles * workOfCycle(end - CYCLE);
        }
        if (second < begin) {
            long cycles = (begin - 1 - second) / CYCLE + 1;
            return work(second + cycles * CYCLE) - 2 * cycles * workOfCycle(begin);
        }
        return covering(Math.floorDiv(second, Window.DAY)).work(second);
    }

    private long workOfCycle(long from) {
        return (work(from + CYCLE - 1) >> 1) + (work(from + CYCLE - 1) & 1) - (work(from) >> 1);
    }

    private long farWhen(long work) {
        Timetable known = table == null ? covering(0) : table;
        while (!known.holds(work)) {
            boolean later = work > known.end;
            long edge = later ? known.firstDay + known.days.length : known.firstDay - 1;
            if (later ? edge >= endDay : edge < firstDay) {
                return later ? beyond(work, known) : before(work, known);
            }
            long missing = later ? work - known.end : known.begin - work;
            long average = Math.max(1, (known.end - known.begin) / known.days.length);
            long more = Math.min(missing / average, 4L * known.days.length);
            known = covering(later ? Math.min(edge + more, endDay - 1) : Math.max(edge - more, firstDay));
        }
        return known.when(work);
    }

    private long beyond(long work, Timetable known) {
        long end = endDay * Window.DAY;
        long cycle = workOfCycle(end - CYCLE);
        long cycles = (work - known.end - 1) / cycle + 1;
        requireTime(cycles);
        long second = when(work - cycles * cycle) + cycles * CYCLE;
        if (second > LAST_SECOND) {
            throw endOfTime();
        }
        return second;
    }

    private long before(long work, Timetable known) {
        long cycle = workOfCycle(firstDay * Window.DAY);
        long cycles = (known.begin - work) / cycle + 1;
        requireTime(cycles);
        long second = when(work + cycles * cycle) - cycles * CYCLE;
        if (second < FIRST_SECOND) {
            throw endOfTime();
        }
        return second;
    }

    private static void requireTime(long cycles) {
        if (cycles > (LAST_SECOND - FIRST_SECOND) / CYCLE) {
            throw endOfTime();
        }
    }

    static InvalidInputException endOfTime() {
        return new InvalidInputException(
                "There is no instant at which so much working time has passed: time ends before.",
                "Give a shorter duration.");
    }

    /** With this day, which is within the limits, and some around it. */
    private synchronized Timetable covering(long day) {
        Timetable known = table;
        long some = Math.floorDiv(day, SOME_DAYS) * SOME_DAYS;
        long first = known == null ? some : Math.min(some, known.firstDay);
        long end = some + SOME_DAYS;
        if (known != null) {
            end = Math.max(end, known.firstDay + known.days.length);
        }
        if (known == null || first < known.firstDay || end > known.firstDay + known.days.length) {
            known = TimetableCompiler.compile(schedule, known, first, end);
            table = known;
        }
        return known;
    }
}
