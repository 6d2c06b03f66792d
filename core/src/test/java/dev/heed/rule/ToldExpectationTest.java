package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.template.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P08: an acknowledgement without a time is noise. */
class ToldExpectationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We answer by {{expected_reply}}.",
                "Hello {{customer.name | default: 'there'}}, we answer by {{ expected_reply }} at the latest.",
            })
    void isTold(String acknowledgement) {
        assertThat(problems(acknowledgement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Your message has arrived.",
                "We answer as soon as we can.",
                "We answer within 24 hours.",
                "We answer by expected_reply.",
                "We answer by {expected_reply}.",
                "We answer by {{expected_reply_soon}}.",
                "We answer by {{EXPECTED_REPLY}}.",
                "{{ticket.number}} expected_reply",
            })
    void isMissing(String acknowledgement) {
        assertThat(problems(acknowledgement)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).contains(PracticeCode.ACK_WITHOUT_EXPECTATION);
            assertThat(problem.what()).contains("in de-AT");
            assertThat(problem.remedy()).contains("{{expected_reply}}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void isToldInTheTextsThatComeWithHeed(String language) {
        Texts texts = Objects.requireNonNull(Texts.load().get(language));
        assertThat(problems(texts.get("acknowledgement"))).isEmpty();
    }

    @Test
    void isAskedOfEachLanguageOfADesk() {
        Map<Locale, String> acknowledgements = Map.of(
                Locale.ENGLISH, "By {{expected_reply}}.", Locale.GERMAN, "Bald.", Locale.FRENCH, "Bientôt.");
        assertThat(CameraShop.open().rules().problems(List.of(), acknowledgements))
                .hasSize(2);
        assertThat(CameraShop.without(PracticeCode.ACK_WITHOUT_EXPECTATION)
                        .rules()
                        .problems(List.of(), acknowledgements))
                .isEmpty();
    }

    private static List<Problem> problems(String acknowledgement) {
        return ToldExpectation.problems(Locale.forLanguageTag("de-AT"), acknowledgement)
                .toList();
    }
}
