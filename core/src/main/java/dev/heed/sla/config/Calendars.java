package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.HolidayCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calendars of a document, to which all else refers by their names. */
final class Calendars {
    private static final String WANTED = "the name of a calendar";

    private final ConfigReading reading;
    private final Map<String, HolidayCalendar> holidays;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, BusinessHours> built = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    Calendars(ConfigReading reading, Map<String, HolidayCalendar> holidays) {
        this.reading = reading;
        this.holidays = holidays;
    }

    void read(ConfigNode node) {
        Map<String, ConfigNode> all = reading.named(node);
        if (node.kind() == ConfigNode.Kind.OBJECT && all.isEmpty()) {
            reading.wrong(node, "there is no calendar.", "Add one, such as 'office'.");
        }
        all.forEach((name, value) -> {
            if (name.isBlank()) {
                reading.wrongName(value, "a calendar has no name.", "Name it, such as 'office'.");
            }
            names.add(name);
            new CalendarSection(reading, holidays).read(value).ifPresent(hours -> {
                built.put(name, hours);
                hours.warnings().forEach(found -> warnings.add(value.problem(found.what(), found.remedy())));
            });
        });
    }

    /** The one to which a value refers; empty if there is none, or it could not be read, which is said there. */
    Optional<BusinessHours> named(ConfigNode node) {
        return reading.text(node, WANTED).flatMap(name -> {
            if (!names.contains(name)) {
                reading.unknown(node, "The calendar", names);
            }
            return Optional.ofNullable(built.get(name));
        });
    }

    Map<String, BusinessHours> built() {
        return built;
    }

    List<Problem> warnings() {
        return warnings;
    }
}
