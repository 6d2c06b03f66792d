package dev.heed.rule;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.template.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** P08: an acknowledgement tells the customer when to expect an answer, and can be filled for every customer. */
final class ToldExpectation {
    private static final Set<String> EXPECTATIONS = Set.of("expected_reply", "expected_reply.by");

    /** What is known of everybody; of a stranger nothing else is. */
    private static final Map<String, String> ALWAYS_KNOWN = Map.of(
            "shop.name",
            "Shop",
            "ticket.number",
            "1",
            "agent.name",
            "Somebody",
            "expected_reply",
            "tomorrow",
            "expected_reply.by",
            "by tomorrow");

    private ToldExpectation() {}

    static Stream<Problem> problems(Locale locale, String acknowledgement, HouseRule honestProgram) {
        List<String> names = Placeholders.names(acknowledgement);
        Stream<Problem> untold = names.stream().anyMatch(EXPECTATIONS::contains)
                ? Stream.empty()
                : Stream.of(Problem.of(
                        PracticeCode.ACK_WITHOUT_EXPECTATION,
                        "The acknowledgement in " + locale.toLanguageTag() + " does not say when an answer comes.",
                        "Put {{expected_reply.by}} or {{expected_reply}} into it."));
        Placeholders.Filled filled = Placeholders.fill(acknowledgement, ALWAYS_KNOWN, UnaryOperator.identity());
        Draft draft = new Draft.ByProgram("Shop", filled.text());
        Stream<Problem> faults = Stream.concat(filled.findings().stream(), honestProgram.check(draft).stream())
                .map(finding -> Problem.of(
                        finding.code(),
                        "The acknowledgement in " + locale.toLanguageTag() + " cannot be sent: " + finding.problem(),
                        finding.remedy()));
        return Stream.concat(untold, faults);
    }
}
