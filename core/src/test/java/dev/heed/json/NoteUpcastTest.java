package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.error.InvalidInputException;
import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.ContentHash;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.ticket.NoteEvent.NoteAdded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written when a note was a message that stayed inside is read as a note, with all that it had. */
class NoteUpcastTest {
    private final List<byte[]> kept = new ArrayList<>();
    private final EventJson json = EventJson.keepingFiles(content -> {
        kept.add(content);
        return ContentHash.of(content);
    });

    private static ObjectNode first() {
        return Documents.object(Documents.golden("note.added", 1));
    }

    private static ObjectNode message(ObjectNode event) {
        return (ObjectNode) event.get("message");
    }

    private Note read(ObjectNode event) {
        return ((NoteAdded) json.read(event.toString())).note();
    }

    @Test
    void theFirstVersionIsReadAsANoteWithTheSameWords() {
        assertThat(json.read(first().toString()))
                .isEqualTo(new NoteAdded(
                        EventExamples.TICKET,
                        EventExamples.AT,
                        Note.of(
                                new NoteId("m-5"),
                                new Author.ByAgent(EventExamples.MARIA),
                                EventExamples.AT,
                                "Ask the warehouse.")));
    }

    @Test
    void isWrittenAgainInTheNewestVersionWithoutLoss() {
        String newest = json.write(json.read(first().toString()));

        assertThat(newest).contains("\"version\":3").doesNotContain("INTERNAL");
        assertThat(json.read(newest)).isEqualTo(json.read(first().toString()));
    }

    @Test
    void theReportOfTheSystemKeepsFilesAndRemarks() {
        ObjectNode event = first();
        message(event).putObject("author").put("kind", "system");
        message(event).putArray("remarks").add("It was cut.");
        message(event)
                .putArray("attachments")
                .addObject()
                .put("name", "a.txt")
                .put("mediaType", "text/plain")
                .put("content", "AQ==");

        Note note = read(event);

        assertThat(note.author()).isEqualTo(new Author.BySystem(Optional.empty()));
        assertThat(note.remarks()).containsExactly("It was cut.");
        assertThat(note.attachments())
                .containsExactly(Attachment.of("a.txt", "text/plain", ContentHash.of(new byte[] {1}), 1));
    }

    @Test
    void whatANoteHasNotAnyMoreIsKeptBesideItsWords() {
        ObjectNode event = first();
        message(event).put("html", "<p>Größe</p>").put("reference", "7@old.example");
        message(event).putObject("signature").put("name", "Maria Ortiz");
        message(event).putArray("remarks").add("It was cut.");

        Note note = read(event);

        assertThat(note.remarks())
                .containsExactly(
                        "It was cut.", "Signed by Maria Ortiz.", "Its name in the world outside was 7@old.example.");
        assertThat(note.attachments()).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("text/html; charset=utf-8");
            assertThat(file.content()).contains(ContentHash.of("<p>Größe</p>".getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(kept).containsExactly("<p>Größe</p>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNoteOfAnImportThatNamesACustomerIsTheSystems() {
        ObjectNode event = first();
        message(event).putObject("author").put("kind", "customer").put("customer", "c-42");

        Note note = read(event);

        assertThat(note.author()).isEqualTo(new Author.BySystem(Optional.empty()));
        assertThat(note.remarks()).containsExactly("Written by customer c-42.");
    }

    @Test
    void whatIsNoNoteInTheFirstVersionIsRefusedWithTheFieldThatIsWrong() {
        ObjectNode without = first();
        without.remove("message");
        ObjectNode wordless = first();
        message(wordless).remove("text");
        ObjectNode wrong = first();
        message(wrong).put("attachments", "none").put("html", "<p>Hello</p>");

        assertRefused(without, "the field note is missing");
        assertRefused(first().put("message", "Ask the warehouse."), "the field note is missing");
        assertRefused(wordless, "note.text is missing");
        assertRefused(wrong, "note.attachments is not a list");
    }

    private void assertRefused(ObjectNode event, String problem) {
        assertThatThrownBy(() -> json.read(event.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("note.added of version 1")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("warehouse");
    }
}
