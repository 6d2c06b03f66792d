package dev.heed.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing a house rule found wrong.
 *
 * @param code the rule
 * @param problem what is wrong, one sentence without the customer's words or personal data of the customer
 * @param span the offending piece of what the author wrote, empty if something is missing rather than wrong
 * @param remedy how to mend it, one sentence
 */
public record Finding(PracticeCode code, String problem, Optional<Span> span, String remedy) {

    /** Checks that no component is null. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(problem, "problem");
        requireNonNull(span, "span");
        requireNonNull(remedy, "remedy");
    }

    /**
     * A piece of the author's own text.
     *
     * @param start index of its first UTF-16 unit in the text that was checked
     * @param end index after its last one
     * @param text the piece itself
     */
    public record Span(int start, int end, String text) {}

    /** Why the rule exists. */
    public String reason() {
        return code.reason();
    }

    @Override
    public String toString() {
        return code.practice() + " " + code + ": " + problem + " Why: " + reason() + " Remedy: " + remedy;
    }
}
