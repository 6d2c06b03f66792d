package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.rule.SignatureWords.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words are read as they stand, so they must stand as they are compared. */
class SignatureWordsFileTest {
    private final SignatureWords words = SignatureWords.builtIn();

    @ParameterizedTest
    @EnumSource(Section.class)
    void everySectionHasWordsInTheFormInWhichTheyAreCompared(Section section) {
        assertThat(words.words(section))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Folding.fold(word)).isEqualTo(word));
    }

    @Test
    void closingPhrasesAreTakenApartAsTextIs() {
        assertThat(words.words(Section.CLOSING))
                .allSatisfy(phrase ->
                        assertThat(String.join(" ", Words.of(phrase).folded())).isEqualTo(phrase));
    }
}
