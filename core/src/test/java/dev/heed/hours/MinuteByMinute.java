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

    /** From an hour of the day to another; 24 is midnight. */
    record Span(int from, int to) {}

    BusinessHours compiled() {
        BusinessHours.Builder builder = BusinessHours.builder(zone);
        week.forEach((day, spans) ->
                spans.forEach(span -> builder.open(day, LocalTime.of(span.from, 0), LocalTime.of(span.to % 24, 0))));
        closed.forEach(builder::closed);
        return builder.build();
    }

    boolean isOpen(Instant minute) {
        LocalDate date = LocalDate.ofInstant(minute, zone);
        return isOpenOn(date, minute) || isOpenOn(date.minusDays(1), minute);
    }

    private boolean isOpenOn(LocalDate date, Instant minute) {
        return !closed.contains(date)
                && week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                        .anyMatch(span ->
                                !minute.isBefore(instant(date, span.from)) && minute.isBefore(instant(date, span.to)));
    }

    /** A time in a gap by the offset before it, an ambiguous one by the earlier offset. */
    private Instant instant(LocalDate date, int hour) {
        LocalDateTime local = date.atStartOfDay().plusHours(hour);
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
}
