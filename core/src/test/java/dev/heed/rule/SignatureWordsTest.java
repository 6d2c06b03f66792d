package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop adds a language: Hungarian. */
class SignatureWordsTest {
    private static final String COLLECTIVE = "Elküldtük.\n\nÜdvözlettel\nA Lumen csapata";
    private static final String TASK = "Elküldtük.\n\nÜdvözlettel,\nÜgyfélszolgálat";
    private static final String PERSONAL = "Elküldtük.\n\nÜdvözlettel\nMaria Keller";

    private final SignatureWords builtIn = SignatureWords.builtIn();
    private final SignatureWords hungarian = builtIn.withCollectiveNouns(List.of("csapat", "CSAPATA"))
            .withGenericWords(List.of("ügyfélszolgálat"))
            .withClosingPhrases(List.of("üdvözlettel"));

    @Nested
    class BeforeItIsAdded {
        private final CameraShop shop = CameraShop.open();

        @Test
        void itsCollectiveSignaturesAreNotRecognised() {
            assertThat(shop.writtenByMaria(COLLECTIVE)).isEmpty();
        }

        @Test
        void itsNamesOfTasksAreTakenForNamesOfPeople() {
            assertThat(shop.writtenByMaria(TASK))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo(PracticeCode.SIGNATURE_MISSING));
        }
    }

    @Nested
    class OnceItIsAdded {
        private final CameraShop shop = CameraShop.speaking(hungarian);

        @Test
        void itsCollectiveSignaturesAreRefused() {
            assertThat(shop.writtenByMaria(COLLECTIVE))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo(PracticeCode.SIGNATURE_NOT_PERSONAL));
        }

        @Test
        void itsNamesOfTasksAreRefusedAsSuch() {
            assertThat(shop.writtenByMaria(TASK))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo(PracticeCode.SIGNATURE_NOT_PERSONAL));
        }

        @Test
        void peopleStillSign() {
            assertThat(shop.writtenByMaria(PERSONAL)).isEmpty();
        }

        @Test
        void theLanguagesThatComeWithHeedStay() {
            assertThat(shop.writtenByMaria("Done.\n\nBest regards\nLumen Team")).hasSize(1);
        }
    }

    @Nested
    class AsAValue {
        @Test
        void doesNotChangeWhenWordsAreAdded() {
            assertThat(hungarian.is(Section.COLLECTIVE, "csapat")).isTrue();
            assertThat(builtIn.is(Section.COLLECTIVE, "csapat")).isFalse();
            assertThat(builtIn.words(Section.CLOSING)).doesNotContain("üdvözlettel");
        }

        @Test
        void isComparedWithoutRegardToCaseAndAccents() {
            assertThat(hungarian.is(Section.COLLECTIVE, "csapata")).isTrue();
            assertThat(hungarian.is(Section.GENERIC, "ugyfelszolgalat")).isTrue();
            assertThat(hungarian.closings().lengthAt(Words.of("Üdvözlettel"), 0))
                    .isEqualTo(1);
        }

        @Test
        void tellsTheLongestClosingPhrasesFirst() {
            assertThat(hungarian.closings().lengthAt(Words.of("Best regards from Maria"), 0))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help desk", "help-desk", "help.desk", "l'équipe", "", " ", "!"})
    void whatIsNotOneWordIsRefusedWhereSingleWordsAreCompared(String entry) {
        assertThatThrownBy(() -> builtIn.withCollectiveNouns(List.of(entry)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("word");
        assertThatThrownBy(() -> builtIn.withGenericWords(List.of(entry))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aClosingPhraseMayHaveManyWordsButNotNone() {
        assertThat(builtIn.withClosingPhrases(List.of("Üdvözlettel: a-la!"))
                        .closings()
                        .lengthAt(Words.of("Üdvözlettel a la"), 0))
                .isEqualTo(3);
        assertThatThrownBy(() -> builtIn.withClosingPhrases(List.of(" –"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void punctuationAroundAWordIsNotPartOfIt() {
        assertThat(builtIn.withCollectiveNouns(List.of(" Csapat, ")).is(Section.COLLECTIVE, "csapat"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everySectionComesWithWords(Section section) {
        assertThat(builtIn.words(section)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "INTRODUCTION_OF_SELF", "INTRODUCTION", "INTRODUCTION_BEHIND"})
    void aSectionOfPhrasesCannotBeAskedForAWord(Section section) {
        assertThatThrownBy(() -> builtIn.is(section, "best")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignatureWords.Sections(section)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noGivenNameIsAWordForAGroup() {
        assertThat(builtIn.words(Section.GIVEN))
                .doesNotContainAnyElementsOf(builtIn.words(Section.COLLECTIVE))
                .doesNotContainAnyElementsOf(builtIn.words(Section.PLACEHOLDER));
    }
}
