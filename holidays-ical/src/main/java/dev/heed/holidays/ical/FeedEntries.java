package dev.heed.holidays.ical;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The entries of a feed, each in its newest version and without what is cancelled. */
final class FeedEntries {
    private static final int MOST_PROBLEMS = 20;

    private final WorkLimit work = new WorkLimit();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int recurring;
    private long days;

    private FeedEntries() {}

    static List<Entry> read(String name, String feed, ZoneId zone) {
        FeedEntries reading = new FeedEntries();
        List<Event> events = new ArrayList<>();
        for (FeedComponent calendar : FeedLines.calendars(feed)) {
            FeedTimes times = new FeedTimes(new FeedZones(calendar, reading.work), zone);
            reading.each(calendar.parts("VEVENT"), component -> events.add(new Event(component, times)));
        }
        List<Event> newest = newest(events);
        Map<String, List<Moment>> changed = changed(newest);
        reading.each(newest, event -> {
            if (!event.isCancelled()) {
                List<Moment> elsewhere = event.replaced().isPresent()
                        ? List.of()
                        : event.id().map(changed::get).orElse(List.of());
                reading.add(event.entry(name, elsewhere, reading.work), event);
            }
        });
        if (!reading.problems.isEmpty()) {
            throw new ConfigurationException(reading.problems);
        }
        return List.copyOf(reading.entries);
    }

    /** Goes on behind a fault, so that one round of mending is enough. */
    private <T> void each(List<T> all, Consumer<T> read) {
        for (T one : all) {
            if (problems.size() >= MOST_PROBLEMS) {
                return;
            }
            try {
                read.accept(one);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
    }

    private void add(Entry entry, Event event) {
        if (entry.length().isNothing() && entry.more().isEmpty()) {
            return;
        }
        recurring += entry.comesBack() ? Math.max(1, entry.rules().size()) : 0;
        if (recurring > ICalHolidays.MOST_RECURRING) {
            throw FeedFault.at(
                    event.line(),
                    "more than " + ICalHolidays.MOST_RECURRING + " entries come back.",
                    "Give a feed of holidays only.");
        }
        days += entry.length().mostDays();
        if (days > ICalHolidays.MOST_DAYS) {
            throw FeedFault.at(
                    event.line(),
                    "the entries together last longer than " + ICalHolidays.MOST_DAYS + " days.",
                    "Give a feed of holidays only.");
        }
        entries.add(entry);
    }

    /** Where one entry is there in several versions, the newest; entries without an id are all different. */
    private static List<Event> newest(List<Event> events) {
        Map<String, Integer> sequences = new HashMap<>();
        for (Event event : events) {
            event.id().ifPresent(id -> sequences.merge(version(id, event), event.sequence(), Math::max));
        }
        return events.stream()
                .filter(event -> event.id()
                        .filter(id -> sequences.getOrDefault(version(id, event), 0) > event.sequence())
                        .isEmpty())
                .toList();
    }

    private static String version(String id, Event event) {
        return event.replaced()
                        .map(moment -> moment.isDate()
                                ? moment.date().toString()
                                : moment.instant().toString())
                        .orElse("")
                + " "
                + id;
    }

    private static Map<String, List<Moment>> changed(List<Event> events) {
        Map<String, List<Moment>> changed = new HashMap<>();
        for (Event event : events) {
            event.replaced()
                    .ifPresent(moment -> changed.computeIfAbsent(event.id().orElseThrow(), id -> new ArrayList<>())
                            .add(moment));
        }
        return changed;
    }
}
