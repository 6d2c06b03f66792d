package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.error.InvalidInputException;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused with the field that is wrong, and without a word of what stands in it. */
class BrokenEventJsonTest {
    private final EventJson json = EventJson.create();

    @Test
    void aTypeNobodyKnowsIsNamedWithItsVersion() {
        ObjectNode event = golden("promise.kept").put("type", "promise.doubled").put("version", 3);

        assertThat(refusal(event.toString()))
                .hasMessageContaining("promise.doubled, version 3")
                .hasMessageContaining("docs/events.md");
    }

    @Test
    void aTypeThatIsNoNameIsNotRepeated() {
        assertThat(refusal(golden("promise.kept").put("type", "Anna Müller").toString()))
                .hasMessageContaining("that is no name")
                .hasMessageNotContaining("Anna");
    }

    @Test
    void aVersionFromTheFutureSaysWhichOneIsKnown() {
        assertThat(refusal(golden("promise.kept").put("version", 2).toString()))
                .hasMessageContaining("promise.kept, has version 2")
                .hasMessageContaining("none above 1")
                .hasMessageContaining("Remedy: Read it with a Heed at least as new");
    }

    @Test
    void aVersionFromThePastWithoutUpcasterSaysWhichStepIsMissing() {
        assertThat(refusal(golden("promise.kept").put("version", 0).toString()))
                .hasMessageContaining("promise.kept of version 0: no upcaster leads from version 0 to 1");
        assertThat(refusal(golden("promise.kept").put("version", -1).toString()))
                .hasMessageContaining("field version");
    }

    @Test
    void fieldsNobodyKnowsArePassedOver() {
        ObjectNode event = golden("promise.kept");
        event.putObject("weather").putArray("days").add(1.5).addNull().add("rain");
        event.putNull("mood");

        assertThat(json.read(event.toString())).isEqualTo(EventExamples.of("promise.kept"));
    }

    @Test
    void nullIsTheSameAsLeftOut() {
        ObjectNode event = golden("delivery.done");
        event.putNull("reference");

        assertThat(json.read(event.toString()))
                .isEqualTo(json.read(event.without("reference").toString()));
        event.putNull("message");
        assertThat(refusal(event.toString())).hasMessageContaining("the field message is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message.received | /message | /author | message.author is missing",
                "message.received | /message/author | /customer | message.author.customer is missing",
                "message.received | /message/attachments/0 | /hash | message.attachments.hash is missing",
                "answer.given | /message/signature | /name | message.signature.name is missing",
                "promise.made | /promise | /due | promise.due is missing",
                "ticket.closed | /closing | /kind | closing.kind is missing",
                "call.ended | /outcome | /what | outcome.what is missing",
                "ticket.opened | '' | /ticket | the field ticket is missing",
                "ticket.opened | '' | /type | the field type is missing",
                "ticket.opened | '' | /version | the field version is missing"
            })
    void aFieldThatIsMissingIsNamed(String type, String parent, String field, String message) {
        ObjectNode event = golden(type);
        ((ObjectNode) event.at(parent)).remove(field.substring(1));

        assertThat(refusal(event.toString())).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at | \"yesterday\" | is not a time in UTC",
                "at | \"2026-06-08T07:00:00+02:00\" | is not a time in UTC",
                "at | \"2026-02-30T07:00:00Z\" | is not a time in UTC",
                "ticket | \"1-1-1-1-1\" | is not a UUID",
                "number | \"1001\" | is not a number",
                "number | 1.0 | is not a whole number",
                "number | 9223372036854775808 | is not a whole number of 64 bits",
                "number | 1e3 | is not a whole number",
                "subject | 7 | is not a text",
                "customer | \" \" | A customer id is blank",
                "address | \"a@b.example\" | is not an object",
                "address | {\"kind\":\"fax\",\"value\":\"1\"} | the field address.kind is none of",
                "address | {\"kind\":\"email\",\"value\":\"Anna\"} | the field address.value is refused",
                "version | 2147483648 | is too large",
                "follows | true | is not a text"
            })
    void aFieldOfTheWrongKindIsNamed(String field, String value, String message) {
        ObjectNode event = golden("ticket.opened");
        event.set(field, Documents.tree(value));

        assertThat(refusal(event.toString()))
                .hasMessageContaining(field)
                .hasMessageContaining(message)
                .hasMessageNotContaining("Anna");
    }

    @Test
    void aZoneNobodyKnowsAndAWordNobodyKnowsAreNotRepeated() {
        ObjectNode event = golden("promise.made");
        ((ObjectNode) event.get("promise")).put("zone", "Mars/Anna");
        assertThat(refusal(event.toString()))
                .hasMessageContaining("promise.zone")
                .hasMessageNotContaining("Mars");

        ((ObjectNode) event.get("promise")).put("zone", "UTC").put("kind", "ANNA");
        assertThat(refusal(event.toString()))
                .hasMessageContaining("promise.kind")
                .hasMessageNotContaining("ANNA");
    }

    @Test
    void whatTheDomainRefusesIsInvalidInputHere() {
        ObjectNode decision = golden("ticket.decided-against");
        ((ObjectNode) decision.get("decision")).put("appeal", " ");
        assertThat(refusal(decision.toString())).hasMessageContaining("what stands in decision is refused");

        ObjectNode call = golden("call.started");
        ((ObjectNode) call.get("intake")).put("number", "none");
        assertThat(refusal(call.toString())).hasMessageContaining("what stands in intake is refused");

        ObjectNode answer = golden("answer.given");
        ((ObjectNode) answer.at("/message/signature")).put("name", "Anna\nMüller");
        assertThat(refusal(answer.toString()))
                .hasMessageContaining("message.signature")
                .hasMessageNotContaining("Anna");
    }

    @Test
    void aHashThatIsNoneIsNamed() {
        ObjectNode event = golden("message.received");
        ((ObjectNode) event.at("/message/attachments/0")).put("hash", "§§");

        assertThat(refusal(event.toString()))
                .hasMessageContaining("message.attachments.hash")
                .hasMessageNotContaining("§§");
    }

    @Test
    void aSizeBelowZeroAndAnUnknownReasonAreNamed() {
        ObjectNode event = golden("message.received");
        ObjectNode file = (ObjectNode) event.at("/message/attachments/0");
        file.put("size", -1);
        assertThat(refusal(event.toString())).hasMessageContaining("what stands in message.attachments is refused");

        file.put("refused", "LOST");
        assertThat(refusal(event.toString())).hasMessageContaining("message.attachments.refused");
        file.put("refused", "UNREADABLE");
        assertThat(refusal(event.toString())).hasMessageContaining("message.attachments.limit is missing");
    }

    @Test
    void aFieldThatStandsTwiceIsNamed() {
        String twice = golden("promise.kept").toString().replace("\"how\":", "\"how\":\"Anna called\",\"how\":");

        assertThat(refusal(twice)).hasMessageContaining("has a field twice").hasMessageContaining("in the field how");
        assertThat(refusal("{\"Anna\":1,\"Anna\":2}"))
                .hasMessageContaining("twice")
                .hasMessageNotContaining("Anna");
        assertThat(refusal("{\"how\":null,\"how\":2}")).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "Anna",
                "{",
                "{\"how\":Anna}",
                "{\"how\":\"Anna",
                "[1,]",
                "{'how':1}",
                "\u0000",
                "{} Anna",
                "{}{}",
                "NaN",
                "+1",
                "// Anna"
            })
    void whatIsNotJsonIsRefusedWithoutBeingRepeated(String text) {
        assertThat(refusal(text))
                .hasMessageContaining("A JSON text of ticket events")
                .hasMessageNotContaining("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "\"Anna\"", "null", "true"})
    void whatIsNoObjectIsNoEvent(String text) {
        assertThat(refusal(text)).hasMessageContaining("is not a JSON object");
    }

    @Test
    void limitsAreNamed() {
        String event = golden("promise.kept").toString();

        for (String beyond : List.of(
                "[".repeat(65) + "]".repeat(65),
                "[".repeat(1_000_000),
                event.replace("\"promise\":1", "\"promise\":" + "9".repeat(65)),
                event.replace("\"promise\":1", "\"promise\":1e999999999"),
                event.replace("\"promise\":1", "\"promise\":1e-99999999999"),
                event.replace("\"promise\":1", "\"" + "x".repeat(257) + "\":1"))) {
            assertThat(refusal(beyond))
                    .hasMessageContaining("goes beyond a limit")
                    .hasMessageContaining("64 levels");
        }
    }

    @Test
    void aTextThatIsTooLongIsNeitherReadNorWritten() {
        String text = "\"" + "x".repeat(JsonText.LONGEST_TEXT + 1) + "\"";
        PromiseWithdrawn event = new PromiseWithdrawn(
                EventExamples.TICKET, EventExamples.AT, EventExamples.FIRST, "x".repeat(JsonText.LONGEST_TEXT + 1));

        assertThat(refusal("{\"how\":" + text + "}"))
                .hasMessageContaining("goes beyond a limit")
                .hasMessageContaining("how");
        assertThatThrownBy(() -> json.write(event))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("41943040 characters");
    }

    @Test
    void aHistorySaysWhichEventIsWrong() {
        ObjectNode broken = golden("promise.kept");
        broken.remove("how");

        assertThatThrownBy(() -> json.readHistory("[" + golden("ticket.opened") + "," + broken + "]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Event 2 of the history, promise.kept of version 1: the field how is missing");
        assertThatThrownBy(() -> json.readHistory("{}")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> json.readHistory("[null]")).isInstanceOf(InvalidInputException.class);
        assertThat(json.readHistory("[]")).isEmpty();
    }

    private InvalidInputException refusal(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> json.read(text));
    }

    private static ObjectNode golden(String type) {
        return Documents.object(Documents.golden(type));
    }
}
