package dev.heed.sla.config;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigNode.Kind;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one of the holidays of a calendar: the name of some that were handed in, a single one, or one that comes back. */
final class HolidaySection {
    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");

    private final ConfigReading reading;
    private final CalendarDates dates;
    private final Map<String, HolidayCalendar> handedIn;

    HolidaySection(ConfigReading reading, CalendarDates dates, Map<String, HolidayCalendar> handedIn) {
        this.reading = reading;
        this.dates = dates;
        this.handedIn = handedIn;
    }

    /** Gives the builder what it finds. */
    Optional<ConfigNode> read(ConfigNode node, BusinessHoursBuilder builder) {
        if (node.kind() == Kind.TEXT) {
            HolidayCalendar calendar = handedIn.get(node.text());
            if (calendar == null) {
                unknown(node);
            } else {
                builder.holidays(calendar);
            }
        } else {
            reading.section(node, "name", "date", "from", "until", "yearly").ifPresent(one -> own(one, builder));
        }
        return Optional.of(node);
    }

    private void unknown(ConfigNode node) {
        if (handedIn.isEmpty()) {
            reading.wrong(
                    node, "no holidays were handed in, and " + node + " names some.", "Hand them in by this name.");
        } else {
            reading.unknown(node, "The calendar of holidays", handedIn.keySet());
        }
    }

    private void own(ConfigSection section, BusinessHoursBuilder builder) {
        int before = reading.faults();
        Optional<String> name = section.required("name", one -> reading.name(one, "what the holiday is called"));
        boolean complete = section.hasOneOf("date", "yearly");
        Optional<MonthDay> yearly = section.optional("yearly", this::monthDay);
        Optional<LocalDate> date = section.optional("date", dates::of);
        LocalTime from =
                section.optional("from", one -> TimeWindow.time(one, reading)).orElse(LocalTime.MIDNIGHT);
        LocalTime until = section.optional("until", one -> TimeWindow.endTime(one, reading))
                .orElse(LocalTime.MIDNIGHT);
        if (complete && section.has("yearly") && (section.has("from") || section.has("until"))) {
            reading.wrong(
                    section.node(),
                    "a holiday that comes back each year has 'from' or 'until'.",
                    "Give single dates, or hand a calendar in.");
        }
        if (before == reading.faults()) {
            String label = name.orElseThrow();
            yearly.ifPresent(day -> builder.holidays(HolidayCalendar.yearly(label, day)));
            date.flatMap(day -> reading.checked(section.node(), () -> new Holiday(day, label, from, until)))
                    .ifPresent(builder::holiday);
        }
    }

    private Optional<MonthDay> monthDay(ConfigNode node) {
        return reading.value(node, "a month and a day such as '12-24'", text -> {
            if (!MONTH_DAY.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            return MonthDay.parse("--" + text);
        });
    }
}
