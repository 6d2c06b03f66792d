package dev.heed.holidays.ical;

import dev.heed.hours.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An entry of the feed with everything that lets it come back.
 *
 * @param name for people
 * @param start its first date or time, unless that is left out
 * @param rules by which it comes back
 * @param more single times on top
 * @param leftOutDates on which it does not begin
 * @param leftOutTimes at which it does not begin
 */
record Entry(
        String name,
        Moment start,
        Length length,
        List<Rule> rules,
        List<Occurrence> more,
        Set<LocalDate> leftOutDates,
        Set<Instant> leftOutTimes) {
    private static final int MOST_ANOTHER_ZONE_ADDS = 2;

    /** A time at which it is there. */
    record Occurrence(Moment start, Length length) {
        private List<Span> spans(ZoneId zone) {
            if (start.isDate()) {
                return List.of(new Span(start.local(), start.local().plusDays(length.days())));
            }
            Instant end =
                    start.zone().instant(start.local().plusDays(length.days())).plus(length.exact());
            return Span.between(start.instant(), end, zone);
        }
    }

    boolean comesBack() {
        return !rules.isEmpty() || !more.isEmpty();
    }

    /** The dates of a year on which it closes a shop in this zone. */
    List<Holiday> in(int year, ZoneId zone) {
        List<Span> spans = new ArrayList<>();
        for (Occurrence occurrence : occurrences(year)) {
            if (!isLeftOut(occurrence.start)) {
                spans.addAll(occurrence.spans(zone));
            }
        }
        List<Holiday> holidays = new ArrayList<>();
        Span.union(spans).forEach(span -> holidays.addAll(span.holidays(year, name)));
        return holidays;
    }

    private List<Occurrence> occurrences(int year) {
        LocalDate from = LocalDate.of(year, 1, 1).minusDays(length.mostDays() + MOST_ANOTHER_ZONE_ADDS);
        LocalDate to = LocalDate.of(year, 12, 31).plusDays(MOST_ANOTHER_ZONE_ADDS);
        List<Occurrence> occurrences = new ArrayList<>();
        for (Rule rule : rules) {
            rule.between(from, to).forEach(date -> occurrences.add(new Occurrence(start.on(date), length)));
        }
        if (rules.isEmpty() && !start.date().isBefore(from) && !start.date().isAfter(to)) {
            occurrences.add(new Occurrence(start, length));
        }
        occurrences.addAll(more);
        return occurrences;
    }

    private boolean isLeftOut(Moment moment) {
        return leftOutDates.contains(moment.date())
                || (!leftOutTimes.isEmpty() && !moment.isDate() && leftOutTimes.contains(moment.instant()));
    }
}
