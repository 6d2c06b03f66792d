package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Business time of a schedule: the open seconds since an origin, for each instant, and back. Compiles what it is asked
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

    /** Takes nothing from nanoseconds below two seconds, and shows a compiler that they need no care for negative ones. */
    static final long NOT_NEGATIVE = Integer.MAX_VALUE;

    private static final long ANYWHERE = Long.MIN_VALUE;

    private final Schedule schedule;
    private final long firstDay;
    private final long endDay;

    /** Only ever replaced by one that has more; whoever reads an older one, or none, comes to a lock. */
    private @Nullable Timetable table;

    /**
     * In place of it once it has a closure for which nobody waits: so each question comes to where that is looked at, and the
     * answer does not depend on what was asked before.
     */
    private @Nullable Timetable closing;

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

    /**
     * The whole seconds of work from the origin until an epoch second, twice, and one more if that is open itself; that is, until
     * this second and until the next one together.
     */
    long twice(long second) {
        Timetable known = table;
        return known != null && known.covers(second) ? known.twice(second) : farTwice(second);
    }

    /** Whether an epoch second is open, as {@link #twice} says: all bits or none. */
    static long openMask(long twice) {
        return -(twice & 1);
    }

    /**
     * The earliest instant by which so much work after another one is done.
     *
     * @param second of 1970, and
     * @param nano from 0 to 999,999,999: when it begins
     * @param seconds may be negative
     * @param nanos from minus a second to a second, both among them
     * @throws InvalidInputException if time ends before that, or there are more than ten years in between without an hour
     */
    Instant after(long second, long nano, long seconds, long nanos) {
        long twice = twice(second);
        long some = (nano & openMask(twice)) + nanos;
        long carry = carry(some);
        long rest = some - carry * Timetable.SECOND;
        long begun = begun(rest);
        long last = (twice >> 1) + seconds + carry + begun;
        try {
            return Instant.ofEpochSecond(secondOf(last, second) - begun, rest & NOT_NEGATIVE);
        } catch (DateTimeException e) { // with the last second of all
            throw endOfTime();
        }
    }

    /**
     * The same as {@link #after} in nanoseconds since 1970.
     *
     * @throws ArithmeticException if they do not fit
     */
    long nanosAfter(long second, long nano, long seconds, long nanos) {
        long twice = twice(second);
        long some = (nano & openMask(twice)) + nanos;
        long carry = carry(some);
        long rest = some - carry * Timetable.SECOND;
        long begun = begun(rest);
        long last = (twice >> 1) + seconds + carry + begun;
        return Math.addExact(Math.multiplyExact(secondOf(last, second) - begun, Timetable.SECOND), rest);
    }

    /** How many whole seconds there are in nanoseconds from minus one second to less than two, without a branch. */
    private static long carry(long nanos) {
        return (nanos >> 63) + ((Timetable.SECOND - 1 - nanos) >>> 63);
    }

    /** What to add to whole seconds for the second that began last: one that is not over begins with them, else it is that before. */
    private static long begun(long rest) {
        return (-rest >>> 63) - 1;
    }

    private long secondOf(long work, long near) {
        Timetable known = table;
        return known != null && known.covers(near) && known.holds(work)
                ? known.secondOf(work, near)
                : farSecondOf(work, Math.floorDiv(near, (long) Window.DAY));
    }

    private long farTwice(long second) {
        long cycles = cyclesUntil(Math.floorDiv(second, (long) Window.DAY));
        if (cycles == 0) {
            return covering(Math.floorDiv(second, (long) Window.DAY)).twice(second);
        }
        return twice(second - cycles * CYCLE) + 2 * cycles * workOfCycle(cycles > 0 ? endDay - CYCLE_DAYS : firstDay);
    }

    /** How many times 400 years a day is behind the last that is compiled, or, negative, before the first. */
    private long cyclesUntil(long day) {
        if (day >= endDay) {
            return (day - endDay) / CYCLE_DAYS + 1;
        }
        return day < firstDay ? -((firstDay - 1 - day) / CYCLE_DAYS + 1) : 0;
    }

    private long workOfCycle(long from) {
        long last = twice((from + CYCLE_DAYS) * Window.DAY - 1);
        return (last >> 1) + (last & 1) - (twice(from * Window.DAY) >> 1);
    }

    /** With an epoch day, which is not too far from it by closures; or {@link #ANYWHERE}. */
    private long farSecondOf(long work, long near) {
        Timetable known = closing == null ? table : closing;
        known = known == null ? covering(0) : known;
        while (!known.holds(work)) {
            boolean later = work >= known.end;
            long edge = later ? known.firstDay + known.count : known.firstDay - 1;
            if (later ? edge >= endDay : edge < firstDay) {
                return beyond(later ? work - known.end : work - known.begin, work);
            }
            refuseClosure(known, near, later ? edge : edge + 1);
            long missing = later ? work - known.end : known.begin - work;
            long average = Math.max(1, (known.end - known.begin) / known.count);
            long more = Math.min(missing / average, 4L * known.count);
            known = covering(later ? Math.min(edge + more, endDay - 1) : Math.max(edge - more, firstDay));
        }
        long second = known.secondOf(work, known.firstDay * Window.DAY);
        refuseClosure(known, near, Math.floorDiv(second, (long) Window.DAY));
        return second;
    }

    /** Whoever would have to wait through a closure of years is told so. */
    private void refuseClosure(Timetable known, long near, long day) {
        Closure closure = near == ANYWHERE ? null : Closure.of(known, Math.min(near, day), Math.max(near, day));
        if (closure != null) {
            throw closure.refused(schedule);
        }
    }

    /**
     * By the rule that all repeats.
     *
     * @param distance how much work it is behind the end, or, negative, before the beginning of all that is compiled
     */
    private long beyond(long distance, long work) {
        long cycle = workOfCycle(distance >= 0 ? endDay - CYCLE_DAYS : firstDay);
        long cycles = distance >= 0 ? distance / cycle + 1 : (distance + 1) / cycle - 1;
        if (Math.abs(cycles) > (LAST_SECOND - FIRST_SECOND) / CYCLE) {
            throw endOfTime();
        }
        long second = farSecondOf(work - cycles * cycle, ANYWHERE) + cycles * CYCLE;
        if (second > LAST_SECOND || second < FIRST_SECOND) {
            throw endOfTime();
        }
        return second;
    }

    static InvalidInputException endOfTime() {
        return new InvalidInputException(
                "There is no such instant: time ends, or begins, before so much working time has passed, or before the shop"
                        + " opens or closes.",
                "Give a shorter duration, or an instant that is farther from the ends of time.");
    }

    /** With this day, which is within the limits, and some around it. */
    private synchronized Timetable covering(long day) {
        Timetable known = closing == null ? table : closing;
        long some = Math.floorDiv(day, SOME_DAYS) * SOME_DAYS;
        long first = known == null ? some : Math.min(some, known.firstDay);
        long end = some + SOME_DAYS;
        if (known != null) {
            end = Math.max(end, known.firstDay + known.count);
        }
        if (known == null || first < known.firstDay || end > known.firstDay + known.count) {
            known = TimetableCompiler.compile(schedule, known, first, end);
            if (Closure.of(known, known.firstDay, known.firstDay + known.count) == null) {
                table = known;
            } else {
                closing = known;
                table = null;
            }
        }
        return known;
    }
}
