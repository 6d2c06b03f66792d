package dev.heed.rule;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.template.Placeholders;
import java.util.Locale;
import java.util.stream.Stream;

/** P08: an acknowledgement tells the customer when to expect an answer. */
final class ToldExpectation {
    /** The placeholder that every acknowledgement needs. */
    static final String PLACEHOLDER = "expected_reply";

    private ToldExpectation() {}

    static Stream<Problem> problems(Locale locale, String acknowledgement) {
        return Placeholders.names(acknowledgement).contains(PLACEHOLDER)
                ? Stream.empty()
                : Stream.of(Problem.of(
                        PracticeCode.ACK_WITHOUT_EXPECTATION,
                        "The acknowledgement in " + locale.toLanguageTag() + " does not say when an answer comes.",
                        "Put {{expected_reply}} into it."));
    }
}
