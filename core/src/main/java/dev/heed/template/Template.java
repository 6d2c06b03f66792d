package dev.heed.template;

import dev.heed.error.Finding;
import dev.heed.template.Placeholders.Filled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders, taken apart once and filled as often as wanted. The syntax is that of {@link Placeholders}.
 * Immutable and thread-safe.
 */
public final class Template {
    private static final Pattern OUTPUT = Pattern.compile("(?<!\\{)\\{\\{-?\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*"
            + "(?:\\|\\s*default:\\s*(?:\"([^\"{}]*)\"|'([^'{}]*)'|&quot;([^\"{}]*)&quot;)\\s*)?-?}}(?!})");
    private static final int FIRST_FALLBACK = 2;
    private static final int LAST_FALLBACK = 4;

    private final String written;
    private final List<Output> outputs;
    private final List<Finding> leftovers;

    /** A placeholder, where it stands, what stands for a missing value, and what is wrong with that. */
    private record Output(String name, Finding.Span span, Optional<String> fallback, List<Finding> raw) {}

    private Template(String written, List<Output> outputs, List<Finding> leftovers) {
        this.written = written;
        this.outputs = outputs;
        this.leftovers = leftovers;
    }

    /** Takes a text apart. Linear time; what is wrong with the text is told when it is filled. */
    public static Template parse(String text) {
        if (!text.contains("{{")) {
            return new Template(text, List.of(), Placeholders.leftovers(text));
        }
        List<Output> outputs = new ArrayList<>();
        StringBuilder blanked = new StringBuilder(text);
        Matcher matcher = OUTPUT.matcher(text);
        while (matcher.find()) {
            outputs.add(output(matcher));
            for (int i = matcher.start(); i < matcher.end(); i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        List<Finding> leftovers = new ArrayList<>();
        for (Finding.Span span : RawPlaceholders.in(blanked.toString())) {
            leftovers.add(Placeholders.leftover(
                    new Finding.Span(span.start(), span.end(), text.substring(span.start(), span.end()))));
        }
        return new Template(text, List.copyOf(outputs), List.copyOf(leftovers));
    }

    private static Output output(Matcher matcher) {
        Finding.Span span = new Finding.Span(matcher.start(), matcher.end(), matcher.group());
        for (int group = FIRST_FALLBACK; group <= LAST_FALLBACK; group++) {
            if (matcher.start(group) >= 0) {
                return new Output(
                        matcher.group(1),
                        span,
                        Optional.of(matcher.group(group)),
                        rawWithin(matcher.group(group), matcher.start(group)));
            }
        }
        return new Output(matcher.group(1), span, Optional.empty(), List.of());
    }

    /** What is raw in a fallback, at its place in the whole text. */
    private static List<Finding> rawWithin(String fallback, int start) {
        return RawPlaceholders.in(fallback).stream()
                .map(span ->
                        Placeholders.leftover(new Finding.Span(start + span.start(), start + span.end(), span.text())))
                .toList();
    }

    /** The names it uses, with or without fallback, in their order. */
    public List<String> names() {
        return outputs.stream().map(Output::name).toList();
    }

    /**
     * Puts values in.
     *
     * @param values by name; a missing name has no value
     * @param escape applied to each value and fallback, for example HTML escaping
     */
    public Filled fill(Map<String, String> values, UnaryOperator<String> escape) {
        if (outputs.isEmpty()
                && leftovers.isEmpty()
                && EmptyGreeting.in(written).isEmpty()) {
            return new Filled(written, List.of());
        }
        FilledText filled = new FilledText(written, outputs.size());
        List<Finding> findings = new ArrayList<>();
        for (Output output : outputs) {
            @Nullable String value = values.get(output.name);
            if (value == null && output.fallback.isEmpty()) {
                findings.add(Placeholders.unresolved(output.name, output.span, values.keySet()));
            }
            findings.addAll(output.raw);
            filled.put(
                    output.span.start(),
                    output.span.end(),
                    escape.apply(value == null ? output.fallback.orElse("") : value));
        }
        findings.addAll(leftovers);
        String text = filled.filled();
        EmptyGreeting.in(text)
                .map(span -> Placeholders.emptySalutation(filled.beforeFilling(span.start(), span.end())))
                .ifPresent(findings::add);
        return new Filled(text, findings);
    }
}
