package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Attachment;
import dev.heed.message.ContentHash;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again, and nothing is lost. */
class EventRoundTripTest {
    private final EventJson json = EventJson.create();

    @TestFactory
    List<DynamicTest> everyTypeOfEventComesBackAsItWas() {
        return Kinds.ofEvents().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.getSimpleName(),
                        () -> AnyEvents.of(kind)
                                .sampleStream()
                                .limit(40)
                                .forEach(event -> assertSame(json.read(json.write(event)), event))))
                .toList();
    }

    @Property(tries = 500)
    void anyEventComesBackAsItWas(@ForAll("events") TicketEvent event) {
        assertSame(json.read(json.write(event)), event);
    }

    @Property(tries = 300)
    void whatIsWrittenIsUtf8AndOneLine(@ForAll("events") TicketEvent event) {
        String written = json.write(event);

        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written)
                .doesNotContain("\n", "\r");
    }

    @Property(tries = 100)
    void aHistoryComesBackInItsOrder(@ForAll("histories") List<TicketEvent> history) {
        List<TicketEvent> read = json.readHistory(json.writeHistory(history));

        assertSame(read, history);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "2200-12-31T23:59:59.999999999Z",
                "2026-06-08T07:00:00.000000001Z",
                "0000-01-01T00:00:00Z",
                "-0001-06-01T00:00:00Z",
                "+12345-06-01T00:00:00.5Z"
            })
    void aTimeKeepsItsNanosecondsInEveryYear(Instant at) {
        HoldEnded event = new HoldEnded(EventExamples.TICKET, at);

        assertThat(json.read(json.write(event))).isEqualTo(event);
    }

    @Test
    void theFirstAndTheLastInstantOfAllComeBack() {
        for (Instant at : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(json.read(json.write(new HoldEnded(EventExamples.TICKET, at))))
                    .isEqualTo(new HoldEnded(EventExamples.TICKET, at));
        }
    }

    @Property(tries = 300)
    void theFilesOfAnEventAreThoseOfItsForm(@ForAll("events") TicketEvent event) {
        assertThat(event.attachments().stream()
                        .flatMap(file -> file.content().stream())
                        .map(ContentHash::value))
                .containsExactlyElementsOf(Documents.tree(json.write(event)).findValuesAsText("hash"));
    }

    /** Messages and tickets are equal by id, so their fields are looked at as well. */
    private static void assertSame(Object actual, Object expected) {
        assertThat(actual).isEqualTo(expected);
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(Attachment::equals, Attachment.class)
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<TicketEvent> events() {
        return AnyEvents.any();
    }

    @Provide
    Arbitrary<List<TicketEvent>> histories() {
        return AnyEvents.any().list().ofMaxSize(8);
    }
}
