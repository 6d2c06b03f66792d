package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Counts whole days on which a shop is open. Thread-safe. */
final class BusinessDays {
    private static final int MOST_DAYS = 100_000;
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
        long day = businessDay(at);
        int left = count;
        while (true) {
            Day next = on(++day);
            if (!next.isClosed() && --left == 0) {
                return Instant.ofEpochSecond(next.closes);
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
        ZoneId zone = schedule.zone();
        long day = LocalDate.ofInstant(at, zone).toEpochDay();
        if (count == 0) {
            while (!schedule.isBusinessDate(day)) {
                day++;
            }
        }
        for (int left = count; left > 0; ) {
            left -= schedule.isBusinessDate(++day) ? 1 : 0;
        }
        return LocalDate.ofEpochDay(day)
                .atTime(at.atZone(zone).toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    private static void require(int count, int least) {
        if (count < least || count > MOST_DAYS) {
            throw new InvalidInputException(
                    "It cannot be counted by " + count + " business days.",
                    "Give a number from " + least + " to " + MOST_DAYS + ".");
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
