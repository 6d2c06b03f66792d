package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.message.Attachment;
import dev.heed.message.Direction;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.ApprovalKind;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.Mood;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody can add an event, a field or a word and forget its JSON form. */
class EventTypesTest {
    private final JsonNode definitions = Documents.tree(EventJson.schema()).get("$defs");

    @Test
    void everyEventHasExactlyOneType() {
        assertThat(EventTypes.heeds().all().stream().<Class<?>>map(EventType::event))
                .containsExactlyInAnyOrderElementsOf(Kinds.ofEvents());
    }

    @Test
    void everyTypeHasANameOfItsOwnInOneStyle() {
        assertThat(names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void everyTypeHasAnExampleAndAGoldenFileOfEachVersion() {
        assertThat(EventExamples.all()).containsOnlyKeys(names());
        assertThat(EventTypes.heeds().all())
                .allSatisfy(type -> assertThat(IntStream.rangeClosed(1, type.version()))
                        .allSatisfy(version -> assertThat(Documents.golden(type.name(), version))
                                .isNotBlank()));
    }

    @Test
    void everyTypeHasASchemaOfItsNewestVersion() {
        assertThat(Documents.tree(EventJson.schema()).get("oneOf").findValuesAsText("$ref"))
                .containsExactlyInAnyOrderElementsOf(
                        names().stream().map(name -> "#/$defs/" + name).toList());
        assertThat(EventTypes.heeds().all()).allSatisfy(type -> {
            JsonNode properties = definitions.get(type.name()).get("properties");
            assertThat(properties.at("/type/const").asText()).isEqualTo(type.name());
            assertThat(properties.at("/version/const").asInt()).isEqualTo(type.version());
        });
    }

    @Test
    void everyFieldOfTheSchemaIsAmongTheNamesThatMessagesMayShow() {
        Set<String> fields = new HashSet<>();
        definitions.findValues("properties").forEach(found -> {
            found.fieldNames().forEachRemaining(fields::add);
        });
        // findValues does not look inside what it has found
        definitions.forEach(definition -> definition
                .path("oneOf")
                .findValues("properties")
                .forEach(found -> found.fieldNames().forEachRemaining(fields::add)));

        assertThat(FieldNames.known()).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void theWordsOfTheSchemaAreThoseOfTheEnums() {
        assertWords(definitions.at("/message/properties/direction"), Direction.values());
        assertWords(definitions.at("/attachment/oneOf/1/properties/refused"), Attachment.Refused.Why.values());
        assertWords(definitions.at("/resolution"), Resolution.values());
        assertWords(definitions.at("/promise/properties/kind"), PromiseKind.values());
        assertWords(definitions.at("/promise/properties/state"), PromiseState.values());
        assertWords(definitions.at("/closing/oneOf/2/properties/exemption"), Exemption.values());
        assertWords(definitions.at("/ticket.kind-changed/properties/kind"), TicketKind.values());
        assertWords(definitions.at("/ticket.reopened/properties/from"), TicketStatus.values());
        assertWords(definitions.at("/factKind"), FactKind.values());
        assertWords(definitions.at("/priority.set/properties/priority"), Priority.values());
        assertWords(definitions.at("/mood.set/properties/mood"), Mood.values());
        assertWords(definitions.at("/approvalSubject/properties/kind"), ApprovalKind.values());
        assertWords(definitions.at("/ticket.escalated/properties/why"), OwnershipEvent.Why.values());
        assertWords(definitions.at("/send.cancelled/properties/why"), OutgoingEvent.SendCancelled.Why.values());
        assertWords(definitions.at("/send.refused/properties/why"), OutgoingEvent.SendRefused.Obstacle.values());
        assertWords(definitions.at("/send.ordered/properties/ifCustomerWrites"), IfCustomerWrites.values());
    }

    private static void assertWords(JsonNode schema, Enum<?>... constants) {
        assertThat(schema.get("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Stream.of(constants).map(Enum::name).toList());
    }

    private static List<String> names() {
        return EventTypes.heeds().all().stream().map(EventType::name).toList();
    }
}
