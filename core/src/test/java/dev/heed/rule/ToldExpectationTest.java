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

/** P08: an acknowledgement without a time is noise, and one that cannot be sent is none. */
class ToldExpectationTest {
    private final HouseRules rules = CameraShop.open().rules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We answer by {{expected_reply}}.",
                "Hello {{customer.name | default: 'there'}}, we answer by {{ expected_reply }} at the latest.",
                "Hello{{customer.greeting | default: \"\"}},\n\n{{ticket.number}}: by {{expected_reply}}.",
                "{{agent.name}} of {{shop.name}} sees to it that you have an answer by {{expected_reply}}.",
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
        assertThat(problems(acknowledgement)).anySatisfy(problem -> {
            assertThat(problem.code()).contains(PracticeCode.ACK_WITHOUT_EXPECTATION);
            assertThat(problem.what()).contains("in de-AT");
            assertThat(problem.remedy()).contains("{{expected_reply}}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello {{customer.name}}, we answer by {{expected_reply}}.",
                "Hello {{customer.greeting}}, we answer by {{expected_reply}}.",
                "Hello %FIRST_NAME%, we answer by {{expected_reply}}.",
                "Dear {{customer.name | default: ''}},\n\nwe answer by {{expected_reply}}.",
            })
    void isToldInVainIfAStrangerCannotBeWrittenTo(String acknowledgement) {
        assertThat(problems(acknowledgement))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).contains(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED));
    }

    @Test
    void isToldInVainUnderTheNameOfAPerson() {
        assertThat(problems("We answer by {{expected_reply}}.\n\nBest regards\nMaria Keller"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).contains(PracticeCode.BOT_IMPERSONATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void isToldInTheTextsThatComeWithHeed(String language) {
        Texts texts = Objects.requireNonNull(Texts.load().get(language));
        assertThat(problems(texts.get("acknowledgement"))).isEmpty();
    }

    @Test
    void isAskedOfEachLanguageOfADesk() {
        Map<Locale, String> acknowledgements =
                Map.of(Locale.ENGLISH, "By {{expected_reply}}.", Locale.GERMAN, "Bald.", Locale.FRENCH, "Bientôt.");
        assertThat(rules.problems(Map.of(), acknowledgements)).hasSize(2);
        assertThat(CameraShop.without(PracticeCode.ACK_WITHOUT_EXPECTATION)
                        .rules()
                        .problems(Map.of(), acknowledgements))
                .isEmpty();
    }

    private List<Problem> problems(String acknowledgement) {
        return rules.problems(Map.of(), Map.of(Locale.forLanguageTag("de-AT"), acknowledgement));
    }
}
