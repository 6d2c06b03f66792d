package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Counts whole days on which a shop is open. Thread-safe. */
final class BusinessDays {
    private static final int MOST_DAYS = 100_000;
    private static final Instant FIRST = Instant.parse("-999990000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+999990000-01-01T00:00:00Z");
    private static final Day CLOSED = new Day(Long.MAX_VALUE, Long.MIN_VALUE);

    private final Schedule schedule;
    private final DayCache<Day> days = new DayCache<>();

    /**
     * What instants the hours of a date are.
     *
     * @param opens the epoch second of the first opening
     * @param closes that of the last closing, which may be on the next date
     */
    private record Day(long opens, long closes) {
        boolean isClosed() {
            return opens > closes;
        }
    }

    BusinessDays(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The last closing of the business day so many after the one that is, or has just ended. */
    Instant closingAfter(Instant at, int count) {
        require(count, 1);
        requireReach(at);
        long day = businessDay(at);
        long last = day;
        int left = count;
        while (true) {
            Day next = on(++day);
            if (next.isClosed()) {
                refuseClosure(last, day);
            } else if (--left == 0) {
                return Instant.ofEpochSecond(next.closes);
            } else {
                last = day;
            }
        }
    }

    /** The local date, but for what is still of the hours of the date before, or of those of the next already. */
    private long businessDay(Instant at) {
        long day = LocalDate.ofInstant(at, schedule.zone()).toEpochDay();
        Day before = on(day - 1);
        if (!before.isClosed() && !at.isAfter(Instant.ofEpochSecond(before.closes))) {
            return day - 1;
        }
        Day after = on(day + 1);
        return after.isClosed() || at.getEpochSecond() < after.opens ? day : day + 1;
    }

    /** The same local time on the business date so many after that of {@code at}. */
    Instant plus(Instant at, int count) {
        require(count, 0);
        requireReach(at);
        ZoneId zone = schedule.zone();
        long day = LocalDate.ofInstant(at, zone).toEpochDay();
        long last = day;
        int left = count;
        while (left > 0 || !schedule.isBusinessDate(day)) {
            if (schedule.isBusinessDate(++day)) {
                last = day;
                left = Math.max(0, left - 1);
            } else {
                refuseClosure(last, day);
            }
        }
        return LocalDate.ofEpochDay(day)
                .atTime(at.atZone(zone).toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    static void requireReach(Instant at, Instant other) {
        requireReach(at);
        requireReach(other);
    }

    private static void require(int count, int least) {
        if (count < least || count > MOST_DAYS) {
            throw new InvalidInputException(
                    "It cannot be counted by " + count + " business days.",
                    "Give a number from " + least + " to " + MOST_DAYS + ".");
        }
    }

    /** So that neither local dates nor the days that are counted come to where time ends. */
    private static void requireReach(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new InvalidInputException(
                    "Days cannot be counted at " + at + ": it is too near to where time begins or ends.",
                    "Ask for an instant from " + FIRST + " to " + LAST + ".");
        }
    }

    private void refuseClosure(long lastOpen, long day) {
        Closure closure = new Closure(lastOpen + 1, day);
        if (closure.isTooLong()) {
            throw closure.refused(schedule);
        }
    }

    private Day on(long day) {
        return days.get(day, this::compute);
    }

    private Day compute(long day) {
        List<Window> windows = schedule.windowsOf(day);
        if (windows.isEmpty()) {
            return CLOSED;
        }
        WallClock clock = WallClock.of(schedule.zone(), day, day + 1);
        if (!clock.exists(day)) {
            return CLOSED;
        }
        Spans spans = new Spans();
        for (Window window : windows) {
            Schedule.add(day, window, clock, spans);
        }
        Spans open = spans.united().without(schedule.closedOn(day, clock));
        return open.count() == 0 ? CLOSED : new Day(open.from(0), open.until(open.count() - 1));
    }
}
