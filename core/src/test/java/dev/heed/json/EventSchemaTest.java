package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.heed.error.InvalidInputException;
import dev.heed.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema says what is written: all of it, and nothing else. */
class EventSchemaTest {
    private static final Schema SCHEMA = Documents.schema(Documents.tree(EventJson.schema()));
    private static final Schema CLOSED = Documents.schema(closed(Documents.tree(EventJson.schema())));

    private final EventJson json = EventJson.create();

    @ParameterizedTest
    @MethodSource("dev.heed.json.GoldenEventsTest#types")
    void theExamplesAreValid(String type) {
        String written = json.write(EventExamples.of(type));

        assertThat(Documents.errors(SCHEMA, written)).isEmpty();
        assertThat(Documents.errors(SCHEMA, Documents.golden(type))).isEmpty();
    }

    @Property(tries = 300)
    void anyEventIsValidAndHasNoFieldThatTheSchemaDoesNotName(@ForAll("events") TicketEvent event) {
        String written = json.write(event);

        assertThat(Documents.errors(SCHEMA, written)).isEmpty();
        assertThat(Documents.errors(CLOSED, written)).isEmpty();
    }

    @Test
    void aHistoryIsValidByItsOwnDefinition() {
        String id = Documents.tree(EventJson.schema()).get("$id").asText();
        Schema history = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of(id, EventJson.schema())))
                .getSchema(SchemaLocation.of(id + "#/$defs/history"));

        assertThat(Documents.errors(
                        history,
                        json.writeHistory(List.copyOf(EventExamples.all().values()))))
                .isEmpty();
        assertThat(Documents.errors(history, "[{}]")).isNotEmpty();
    }

    /** Each field that is taken out or of another kind is missed by the schema exactly when it is missed by the reader. */
    @ParameterizedTest
    @MethodSource("dev.heed.json.GoldenEventsTest#types")
    void theSchemaAndTheReaderRefuseTheSame(String type) {
        for (ObjectNode broken : broken(Documents.object(Documents.golden(type)))) {
            boolean valid = Documents.errors(SCHEMA, broken.toString()).isEmpty();

            assertThat(valid).as(broken.toString()).isEqualTo(isRead(broken.toString()));
        }
    }

    @Test
    void whatIsNoEventIsNotValid() {
        for (String wrong : List.of(
                "{}",
                "[]",
                "3",
                "null",
                "{\"type\":\"promise.made\"}",
                Documents.golden("promise.kept").replace("promise.kept", "promise.forgotten"),
                Documents.golden("promise.kept").replace("\"version\": 1", "\"version\": 2"),
                Documents.golden("ticket.escalated").replace("CUSTOMER_UNREACHABLE", "BORED"))) {
            assertThat(Documents.errors(SCHEMA, wrong)).as(wrong).isNotEmpty();
        }
    }

    private boolean isRead(String text) {
        try {
            json.read(text);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Every field, on every level, once left out, once a number, once a text, once a list. */
    private static List<ObjectNode> broken(ObjectNode event) {
        List<ObjectNode> all = new ArrayList<>();
        for (String pointer : pointers(event, "")) {
            int slash = pointer.lastIndexOf('/');
            for (JsonNode instead : List.of(
                    JsonNodeFactory.instance.missingNode(),
                    JsonNodeFactory.instance.numberNode(3),
                    JsonNodeFactory.instance.numberNode(3.5),
                    JsonNodeFactory.instance.textNode("?"),
                    JsonNodeFactory.instance.textNode(" "),
                    JsonNodeFactory.instance.booleanNode(true),
                    JsonNodeFactory.instance.objectNode(),
                    JsonNodeFactory.instance.arrayNode().add(1))) {
                ObjectNode copy = event.deepCopy();
                ObjectNode parent = (ObjectNode) copy.at(pointer.substring(0, slash));
                if (instead.isMissingNode()) {
                    parent.remove(pointer.substring(slash + 1));
                } else {
                    parent.set(pointer.substring(slash + 1), instead);
                }
                all.add(copy);
            }
        }
        return all;
    }

    private static List<String> pointers(ObjectNode object, String prefix) {
        List<String> pointers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String pointer = prefix + "/" + field.getKey();
            pointers.add(pointer);
            if (field.getValue() instanceof ObjectNode inner) {
                pointers.addAll(pointers(inner, pointer));
            } else if (field.getValue() instanceof ArrayNode list && list.path(0) instanceof ObjectNode inner) {
                pointers.addAll(pointers(inner, pointer + "/0"));
            }
        }
        return pointers;
    }

    /** The same schema, in which no object may have a field that is not named. */
    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        ((ObjectNode) copy).put("$id", "https://heed.dev/json/ticket-event.closed.json");
        copy.findParents("properties").forEach(object -> ((ObjectNode) object).put("additionalProperties", false));
        copy.get("$defs")
                .forEach(definition -> definition
                        .path("oneOf")
                        .forEach(kind -> ((ObjectNode) kind).put("additionalProperties", false)));
        return copy;
    }

    @Provide
    Arbitrary<TicketEvent> events() {
        return AnyEvents.any();
    }
}
