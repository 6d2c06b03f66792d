package dev.heed.testkit.simulation;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Opening hours, reckoned a second time and as simply as can be: day by day, window by window. Immutable. */
final class WorkingTime {
    private final ZoneId zone;
    private final List<DayOfWeek> days;
    private final List<LocalTime> times;
    private final Set<LocalDate> closed;

    private record Span(Instant from, Instant to) {}

    /** Open on these days at these times, in pairs of opening and closing. */
    WorkingTime(ZoneId zone, List<DayOfWeek> days, List<LocalTime> times, Set<LocalDate> closed) {
        this.zone = zone;
        this.days = List.copyOf(days);
        this.times = List.copyOf(times);
        this.closed = Set.copyOf(closed);
    }

    /** The same, as the desk reckons. */
    BusinessHours hours() {
        BusinessHoursBuilder hours = BusinessHours.builder(zone);
        for (DayOfWeek day : days) {
            for (int i = 0; i < times.size(); i += 2) {
                hours.open(day, times.get(i), times.get(i + 1));
            }
        }
        closed.forEach(hours::closed);
        return hours.build();
    }

    ZoneId zone() {
        return zone;
    }

    private List<Span> spans(LocalDate date) {
        List<Span> spans = new ArrayList<>();
        if (days.contains(date.getDayOfWeek()) && !closed.contains(date)) {
            for (int i = 0; i < times.size(); i += 2) {
                LocalTime end = times.get(i + 1);
                LocalDate endDate = end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                spans.add(new Span(
                        date.atTime(times.get(i)).atZone(zone).toInstant(),
                        endDate.atTime(end).atZone(zone).toInstant()));
            }
        }
        return spans;
    }

    /** When so much working time has passed. */
    Instant after(Instant from, Duration work) {
        Duration left = work;
        LocalDate date = from.atZone(zone).toLocalDate();
        while (true) {
            for (Span span : spans(date)) {
                Instant begin = span.from.isBefore(from) ? from : span.from;
                if (begin.isBefore(span.to)) {
                    Duration room = Duration.between(begin, span.to);
                    if (left.compareTo(room) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(room);
                }
            }
            date = date.plusDays(1);
        }
    }

    /** The end of so many business days after that day; midnight is still of a day that lasts until then. */
    Instant endOfDay(Instant from, int businessDays) {
        LocalDate date = from.atZone(zone).toLocalDate();
        List<Span> dayBefore = spans(date.minusDays(1));
        if (!dayBefore.isEmpty() && !dayBefore.get(dayBefore.size() - 1).to.isBefore(from)) {
            date = date.minusDays(1);
        }
        int passed = 0;
        while (true) {
            date = date.plusDays(1);
            List<Span> spans = spans(date);
            if (!spans.isEmpty()) {
                passed++;
                if (passed == businessDays) {
                    return spans.get(spans.size() - 1).to;
                }
            }
        }
    }

    /** The first time from then on at which somebody works. */
    Instant opening(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        while (true) {
            for (Span span : spans(date)) {
                if (at.isBefore(span.to)) {
                    return span.from.isBefore(at) ? at : span.from;
                }
            }
            date = date.plusDays(1);
        }
    }
}
