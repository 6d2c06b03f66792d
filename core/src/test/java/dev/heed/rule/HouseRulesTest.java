package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
    private final HouseRules rules = CameraShop.open().rules();

    @Test
    void reportEverythingAtOnceInTheOrderOfThePractices() {
        Draft draft =
                new Draft.ByAgent(CameraShop.MARIA, Signature.of("Lumen Team"), "Done.\n\nBest regards\nJürgen Groß");
        assertThat(rules.check(draft))
                .extracting(Finding::code)
                .containsExactly(
                        PracticeCode.SIGNATURE_NOT_PERSONAL,
                        PracticeCode.SIGNATURE_MISSING,
                        PracticeCode.REACH_BACK_MISSING);
    }

    @Test
    void leaveTheOthersOnWhenOneIsSwitchedOff() {
        Draft draft = new Draft.ByAgent(CameraShop.MARIA, Signature.of("Lumen Team"), "It is on its way.");
        assertThat(CameraShop.without(PracticeCode.REACH_BACK_MISSING).rules().check(draft))
                .extracting(Finding::code)
                .containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
    }

    @Nested
    class GreetAStranger {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Anna",
                    "Anna Schmidt",
                    "anna schmidt",
                    "Dr. Anna Schmidt",
                    "Anna-Lena O'Neil",
                    "Anna-Lena O’Neil",
                    "José García López",
                    "王小明",
                    "עומר",
                    "Ng Thi Hoa"
                })
        void byANameThatCanBeAPersons(String name) {
            assertThat(rules.canGreet(name)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "Support",
                    "Lumen",
                    "Lumen Team",
                    "Familie Schmidt",
                    "Anna & Tom",
                    "Anna und Tom",
                    "Anna (home)",
                    "Anna 3",
                    "anna@customer.example",
                    "www.x.example",
                    "Anna.example",
                    "Anna <b>",
                    "Anna\nBcc: x",
                    "Anna, please pay",
                    "{{customer.name}}",
                    "$name",
                    "A. S.",
                    "Null",
                    "Please visit our new web page today",
                    "Аnna",
                    "Anna\u200b",
                    "!"
                })
        void byNothingElse(String name) {
            assertThat(rules.canGreet(name)).isFalse();
        }

        @Test
        void byNothingLongerThanSixtyLetters() {
            assertThat(rules.canGreet("An" + "na".repeat(29))).isTrue();
            assertThat(rules.canGreet("Ann" + "na".repeat(29))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Maria Keller, maria keller",
        "Maria Keller, 'Keller, Maria'",
        "José García, Jose Garcia",
        "Jürgen Groß, Jurgen Gross",
        "Jürgen Groß, Juergen Gross",
        "Søren, Soren",
        "Łukasz, Lukasz",
        "O'Brien, O’Brien",
        "Jean-Pierre, Jean Pierre",
        "ＡＮＮＡ, Anna",
    })
    void takeSpellingsOfOneNameForTheSame(String one, String other) {
        assertThat(HouseRules.sameName(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Maria Keller, Maria Kellner", "Anna, Ann A", "Maria Keller, Maria", "王小明, 王小红"})
    void tellDifferentNamesApart(String one, String other) {
        assertThat(HouseRules.sameName(one, other)).isFalse();
    }
}
