package dev.heed.hours;

import dev.heed.error.InvalidInputException;
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
    private static final long DAY_NANOS = Window.DAY * Timetable.SECOND;

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

    /** The whole seconds of work from the origin until the beginning of an epoch day. */
    long secondsBefore(long day) {
        Timetable known = table;
        return known != null && known.covers(day) ? known.secondsBefore(day) : farSecondsBefore(day);
    }

    /** The nanoseconds of work on an epoch day, from its beginning until a nanosecond of it. */
    long nanosUntil(long day, long nanoOfDay) {
        Timetable known = table;
        return known != null && known.covers(day)
                ? known.nanosUntil(day, nanoOfDay)
                : covering(inReach(day)).nanosUntil(inReach(day), nanoOfDay);
    }

    /**
     * The earliest instant by which so much work since the origin is done.
     *
     * @param nanos from 0 to 999,999,999
     * @param near an epoch day that may be shortly before it
     * @throws InvalidInputException if time ends before that, or there are more than ten years in between without an hour
     */
    Instant when(long seconds, long nanos, long near) {
        Timetable known = table;
        long second = last(seconds, nanos);
        if (known == null || !known.holds(second)) {
            return farWhen(seconds, nanos, near);
        }
        int at = known.find(second, near);
        return Instant.ofEpochSecond(known.day(at) * Window.DAY, known.nanoOfDay(at, seconds, nanos));
    }

    /**
     * The same as {@link #when} in nanoseconds since 1970.
     *
     * @throws ArithmeticException if they do not fit
     */
    long nanosWhen(long seconds, long nanos, long near) {
        Timetable known = table;
        long second = last(seconds, nanos);
        if (known == null || !known.holds(second)) {
            Instant far = farWhen(seconds, nanos, near);
            return Math.addExact(Math.multiplyExact(far.getEpochSecond(), Timetable.SECOND), far.getNano());
        }
        int at = known.find(second, near);
        return Math.addExact(Math.multiplyExact(known.day(at), DAY_NANOS), known.nanoOfDay(at, seconds, nanos));
    }

    /** The second of work in which so much of it is done: a part of a second is in the one that begins after the whole ones. */
    private static long last(long seconds, long nanos) {
        return seconds - 1 + (-nanos >>> 63);
    }

    private long farSecondsBefore(long day) {
        long cycles = cyclesUntil(day);
        if (cycles == 0) {
            return covering(day).secondsBefore(day);
        }
        return secondsBefore(inReach(day)) + cycles * workOfCycle(cycles > 0 ? endDay - CYCLE_DAYS : firstDay);
    }

    /** The day whose hours a day has by the rule that all repeats. */
    private long inReach(long day) {
        return day - cyclesUntil(day) * CYCLE_DAYS;
    }

    /** How many times 400 years a day is behind the last that is compiled, or, negative, before the first. */
    private long cyclesUntil(long day) {
        if (day >= endDay) {
            return (day - endDay) / CYCLE_DAYS + 1;
        }
        return day < firstDay ? -((firstDay - 1 - day) / CYCLE_DAYS + 1) : 0;
    }

    private long workOfCycle(long from) {
        long last = from + CYCLE_DAYS - 1;
        long onLast = covering(last).nanosUntil(last, DAY_NANOS) / Timetable.SECOND;
        return secondsBefore(last) + onLast - secondsBefore(from);
    }

    private Instant farWhen(long seconds, long nanos, long near) {
        Timetable known = closing == null ? table : closing;
        known = known == null ? covering(0) : known;
        long second = last(seconds, nanos);
        while (!known.holds(second)) {
            boolean later = second >= known.end;
            long edge = later ? known.firstDay + known.count : known.firstDay - 1;
            if (later ? edge >= endDay : edge < firstDay) {
                return beyond(later ? second - known.end : second - known.begin, seconds, nanos);
            }
            refuseClosure(known, near, later ? edge : edge + 1);
            long missing = later ? second - known.end : known.begin - second;
            long average = Math.max(1, (known.end - known.begin) / known.count);
            long more = Math.min(missing / average, 4L * known.count);
            known = covering(later ? Math.min(edge + more, endDay - 1) : Math.max(edge - more, firstDay));
        }
        int at = known.find(second, near);
        refuseClosure(known, near, known.day(at));
        return Instant.ofEpochSecond(known.day(at) * Window.DAY, known.nanoOfDay(at, seconds, nanos));
    }

    /** Whoever would have to wait through a closure of years is told so. */
    private void refuseClosure(Timetable known, long near, long day) {
        Closure closure = near == Long.MIN_VALUE ? null : Closure.of(known, Math.min(near, day), Math.max(near, day));
        if (closure != null) {
            throw closure.refused(schedule);
        }
    }

    /**
     * By the rule that all repeats.
     *
     * @param distance how much work it is behind the end, or, negative, before the beginning of all that is compiled
     */
    private Instant beyond(long distance, long seconds, long nanos) {
        long cycle = workOfCycle(distance >= 0 ? endDay - CYCLE_DAYS : firstDay);
        long cycles = distance >= 0 ? distance / cycle + 1 : (distance + 1) / cycle - 1;
        if (Math.abs(cycles) > (LAST_SECOND - FIRST_SECOND) / CYCLE) {
            throw endOfTime();
        }
        Instant near = when(seconds - cycles * cycle, nanos, Long.MIN_VALUE);
        long second = near.getEpochSecond() + cycles * CYCLE;
        if (second > LAST_SECOND || second < FIRST_SECOND) {
            throw endOfTime();
        }
        return Instant.ofEpochSecond(second, near.getNano());
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
