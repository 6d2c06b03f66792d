package dev.heed.template;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills {@code {{ name }}} and {@code {{ name | default: "fallback" }}}, the output syntax of Liquid. A name without
 * value and without fallback, and any other syntax that looks like a placeholder, is a finding, so nothing raw ever
 * leaves. Values are put in once and not looked at again. Linear time.
 */
public final class Placeholders {
    private static final Pattern OUTPUT = Pattern.compile("(?<!\\{)\\{\\{-?\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*"
            + "(?:\\|\\s*default:\\s*(?:\"([^\"{}]*)\"|'([^'{}]*)'|&quot;([^\"{}]*)&quot;)\\s*)?-?}}(?!})");

    private Placeholders() {}

    /**
     * A text after filling.
     *
     * @param text with values put in where there were any
     * @param findings one for each thing that is still raw
     */
    public record Filled(String text, List<Finding> findings) {}

    /**
     * Puts values in.
     *
     * @param text what somebody wrote
     * @param values by name; a missing name has no value
     * @param escape applied to each value and fallback, for example HTML escaping
     */
    public static Filled fill(String text, Map<String, String> values, UnaryOperator<String> escape) {
        if (!text.contains("{{")) {
            return new Filled(text, raw(text, text));
        }
        List<Finding> findings = new ArrayList<>();
        StringBuilder filled = new StringBuilder(text.length());
        StringBuilder written = new StringBuilder(text.length()); // at the author's positions, without what was filled
        Matcher matcher = OUTPUT.matcher(text);
        int from = 0;
        while (matcher.find()) {
            filled.append(text, from, matcher.start());
            written.append(text, from, matcher.start()).append(" ".repeat(matcher.end() - matcher.start()));
            Optional<String> value =
                    Optional.ofNullable(values.get(matcher.group(1))).or(() -> fallback(matcher));
            if (value.isEmpty()) {
                findings.add(unresolved(matcher, values));
            }
            fallback(matcher).map(Placeholders::leftovers).ifPresent(findings::addAll);
            filled.append(escape.apply(value.orElse("")));
            from = matcher.end();
        }
        filled.append(text, from, text.length());
        written.append(text, from, text.length());
        findings.addAll(raw(written.toString(), filled.toString()));
        return new Filled(filled.toString(), findings);
    }

    private static List<Finding> raw(String written, String filled) {
        return Stream.concat(leftovers(written).stream(), emptySalutation(filled).stream())
                .toList();
    }

    /** The names a text uses, with or without fallback. */
    public static List<String> names(String text) {
        return OUTPUT.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Optional<String> fallback(Matcher matcher) {
        for (int group = 2; group <= 4; group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private static Finding unresolved(Matcher matcher, Map<String, String> values) {
        String name = matcher.group(1);
        return finding(
                new Finding.Span(matcher.start(), matcher.end(), matcher.group()),
                "There is no value for {{" + name + "}}.",
                "Give it a fallback, {{" + name + " | default: \"…\"}}, or use one of " + new TreeSet<>(values.keySet())
                        + ".");
    }

    /** Whatever in a finished text looks like a placeholder of any system. */
    public static List<Finding> leftovers(String text) {
        return RawPlaceholders.in(text).stream()
                .map(span -> finding(
                        span,
                        "A placeholder would reach the customer as it stands.",
                        "Write {{name}} with a known name, or the words themselves."))
                .toList();
    }

    private static List<Finding> emptySalutation(String text) {
        return EmptyGreeting.in(text)
                .map(span -> finding(
                        span,
                        "The greeting has no name in it.",
                        "Use {{customer.name | default: \"there\"}}, or a greeting that needs no name."))
                .stream()
                .toList();
    }

    private static Finding finding(Finding.Span span, String problem, String remedy) {
        return new Finding(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, problem, Optional.of(span), remedy);
    }
}
