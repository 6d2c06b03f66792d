package dev.heed.holidays.ical;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The zones that a VCALENDAR names: those of the zone database by their name, others as the feed describes them. */
final class FeedZones {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private static final int LONGEST_NAME = 200;

    private final WorkLimit work;
    private final Map<String, FeedComponent> described = new HashMap<>();
    private final Map<String, FeedZone> found = new HashMap<>();

    FeedZones(FeedComponent calendar, WorkLimit work) {
        this.work = work;
        for (FeedComponent zone : calendar.parts("VTIMEZONE")) {
            zone.one("TZID").ifPresent(id -> described.putIfAbsent(id.value(), zone));
        }
    }

    /** The zone of this name; {@code by} is where it is named. */
    FeedZone zone(String name, FeedProperty by) {
        FeedZone known = found.get(name);
        if (known == null) {
            known = find(name, by);
            found.put(name, known);
        }
        return known;
    }

    private FeedZone find(String name, FeedProperty by) {
        Optional<FeedComponent> own = Optional.ofNullable(described.get(name));
        return ofDatabase(name)
                .or(() -> own.flatMap(zone -> zone.one("X-LIC-LOCATION"))
                        .flatMap(location -> ofDatabase(location.value())))
                .or(() -> own.map(zone -> DescribedZone.of(zone, work)))
                .orElseThrow(() -> FeedFault.at(
                        by.line(),
                        "there is no zone " + FeedFault.quote(name) + ", and no VTIMEZONE describes it.",
                        "Name a zone of the zone database such as Europe/Berlin, or export the feed with its zones."));
    }

    /** {@code Europe/Berlin}, or the end of {@code /example.org/2026/Europe/Berlin}. */
    private static Optional<FeedZone> ofDatabase(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String rest = name;
        while (!KNOWN.contains(rest)) {
            int slash = rest.indexOf('/');
            if (slash < 0 || !name.startsWith("/")) {
                return Optional.empty();
            }
            rest = rest.substring(slash + 1);
        }
        return Optional.of(FeedZone.of(ZoneId.of(rest)));
    }
}
