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
     * @param findings one for each thing that is still raw, by its place in the text before filling
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
        FilledText filled = new FilledText(text);
        if (!text.contains("{{")) {
            return new Filled(text, raw(filled));
        }
        List<Finding> findings = new ArrayList<>();
        Matcher matcher = OUTPUT.matcher(text);
        while (matcher.find()) {
            Optional<String> value =
                    Optional.ofNullable(values.get(matcher.group(1))).or(() -> fallback(matcher));
            if (value.isEmpty()) {
                findings.add(unresolved(matcher, values));
            }
            fallbackGroup(matcher).ifPresent(group -> findings.addAll(rawWithin(matcher, group)));
            filled.put(matcher.start(), matcher.end(), escape.apply(value.orElse("")));
        }
        findings.addAll(raw(filled));
        return new Filled(filled.filled(), findings);
    }

    private static List<Finding> raw(FilledText text) {
        Stream<Finding> leftovers = RawPlaceholders.in(text.blanked()).stream()
                .map(span -> leftover(text.written(span.start(), span.end())));
        Stream<Finding> greeting = EmptyGreeting.in(text.filled()).stream()
                .map(span -> emptySalutation(text.beforeFilling(span.start(), span.end())));
        return Stream.concat(leftovers, greeting).toList();
    }

    /** What is raw in a fallback, at its place in the whole text. */
    private static List<Finding> rawWithin(Matcher matcher, int group) {
        int start = matcher.start(group);
        return RawPlaceholders.in(matcher.group(group)).stream()
                .map(span -> leftover(new Finding.Span(start + span.start(), start + span.end(), span.text())))
                .toList();
    }

    /** The names a text uses, with or without fallback. */
    public static List<String> names(String text) {
        return OUTPUT.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Optional<String> fallback(Matcher matcher) {
        return fallbackGroup(matcher).map(matcher::group);
    }

    private static Optional<Integer> fallbackGroup(Matcher matcher) {
        for (int group = 2; group <= 4; group++) {
            if (matcher.start(group) >= 0) {
                return Optional.of(group);
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
        return RawPlaceholders.in(text).stream().map(Placeholders::leftover).toList();
    }

    private static Finding leftover(Finding.Span span) {
        return finding(
                span,
                "A placeholder would reach the customer as it stands.",
                "Write {{name}} with a known name, or the words themselves.");
    }

    private static Finding emptySalutation(Finding.Span span) {
        return finding(
                span,
                "The greeting has no name in it.",
                "Use {{customer.name | default: \"there\"}}, or a greeting that needs no name.");
    }

    private static Finding finding(Finding.Span span, String problem, String remedy) {
        return new Finding(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, problem, Optional.of(span), remedy);
    }
}
