package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ticket.TicketEvent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each version of each event as files that are never changed: what was written once can be read for ever. */
class GoldenEventsTest {
    private final EventJson json = EventJson.create();

    @ParameterizedTest
    @MethodSource("types")
    void whatWasWrittenInTheNewestVersionIsReadAsTheSameEvent(String type) {
        TicketEvent expected = EventExamples.of(type);

        TicketEvent read = json.read(Documents.golden(type));

        assertThat(read).isEqualTo(expected);
        assertThat(read).usingRecursiveComparison().isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsWrittenTodayIsWhatTheFileSaysInTheSameOrder(String type) {
        JsonNode golden = Documents.tree(Documents.golden(type));

        assertThat(Documents.tree(json.write(EventExamples.of(type))).toString())
                .isEqualTo(golden.toString());
    }

    static Stream<String> types() {
        return EventTypes.heeds().all().stream().map(EventType::name);
    }
}
