package dev.heed.hours;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/**
 * Calendars and instants with the answers of another library, in the folder {@code shared/data/business-hours} beside the
 * project; tests are skipped without it.
 */
final class KnownCases {
    private static final Path INSIDE_SHARED = Path.of("shared", "data", "business-hours", "cases.json");

    private final Map<Integer, JsonNode> schedules = new HashMap<>();
    private final List<JsonNode> cases;

    private KnownCases(JsonNode root) {
        root.get("schedules")
                .forEach(schedule -> schedules.put(schedule.get("id").asInt(), schedule));
        cases = StreamSupport.stream(root.get("cases").spliterator(), false).toList();
    }

    /** Skips the calling test when the file is absent. */
    static KnownCases load() throws IOException {
        Optional<Path> file = file();
        assumeTrue(file.isPresent(), "The file shared/data/business-hours/cases.json is absent.");
        return new KnownCases(new ObjectMapper().readTree(file.get().toFile()));
    }

    private static Optional<Path> file() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve(INSIDE_SHARED);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    List<JsonNode> cases() {
        return cases;
    }

    /** Calendars by number. */
    Map<Integer, BusinessHours> calendars() {
        Map<Integer, BusinessHours> calendars = new HashMap<>();
        schedules.forEach((id, schedule) -> calendars.put(id, calendar(schedule, "hours")));
        return calendars;
    }

    /** The same calendars with windows past midnight, where there are such. */
    Map<Integer, BusinessHours> overnight() {
        Map<Integer, BusinessHours> calendars = new HashMap<>();
        schedules.forEach((id, schedule) -> {
            if (!schedule.get("hoursOvernight").isNull()) {
                calendars.put(id, calendar(schedule, "hoursOvernight"));
            }
        });
        return calendars;
    }

    private static BusinessHours calendar(JsonNode schedule, String hours) {
        BusinessHoursBuilder builder =
                BusinessHours.builder(ZoneId.of(schedule.get("zone").asText()));
        schedule.get(hours)
                .properties()
                .forEach(day -> windows(day.getValue(), (from, to) -> builder.open(day(day.getKey()), from, to)));
        schedule.get("shifts").properties().forEach(date -> {
            LocalDate on = LocalDate.parse(date.getKey());
            windows(date.getValue(), (from, to) -> builder.on(on, from, to));
        });
        schedule.get("breaks").properties().forEach(date -> {
            LocalDate on = LocalDate.parse(date.getKey());
            windows(date.getValue(), (from, to) -> builder.breakOn(on, from, to));
        });
        schedule.get("holidays").forEach(date -> builder.closed(LocalDate.parse(date.asText())));
        return builder.build();
    }

    private static void windows(JsonNode windows, BiConsumer<LocalTime, LocalTime> each) {
        windows.properties()
                .forEach(window -> each.accept(
                        time(window.getKey()), time(window.getValue().asText())));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static DayOfWeek day(String abbreviation) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(abbreviation.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
