package dev.heed.sla.config;

import dev.heed.hours.HolidayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Documents for tests. */
final class Examples {
    static final SlaConfigurationReader READER = SlaConfiguration.reader()
            .holidays("bavaria", HolidayCalendar.of("Bavaria", LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 25)));

    private Examples() {}

    /** One with all fields that there are. */
    static String full() {
        try (InputStream in = Examples.class.getResourceAsStream("full.json")) {
            if (in == null) {
                throw new AssertionError("There is no full.json among the test resources.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A calendar with these fields. */
    static String calendar(String fields) {
        return "{\"calendars\":{\"office\":{" + fields + "}}}";
    }

    /** A calendar with a week, and these fields. */
    static String with(String fields) {
        return calendar("\"zone\":\"Europe/Berlin\",\"week\":{\"monday\":[\"09:00-17:00\"]}," + fields);
    }

    /** A calendar, and versions. */
    static String versions(String versions) {
        return "{\"calendars\":{\"office\":{\"zone\":\"Europe/Berlin\",\"alwaysOpen\":true}},\"versions\":[" + versions
                + "]}";
    }

    /** A version with these policies. */
    static String policies(String policies) {
        return versions("{\"version\":\"1\",\"validFrom\":\"2026-06-01T00:00:00Z\",\"policies\":[" + policies + "]}");
    }

    /** A policy for all with these fields beside its name and hours. */
    static String policy(String fields) {
        return policies("{\"name\":\"standard\",\"hours\":\"office\"," + fields + "}");
    }

    /** A first reply with these fields. */
    static String goal(String fields) {
        return policy("\"goals\":{\"firstReply\":{" + fields + "}}");
    }

    /** A first reply within eight hours, with these levels. */
    static String levels(String levels) {
        return goal("\"within\":\"8h\",\"levels\":[" + levels + "]");
    }
}
