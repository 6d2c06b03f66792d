package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P50: where a text for colleagues disparages somebody, and by which words that is told. */
class CivilityTest {
    private final Civility rule = new Civility(DerogatoryWords.builtIn());

    private List<String> found(String text) {
        return spans(rule, text);
    }

    private static List<String> spans(Civility rule, String text) {
        return rule.check(text, List.of()).stream()
                .map(finding -> finding.span().orElseThrow())
                .peek(span ->
                        assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()))
                .map(Finding.Span::text)
                .toList();
    }

    @Test
    void pointsAtEverySentenceThatDisparagesAndAtNoOther() {
        assertThat(found("Parcel is late. Annoying customer! Refund sent.\nShe is a nutcase"))
                .containsExactly("Annoying customer", "She is a nutcase");
        assertThat(found("He wrote “you are all idiots” and is an idiot himself."))
                .containsExactly("He wrote “you are all idiots” and is an idiot himself");
    }

    @Test
    void saysNoneOfTheWordsInWhatEndsUpInLogs() {
        assertThat(rule.check("The crazy lady from Leeds again.", List.of()))
                .hasSize(1)
                .allSatisfy(finding ->
                        assertThat(finding.toString()).doesNotContain("crazy").doesNotContain("Leeds"));
    }

    @Test
    void pointsAtTenAtMost() {
        assertThat(found("What an idiot. ".repeat(50))).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDIOT", "1d1ot", "Idiooot", "ídiot", "іdiot", "nerven-kunde, Nervensaege", "nervensäge"})
    void knowsThemInOtherSpellings(String text) {
        assertThat(found(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She says: \"what an idiot he was\"",
                "Sie sagte ›so ein Idiot‹ und legte auf",
                "he called it «stupid customer service»",
                "  > What an idiot.\nI have apologised.",
                "reads 'you idiots' on the box",
                "wrote \"idiots\""
            })
    void leavesToOthersWhatTheySaid(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void readsASingleWordInQuotationMarksThatNobodyIsSaidToHaveSaid() {
        assertThat(found("The \"idiot\" is back.")).hasSize(1);
    }

    @Test
    void knowsNames() {
        assertThat(rule.check("Trottel rief an.", List.of())).hasSize(1);
        assertThat(rule.check("Trottel rief an.", List.of("Anna Trottel"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "\"", "'''", ">", "»«", "“", "M.", "M. ", "\ud83d", "\u0000"})
    void readsWhateverThereIs(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void readsLongTextsInTime() {
        for (String piece :
                List.of("very annoying ", "\"a ", "idiot ", "M. ", "not an ", "customer ", ">\n", "'", "a")) {
            String text = piece.repeat(100_000 / piece.length());
            assertThat(catchThrowable(() -> org.junit.jupiter.api.Assertions.assertTimeout(
                            Duration.ofSeconds(10), () -> rule.check(text, List.of()))))
                    .as(piece)
                    .isNull();
        }
    }

    @Test
    void shopsAddTheirOwnWordsAndTakeSomeAway() {
        DerogatoryWords own = DerogatoryWords.builtIn()
                .with("en", "Muppet")
                .with("nl", "klootzak", "zeurkous")
                .without("Clown", "Querulant");

        assertThat(spans(new Civility(own), "What a muppet. Een zeurkous! This clown. Querulant.\nIdiot"))
                .containsExactly("What a muppet", "Een zeurkous", "Idiot");
        assertThat(spans(new Civility(own), "Not a muppet.")).isEmpty();
    }

    @Test
    void shopsBringAFileOfTheirOwn() {
        Civility own = new Civility(DerogatoryWords.read(new StringReader("""
                # Dutch
                [nl insult]
                klootzak|Zeur kous
                [nl negation]
                geen
                """)));

        assertThat(spans(own, "Zeur-kous. Geen klootzak. What an idiot.")).containsExactly("Zeur-kous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[nl insults]\nx", "[insult]\nx", "[nl insult\nx", "x", "[nl insult]\n-"})
    void saysWhatIsWrongWithAFile(String file) {
        assertThatThrownBy(() -> DerogatoryWords.read(new StringReader(file)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void addsNoWordsThatAreNone() {
        DerogatoryWords words = DerogatoryWords.builtIn();
        assertThatThrownBy(() -> words.with("en", "…")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> words.with(" ", "muppet")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> words.without("!")).isInstanceOf(InvalidInputException.class);
    }
}
