package dev.heed.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A calendar that walks through time minute by minute: slow, and too simple to be wrong. */
record MinuteByMinute(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed) {

    /** From a half hour of the day to another; 48 is midnight. */
    record Span(int from, int to) {}

    BusinessHours compiled() {
        BusinessHoursBuilder builder = BusinessHours.builder(zone);
        week.forEach((day, spans) -> spans.forEach(span -> builder.open(day, time(span.from), time(span.to % 48))));
        closed.forEach(builder::closed);
        return builder.build();
    }

    private static LocalTime time(int halfHour) {
        return LocalTime.MIDNIGHT.plusMinutes(30L * halfHour);
    }

    boolean isOpen(Instant minute) {
        LocalDate date = LocalDate.ofInstant(minute, zone);
        return !isHoliday(minute)
                && (isOpenOn(date.minusDays(1), minute)
                        || isOpenOn(date, minute)
                        || isOpenOn(date.plusDays(1), minute));
    }

    private boolean isHoliday(Instant minute) {
        LocalDate date = LocalDate.ofInstant(minute, zone);
        return closed.stream()
                .filter(day -> Math.abs(day.toEpochDay() - date.toEpochDay()) <= 1)
                .anyMatch(day -> !minute.isBefore(instant(day, 0)) && minute.isBefore(instant(day, 48)));
    }

    private boolean isOpenOn(LocalDate date, Instant minute) {
        return !closed.contains(date)
                && week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                        .anyMatch(span ->
                                !minute.isBefore(instant(date, span.from)) && minute.isBefore(instant(date, span.to)));
    }

    /** A time in a gap by the offset before it, an ambiguous one by the earlier offset. */
    private Instant instant(LocalDate date, int halfHour) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(30L * halfHour);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return local.toInstant(offsets.isEmpty() ? gap.getOffsetBefore() : offsets.get(0));
    }

    /** The end of the minute in which the last minute of work is done. */
    Instant plus(Instant from, int minutes) {
        Instant minute = from;
        int left = minutes;
        while (left > 0) {
            if (isOpen(minute)) {
                left--;
            }
            minute = minute.plus(Duration.ofMinutes(1));
        }
        return minute;
    }

    /** The first minute from then on that is open. */
    Instant nextOpening(Instant from) {
        Instant minute = from;
        while (!isOpen(minute)) {
            minute = minute.plus(Duration.ofMinutes(1));
        }
        return minute;
    }

    /** The last closing of the business day that is so many after the one on which it is then, or which has just ended. */
    Instant plusDays(Instant from, int days) {
        LocalDate date = LocalDate.ofInstant(from, zone).plusDays(1);
        while (!hasBegun(date, from)) {
            date = date.minusDays(1);
        }
        int left = days;
        while (left > 0) {
            date = date.plusDays(1);
            left -= isBusinessDay(date) ? 1 : 0;
        }
        return lastClosing(date);
    }

    /** A date begins where its own hours or its midnight say, and not before those of the date before it are over. */
    private boolean hasBegun(LocalDate date, Instant at) {
        LocalDate before = date.minusDays(1);
        boolean beforeIsOver = !isBusinessDay(before) || at.isAfter(lastClosing(before));
        boolean here = !LocalDate.ofInstant(at, zone).isBefore(date);
        return beforeIsOver && (here || isOpenOn(date, at));
    }

    private boolean isBusinessDay(LocalDate date) {
        return !closed.contains(date) && lastClosing(date).isAfter(Instant.MIN);
    }

    /** Of the spans of a date that a gap has left, or moved into a holiday. */
    private Instant lastClosing(LocalDate date) {
        Instant end = closed.contains(date.plusDays(1)) ? instant(date, 48) : Instant.MAX;
        return week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                .filter(span -> instant(date, span.from).isBefore(instant(date, span.to)))
                .filter(span -> instant(date, span.from).isBefore(end))
                .map(span -> instant(date, span.to).isAfter(end) ? end : instant(date, span.to))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
