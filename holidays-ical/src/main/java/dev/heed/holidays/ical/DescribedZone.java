package dev.heed.holidays.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A zone that the feed itself describes (VTIMEZONE), as Outlook's feeds do. */
final class DescribedZone implements FeedZone {
    /** Some rules come back every leap year only, and a century may be none. */
    private static final int YEARS_BACK = 9;

    private static final int MOST_PHASES = 200;

    private final List<Phase> phases;
    private final Map<Integer, List<Change>> changes = new ConcurrentHashMap<>();

    /** One of STANDARD or DAYLIGHT: from when on which offset holds, told in the offset before. */
    private record Phase(
            LocalDateTime first, List<LocalDateTime> more, Optional<Rule> rule, ZoneOffset before, ZoneOffset after) {
        /** Its changes in a year, and at least the last one before it, if there is one. */
        Stream<Change> changes(int year) {
            LocalDate begin = LocalDate.of(year, 1, 1);
            LocalDate end = LocalDate.of(year, 12, 31);
            return Stream.concat(Stream.concat(Stream.of(first), more.stream()), repeated(begin, end))
                    .filter(at -> at.getYear() <= year)
                    .map(at -> new Change(at, before, after));
        }

        private Stream<LocalDateTime> repeated(LocalDate begin, LocalDate end) {
            return rule.stream()
                    .flatMap(found -> {
                        LocalDate last = found.last().isBefore(begin) ? found.last() : begin;
                        return found.between(last.minusYears(YEARS_BACK), end).stream();
                    })
                    .map(date -> date.atTime(first.toLocalTime()));
        }
    }

    private record Change(LocalDateTime at, ZoneOffset before, ZoneOffset after) {
        /** The offset of a time that is not before the change; in a gap the one before holds. */
        ZoneOffset offset(LocalDateTime local) {
            int gap = after.getTotalSeconds() - before.getTotalSeconds();
            return gap > 0 && local.isBefore(at.plusSeconds(gap)) ? before : after;
        }
    }

    private DescribedZone(List<Phase> phases) {
        this.phases = phases;
    }

    static FeedZone of(FeedComponent zone, WorkLimit work) {
        List<Phase> phases = new ArrayList<>();
        Stream.concat(zone.parts("STANDARD").stream(), zone.parts("DAYLIGHT").stream())
                .forEach(phase -> phases.add(phase(phase, work)));
        if (phases.size() > MOST_PHASES) {
            throw FeedFault.at(
                    zone.line(),
                    "the VTIMEZONE has more than " + MOST_PHASES + " changes.",
                    "Name zones of the zone database such as Europe/Berlin.");
        }
        if (phases.isEmpty()) {
            throw FeedFault.at(
                    zone.line(),
                    "the VTIMEZONE has neither STANDARD nor DAYLIGHT.",
                    "Export the feed with its zones, or name zones of the zone database.");
        }
        phases.sort(Comparator.comparing(Phase::first));
        return new DescribedZone(List.copyOf(phases));
    }

    private static Phase phase(FeedComponent phase, WorkLimit work) {
        FeedTimes times = new FeedTimes(new FeedZones(phase, work), ZoneOffset.UTC);
        FeedProperty start = needed(phase, "DTSTART");
        LocalDateTime first = times.moment(start).local();
        ZoneOffset before = offset(needed(phase, "TZOFFSETFROM"));
        // an UNTIL is told in UTC, the rule in the time before the change
        Moment onset = new Moment(first, false, local -> local.toInstant(before));
        Optional<Rule> rule = phase.one("RRULE").map(property -> RuleReader.rule(property, onset, times, work));
        List<LocalDateTime> more = phase.all("RDATE").stream()
                .flatMap(list -> Event.parts(list, work))
                .map(date -> times.moment(date).local())
                .toList();
        return new Phase(first, more, rule, before, offset(needed(phase, "TZOFFSETTO")));
    }

    private static FeedProperty needed(FeedComponent phase, String name) {
        return phase.one(name)
                .orElseThrow(() -> FeedFault.at(
                        phase.line(),
                        "the " + phase.name() + " of a VTIMEZONE has no " + name + ".",
                        "Export the feed with its zones, or name zones of the zone database."));
    }

    private static ZoneOffset offset(FeedProperty property) {
        try {
            return ZoneOffset.of(property.value());
        } catch (DateTimeException e) {
            throw FeedFault.in(property, "is no offset from UTC.", "Write it as +0100.");
        }
    }

    @Override
    public Instant instant(LocalDateTime local) {
        ZoneOffset offset = phases.get(0).before();
        for (Change change : changes.computeIfAbsent(local.getYear(), this::changesUpTo)) {
            if (!change.at().isAfter(local)) {
                offset = change.offset(local);
            }
        }
        return local.toInstant(offset);
    }

    /** The changes of a year in their order, behind the last one of the years before. */
    private List<Change> changesUpTo(int year) {
        List<Change> sorted = phases.stream()
                .flatMap(phase -> phase.changes(year))
                .sorted(Comparator.comparing(Change::at))
                .toList();
        long before =
                sorted.stream().filter(change -> change.at().getYear() < year).count();
        return List.copyOf(sorted.subList((int) Math.max(0, before - 1), sorted.size()));
    }
}
