package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final Instant AT = Instant.parse("2026-06-08T07:00:00Z");
    private static final Author MARIA = new Author.ByAgent(AgentId.of("maria"));

    private static Note note(String text) {
        return Note.of(new NoteId("n-1"), MARIA, AT, text);
    }

    @Test
    void isNoMessageSoNothingThatSendsOneTakesIt() {
        assertThat((Object) note("Ask the warehouse.")).isNotInstanceOf(Message.class);
        assertThat(Direction.values()).containsExactly(Direction.INBOUND, Direction.OUTBOUND);
    }

    @Test
    void isNotWrittenByACustomer() {
        Author anna = new Author.ByCustomer(CustomerId.of("c-1"));

        assertThatThrownBy(() -> Note.of(new NoteId("n-1"), anna, AT, "Hello."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("n-1");
    }

    @Test
    void isWrittenByAnAgentByHeedOrByABot() {
        for (Author author : List.of(
                MARIA, new Author.BySystem(Optional.empty()), new Author.ByBot("Parcel tracker", Optional.empty()))) {
            assertThat(Note.of(new NoteId("n-1"), author, AT, "Hello.").author())
                    .isEqualTo(author);
        }
    }

    @Test
    void keepsItsFilesAndRemarksAsTheyWereHandedIn() {
        List<String> remarks = new ArrayList<>(List.of("It was cut."));
        Attachment file = Attachment.of("report.txt", "text/plain", ContentHash.of(new byte[] {1}), 1);
        Note note = note("").with(List.of(file), remarks);
        remarks.clear();

        assertThat(note.remarks()).containsExactly("It was cut.");
        assertThat(note.attachments()).containsExactly(file);
    }

    @Test
    void isNamed() {
        assertThatThrownBy(() -> new NoteId(" ")).isInstanceOf(InvalidInputException.class);
        assertThat(new NoteId("n-1")).hasToString("n-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines\r\nand a\ttab",
                "Grüße 👩‍👧 𝒜",
                "\u202Egnirts\u202C",
                "\u200Fשלום",
                "\u2066inside\u2069",
                "next\u0085line",
                "\uFEFF\u2028\uFFFF",
                "{{customer.name}}",
                " padded "
            })
    void harmlessCharactersStayAsTheyWereWritten(String text) {
        assertThat(note(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'half \uD83D', 'half \uFFFD'",
        "'\uDE00 half', '\uFFFD half'",
        "'\uDE00\uD83D', '\uFFFD\uFFFD'",
        "'\uD83D\uD83D\uDE00', '\uFFFD\uD83D\uDE00'",
        "'a\u0000b', 'a\uFFFDb'",
        "'\u001B[31mred', '\uFFFD[31mred'",
        "'a\u007Fb\u0099c', 'a\uFFFDb\uFFFDc'"
    })
    void whatSomeStoresCannotKeepIsReplaced(String text, String kept) {
        assertThat(note(text).text()).isEqualTo(kept);
    }

    @Property(tries = 500)
    void whateverIsWrittenSurvivesUtf8AndStaysTheSameWhenReadAgain(@ForAll("texts") String text) {
        String kept = note(text).text();

        assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(kept);
        assertThat(note(kept).text()).isEqualTo(kept).hasSameSizeAs(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings()
                        .withCharRange('\uD800', '\uDFFF')
                        .withChars('a', '\n', '\u0000')
                        .ofMaxLength(12));
    }
}
