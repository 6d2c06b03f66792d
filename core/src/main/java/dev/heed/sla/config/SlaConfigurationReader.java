package dev.heed.sla.config;

import static java.util.Objects.requireNonNull;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigReading;
import dev.heed.config.ConfigSection;
import dev.heed.config.JsonDocuments;
import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.HolidayCalendar;
import dev.heed.message.ChannelId;
import dev.heed.sla.SlaBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads documents of configuration. Immutable and thread-safe. */
public final class SlaConfigurationReader {
    private final Map<String, HolidayCalendar> holidays;

    SlaConfigurationReader(Map<String, HolidayCalendar> holidays) {
        this.holidays = holidays;
    }

    /**
     * One that also knows these holidays.
     *
     * @param name by which documents refer to them; not blank
     * @throws InvalidInputException if the name is blank, or known already
     */
    public SlaConfigurationReader holidays(String name, HolidayCalendar calendar) {
        requireNonNull(calendar, "calendar");
        if (name.isBlank() || holidays.containsKey(name)) {
            throw new InvalidInputException(
                    "Holidays are handed in under the name '" + name + "', which is blank or taken.",
                    "Give each calendar of holidays a name of its own.");
        }
        Map<String, HolidayCalendar> more = new LinkedHashMap<>(holidays);
        more.put(name, calendar);
        return new SlaConfigurationReader(more);
    }

    /**
     * What a text in JSON says.
     *
     * @throws ConfigurationException if it is not JSON, or not a configuration: all that is wrong, each with its path, its line and
     *     its column
     */
    public SlaConfiguration readJson(String json) {
        return read(JsonDocuments.read(json));
    }

    /**
     * What a document says, whatever it was written in.
     *
     * @throws ConfigurationException if it is not a configuration: all that is wrong, each with its path, its line and its column
     */
    public SlaConfiguration read(ConfigNode document) {
        ConfigReading reading = new ConfigReading();
        Optional<SlaConfiguration> configuration = reading.section(
                        document, "$schema", "calendars", "versions", "staff", "sameDay")
                .map(section -> read(section, reading));
        reading.finish();
        return configuration.orElseThrow();
    }

    private SlaConfiguration read(ConfigSection document, ConfigReading reading) {
        Calendars calendars = new Calendars(reading, holidays);
        document.required("calendars", node -> {
            calendars.read(node);
            return Optional.of(node);
        });
        SlaBook levels = document.optional("versions", node -> new VersionsSection(reading, calendars).read(node))
                .orElse(SlaBook.empty());
        Map<ChannelId, BusinessHours> staff = new LinkedHashMap<>();
        document.field("staff")
                .ifPresent(node -> reading.named(node)
                        .forEach((name, value) -> reading.checked(value, () -> ChannelId.of(name))
                                .ifPresent(channel ->
                                        calendars.named(value).ifPresent(hours -> staff.put(channel, hours)))));
        List<ChannelId> sameDay = document.distinct("sameDay", node -> channel(node, reading));
        return new SlaConfiguration(calendars.built(), levels, staff, Set.copyOf(sameDay), calendars.warnings());
    }

    static Optional<ChannelId> channel(ConfigNode node, ConfigReading reading) {
        return reading.value(node, "the id of a channel", ChannelId::of);
    }
}
