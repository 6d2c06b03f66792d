package dev.heed.template;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Fills {@code {{ name }}} and {@code {{ name | default: "fallback" }}}, the output syntax of Liquid. A name without
 * value and without fallback, and any other syntax that looks like a placeholder, is a finding, so nothing raw ever
 * leaves. Values are put in once and not looked at again. Linear time.
 */
public final class Placeholders {
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
        return Template.parse(text).fill(values, escape);
    }

    /** The names a text uses, with or without fallback. */
    public static List<String> names(String text) {
        return Template.parse(text).names();
    }

    static Finding unresolved(String name, Finding.Span span, Set<String> known) {
        return finding(
                span,
                "There is no value for {{" + name + "}}.",
                "Give it a fallback, {{" + name + " | default: \"…\"}}, or use one of " + new TreeSet<>(known) + ".");
    }

    /** Whatever in a finished text looks like a placeholder of any system. */
    public static List<Finding> leftovers(String text) {
        List<Finding.Span> raw = RawPlaceholders.in(text);
        return raw.isEmpty()
                ? List.of()
                : raw.stream().map(Placeholders::leftover).toList();
    }

    static Finding leftover(Finding.Span span) {
        return finding(
                span,
                "A placeholder would reach the customer as it stands.",
                "Write {{name}} with a known name, or the words themselves.");
    }

    static Finding emptySalutation(Finding.Span span) {
        return finding(
                span,
                "The greeting has no name in it.",
                "Use {{customer.name | default: \"there\"}}, or a greeting that needs no name.");
    }

    private static Finding finding(Finding.Span span, String problem, String remedy) {
        return new Finding(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, problem, Optional.of(span), remedy);
    }
}
