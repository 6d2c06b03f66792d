package dev.heed.sla.config;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.NotFoundException;
import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.sla.SlaBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document of configuration says: calendars, service levels in all their versions, and when people are there for which
 * channel. The same as builders make. Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaConfiguration configuration = SlaConfiguration.reader()
 *         .holidays("bavaria", bavaria)
 *         .readJson(json);
 * }</pre>
 */
public final class SlaConfiguration {
    private static final String SCHEMA = "sla-configuration.schema.json";

    private final Map<String, BusinessHours> calendars;
    private final SlaBook levels;
    private final Map<ChannelId, BusinessHours> staff;
    private final Set<ChannelId> sameDay;
    private final List<Problem> warnings;

    SlaConfiguration(
            Map<String, BusinessHours> calendars,
            SlaBook levels,
            Map<ChannelId, BusinessHours> staff,
            Set<ChannelId> sameDay,
            List<Problem> warnings) {
        this.calendars = Collections.unmodifiableMap(new LinkedHashMap<>(calendars));
        this.levels = levels;
        this.staff = Map.copyOf(staff);
        this.sameDay = Set.copyOf(sameDay);
        this.warnings = List.copyOf(warnings);
    }

    /** Starts a reader that knows no holidays but those in the document. */
    public static SlaConfigurationReader reader() {
        return new SlaConfigurationReader(Map.of());
    }

    /** The JSON Schema (draft 2020-12) of a document. What it refuses is refused by the reader; the reader looks at more. */
    public static String schema() {
        try (InputStream in = SlaConfiguration.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + SCHEMA + " is missing from heed-core.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + SCHEMA + " of heed-core cannot be read.", e);
        }
    }

    /** The calendars by their names, in the order of the document; at least one. */
    public Map<String, BusinessHours> calendars() {
        return calendars;
    }

    /**
     * The calendar of this name.
     *
     * @throws NotFoundException if there is none
     */
    public BusinessHours calendar(String name) {
        BusinessHours hours = calendars.get(name);
        if (hours == null) {
            throw new NotFoundException(
                    "There is no calendar '" + name + "'. There are: " + String.join(", ", calendars.keySet()) + ".",
                    "Add it to 'calendars' in the document.");
        }
        return hours;
    }

    /** The service levels; empty if the document has no versions. */
    public SlaBook levels() {
        return levels;
    }

    /** When people are there for a channel, where the document says so. */
    public Map<ChannelId, BusinessHours> staff() {
        return staff;
    }

    /** The channels on which whoever writes while people are there is answered on the same day. */
    public Set<ChannelId> sameDay() {
        return sameDay;
    }

    /** What is odd in the document but has a meaning, with its path: windows that overlap, and count once. */
    public List<Problem> warnings() {
        return warnings;
    }
}
