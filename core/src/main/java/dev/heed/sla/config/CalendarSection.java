package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.hours.HolidayCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one calendar. */
final class CalendarSection {
    /** Each may be a calendar that is asked for each year. */
    private static final int MOST_HOLIDAYS = 1_000;

    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private final ConfigReading reading;
    private final Map<String, HolidayCalendar> holidays;

    CalendarSection(ConfigReading reading, Map<String, HolidayCalendar> holidays) {
        this.reading = reading;
        this.holidays = holidays;
    }

    Optional<BusinessHours> read(ConfigNode node) {
        int before = reading.faults();
        return reading.section(node, "zone", "week", "alwaysOpen", "breaks", "dates", "holidays")
                .flatMap(section -> {
                    ZoneId zone = section.required("zone", this::zone).orElse(ZoneOffset.UTC);
                    BusinessHoursBuilder builder = BusinessHours.builder(zone);
                    week(section, builder);
                    section.field("breaks").ifPresent(breaks -> breaks(breaks, builder));
                    CalendarDates dates = new CalendarDates(reading, zone);
                    section.field("dates")
                            .ifPresent(all -> reading.named(all)
                                    .forEach((name, value) ->
                                            new DateSection(reading, dates, builder).read(name, value)));
                    section.field("holidays").ifPresent(all -> holidays(all, dates, builder));
                    return before == reading.faults() ? reading.checked(node, builder::build) : Optional.empty();
                });
    }

    private void holidays(ConfigNode all, CalendarDates dates, BusinessHoursBuilder builder) {
        if (all.elements().size() > MOST_HOLIDAYS) {
            reading.wrong(
                    all, "there are more than " + MOST_HOLIDAYS + " holidays.", "Hand a calendar of holidays in.");
            return;
        }
        HolidaySection section = new HolidaySection(reading, dates, holidays);
        reading.list(all, one -> section.read(one, builder));
    }

    private Optional<ZoneId> zone(ConfigNode node) {
        return reading.value(node, "a time zone such as 'Europe/Berlin'", text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                String guess = reading.guess(text, ZONES)
                        .map(name -> "Did you mean '" + name + "'? ")
                        .orElse("");
                throw new InvalidInputException(
                        "this is not the id of a time zone that is known here.",
                        guess + "Write one of the IANA database, such as 'Europe/Berlin'.");
            }
        });
    }

    private void week(ConfigSection section, BusinessHoursBuilder builder) {
        if (!section.hasOneOf("week", "alwaysOpen")) {
            return;
        }
        section.field("alwaysOpen").filter(reading::requireTrue).ifPresent(always -> {
            for (DayOfWeek day : DayOfWeek.values()) {
                builder.open(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
            }
        });
        section.field("week").ifPresent(week -> {
            int before = reading.faults();
            boolean open = false;
            for (Map.Entry<String, ConfigNode> one : reading.named(week).entrySet()) {
                List<TimeWindow> windows = TimeWindow.list(one.getValue(), reading);
                open |= !windows.isEmpty();
                reading.wordOf(one.getKey(), one.getValue(), DayOfWeek.class)
                        .ifPresent(day -> windows.forEach(window -> builder.open(day, window.from(), window.until())));
            }
            if (!open && before == reading.faults()) {
                reading.wrong(week, "the week has no opening hour.", "Open at least one window a week.");
            }
        });
    }

    private void breaks(ConfigNode node, BusinessHoursBuilder builder) {
        reading.named(node).forEach((name, value) -> {
            List<TimeWindow> windows = TimeWindow.breaks(value, reading);
            reading.wordOf(name, value, DayOfWeek.class)
                    .ifPresent(day -> windows.forEach(window -> builder.breakOn(day, window.from(), window.until())));
        });
    }
}
