package dev.heed.holidays.ical;

import dev.heed.hours.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time on the shop's clock.
 *
 * @param until not included; after {@code from}
 */
record Span(LocalDateTime from, LocalDateTime until) {
    /**
     * What a clock in the zone shows from one instant to another: more than one span where it is set back meanwhile, as it then
     * shows some times twice. Where it is set forward the gap belongs to the span.
     */
    static List<Span> between(Instant start, Instant end, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<Span> spans = new ArrayList<>();
        Instant at = start;
        while (at.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(at);
            @Nullable ZoneOffsetTransition next = rules.nextTransition(at);
            boolean changes = next != null && next.getInstant().isBefore(end);
            Instant to = next != null && changes ? next.getInstant() : end;
            LocalDateTime until = next != null && changes && next.isGap()
                    ? next.getDateTimeAfter()
                    : LocalDateTime.ofInstant(to, offset);
            spans.add(new Span(LocalDateTime.ofInstant(at, offset), until));
            at = to;
        }
        return spans;
    }

    /** The spans in their order, those that touch or overlap made one. */
    static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> union = new ArrayList<>();
        for (Span span : sorted) {
            Span before = union.isEmpty() ? null : union.get(union.size() - 1);
            if (before == null || before.until.isBefore(span.from)) {
                union.add(span);
            } else if (before.until.isBefore(span.until)) {
                union.set(union.size() - 1, new Span(before.from, span.until));
            }
        }
        return union;
    }

    /** What of it is in a year, one holiday for each date. */
    List<Holiday> holidays(int year, String name) {
        LocalDateTime begin = later(from, LocalDate.of(year, 1, 1).atStartOfDay());
        LocalDateTime newYear = LocalDate.of(year, 1, 1).plusYears(1).atStartOfDay();
        LocalDateTime end = until.isBefore(newYear) ? until : newYear;
        List<Holiday> holidays = new ArrayList<>();
        while (begin.isBefore(end)) {
            LocalDateTime midnight = begin.toLocalDate().plusDays(1).atStartOfDay();
            LocalTime closes = end.isBefore(midnight) ? end.toLocalTime() : LocalTime.MIDNIGHT;
            holidays.add(new Holiday(begin.toLocalDate(), name, begin.toLocalTime(), closes));
            begin = midnight;
        }
        return holidays;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
