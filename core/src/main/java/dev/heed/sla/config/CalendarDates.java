package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.error.InvalidInputException;
import dev.heed.hours.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dates that there are in the zone of a calendar. */
final class CalendarDates {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String WANTED = "a date such as '2026-12-24'";

    private final ConfigReading reading;
    private final ZoneId zone;

    CalendarDates(ConfigReading reading, ZoneId zone) {
        this.reading = reading;
        this.zone = zone;
    }

    /** The date that is a value. */
    Optional<LocalDate> of(ConfigNode node) {
        return reading.value(node, WANTED, this::parse);
    }

    /** The date that is the name of a value. */
    Optional<LocalDate> ofName(String name, ConfigNode node) {
        try {
            return Optional.of(parse(name));
        } catch (InvalidInputException e) {
            reading.wrongName(node, e.problem(), e.remedy());
        } catch (DateTimeException | IllegalArgumentException e) {
            reading.wrongName(node, "the name is not " + WANTED + ".", "Write " + WANTED + ".");
        }
        return Optional.empty();
    }

    private LocalDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < HolidayCalendar.FIRST_YEAR) {
            throw new InvalidInputException(
                    "the date " + date + " is out of reach.", "Give one in the years 1 to 9999.");
        }
        if (!date.atStartOfDay(zone).toLocalDate().equals(date)) {
            throw new InvalidInputException(
                    "there was no " + date + " in " + zone + ": the clocks went on to the next date.",
                    "Leave this date out.");
        }
        return date;
    }
}
