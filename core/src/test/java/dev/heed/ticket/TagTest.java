package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One tag has one spelling, and nothing invisible hides in it; the same goes for the ids of references. */
class TagTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VIP | vip",
                "'  vip\u00a0' | vip",
                "Gro\u0308\u00dfe | gr\u00f6\u00dfe",
                "\u0130STANBUL | i\u0307stanbul",
                "\u2126 | \u03c9",
                "two words | two words",
                "\ud83d\udc69\u200d\ud83d\udc67 | \ud83d\udc69\u200d\ud83d\udc67"
            })
    void spellingsOfOneTagAreOne(String written, String kept) {
        assertThat(Tag.of(written).value()).isEqualTo(kept);
        assertThat(Tag.of(written)).isEqualTo(Tag.of(kept)).hasSameHashCodeAs(Tag.of(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u00a0\u3000",
                "\u200b",
                "\u200d",
                "a\u0000b",
                "a\nb",
                "a\u0085b",
                "a\u2028b",
                "\u202egpj.exe",
                "a\u2066b",
                "a\ufeffb",
                "a\u00adb",
                "\ud83d",
                "a\udc00b"
            })
    void whatCannotBeSeenOrTellsALieIsRefused(String written) {
        assertThatThrownBy(() -> Tag.of(written)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Reference.order(written)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new FieldValue.Choice(written)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void theCharacterThatHasNoPlaceInItIsNamedAndTheRestIsNot() {
        assertThatThrownBy(() -> Tag.of("anna\u202e"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("U+202E")
                .hasMessageNotContaining("anna");
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        String longest = "\ud83d\ude00".repeat(Tag.LONGEST);

        assertThat(Tag.of(longest).value()).isEqualTo(longest);
        assertThatThrownBy(() -> Tag.of(longest + "a")).hasMessageContaining("more than 64 characters");
        assertThatThrownBy(() -> Tag.of("a".repeat(100_000_000))).hasMessageContaining("more than 64 characters");
    }

    @Property(tries = 2000)
    void whatIsKeptStaysAsItIsWhenItIsReadAgain(@ForAll String written) {
        try {
            Tag tag = Tag.of(written);
            assertThat(Tag.of(tag.value()).value()).isEqualTo(tag.value());
            assertThat(tag.value().codePointCount(0, tag.value().length())).isBetween(1, Tag.LONGEST);
        } catch (InvalidInputException refused) {
            assertThat(refused.remedy()).isNotBlank();
        }
    }

    @Test
    void referencesAreOneWhateverTheirCaseAndKeepTheirSpelling() {
        Reference written = Reference.order(" A-1001 ");

        assertThat(written.id()).isEqualTo("A-1001");
        assertThat(written).isEqualTo(Reference.order("a-1001")).hasSameHashCodeAs(Reference.order("a-1001"));
        assertThat(written).isNotEqualTo(Reference.payment("A-1001")).isNotEqualTo(Reference.order("A-1002"));
        assertThat(written).isEqualByComparingTo(Reference.order("a-1001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Order", "1st", "with space", "a\u202e", "\u00e4", "a234567890123456789012345678901234"})
    void kindsOfReferencesAndKeysOfFieldsAreOfOneForm(String written) {
        assertThatThrownBy(() -> ReferenceKind.of(written))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Remedy: Name it with lower-case letters");
        assertThatThrownBy(() -> FieldKey.of(written + written))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Remedy: Name it with lower-case letters");
    }
}
