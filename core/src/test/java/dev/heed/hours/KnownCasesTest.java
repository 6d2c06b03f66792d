package dev.heed.hours;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Answers that were computed with zendesk/biz and agree with an independent reference. Where its conventions differ, the
 * other {@link Boundary} is asked for; without any work it moves to the next opening, or to the closing before.
 */
class KnownCasesTest {

    @Test
    void agreesWithTheAnswersOfAnotherLibrary() throws IOException {
        KnownCases known = KnownCases.load();
        assertThat(wrong(known.cases(), known.calendars())).isEmpty();
    }

    @Test
    void givesTheSameAnswersWhenNightsAreWrittenPastMidnight() throws IOException {
        KnownCases known = KnownCases.load();
        Map<Integer, BusinessHours> overnight = known.overnight();
        List<JsonNode> nights = known.cases().stream()
                .filter(one -> overnight.containsKey(one.get("s").asInt()))
                .toList();
        assertThat(nights).hasSizeGreaterThan(100);
        assertThat(wrong(nights, overnight)).isEmpty();
    }

    private static List<String> wrong(List<JsonNode> cases, Map<Integer, BusinessHours> calendars) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode one : cases) {
            BusinessHours hours = requireNonNull(calendars.get(one.get("s").asInt()));
            String expected = expected(one);
            String actual = answer(hours, one);
            if (!actual.equals(expected)) {
                wrong.add(one + " in " + hours + ": " + actual);
            }
        }
        return wrong;
    }

    /** The other library leaves periods that touch apart. */
    private static String expected(JsonNode one) {
        String expected = one.get("expected").toString().replace("\"", "");
        String merged = expected.replaceAll("([^,\\[\\]]+)\\],\\[\\1,", "");
        return merged + (one.has("due") ? " due " + one.get("due").asText() : "");
    }

    private static String answer(BusinessHours hours, JsonNode one) {
        Instant at = Instant.parse(one.get("at").asText());
        Duration work = Duration.ofSeconds(one.path("seconds").asLong());
        return switch (one.get("op").asText()) {
            case "add" -> hours.plus(at, work, Boundary.LATEST) + " due " + hours.plus(at, work);
            case "sub" ->
                hours.minus(at, work, work.isZero() ? Boundary.EARLIEST : Boundary.LATEST)
                        .toString();
            case "between" -> {
                Instant to = Instant.parse(one.get("to").asText());
                yield "" + (to.isBefore(at) ? 0 : hours.between(at, to).toSeconds());
            }
            case "open" -> "" + hours.isOpen(at);
            case "next" -> hours.nextOpening(at).toString();
            case "prev" -> hours.previousClosing(at).toString();
            case "periods" ->
                hours.periods(at, Instant.parse(one.get("to").asText())).stream()
                        .map(period -> "[" + period.open() + "," + period.close() + "]")
                        .toList()
                        .toString()
                        .replace(", ", ",");
            case "addDays" -> hours.plusDays(at, one.get("days").asInt()).toString();
            case "onHoliday" -> "" + hours.isHoliday(LocalDate.ofInstant(at, hours.zone()));
            default -> throw new AssertionError(one.toString());
        };
    }
}
