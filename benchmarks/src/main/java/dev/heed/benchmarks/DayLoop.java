package dev.heed.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A peer: opening hours as a good programmer writes them with {@code java.time}, from day to day. */
final class DayLoop {
    private final ZoneId zone;
    private final Map<DayOfWeek, List<LocalTime[]>> week;
    private final Set<LocalDate> holidays;

    DayLoop(ZoneId zone, Map<DayOfWeek, List<LocalTime[]>> week, Set<LocalDate> holidays) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
    }

    Instant plus(Instant at, Duration work) {
        Duration left = work;
        LocalDate date = LocalDate.ofInstant(at, zone);
        while (true) {
            if (!holidays.contains(date)) {
                for (LocalTime[] window : week.getOrDefault(date.getDayOfWeek(), List.of())) {
                    Instant open = ZonedDateTime.of(date, window[0], zone).toInstant();
                    Instant close = ZonedDateTime.of(date, window[1], zone).toInstant();
                    Instant from = open.isBefore(at) ? at : open;
                    if (from.isBefore(close)) {
                        Duration room = Duration.between(from, close);
                        if (room.compareTo(left) >= 0) {
                            return from.plus(left);
                        }
                        left = left.minus(room);
                    }
                }
            }
            date = date.plusDays(1);
        }
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate date = LocalDate.ofInstant(from, zone); !date.isAfter(last); date = date.plusDays(1)) {
            if (!holidays.contains(date)) {
                for (LocalTime[] window : week.getOrDefault(date.getDayOfWeek(), List.of())) {
                    Instant open = ZonedDateTime.of(date, window[0], zone).toInstant();
                    Instant close = ZonedDateTime.of(date, window[1], zone).toInstant();
                    Instant first = open.isBefore(from) ? from : open;
                    Instant end = close.isAfter(to) ? to : close;
                    if (first.isBefore(end)) {
                        sum = sum.plus(Duration.between(first, end));
                    }
                }
            }
        }
        return sum;
    }
}
