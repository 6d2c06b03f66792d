package dev.heed.error;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing a house rule found wrong.
 *
 * @param code the rule
 * @param problem what is wrong, one sentence without the customer's words or personal data of the customer
 * @param span the offending piece of what the author wrote, empty if something is missing rather than wrong
 * @param remedy how to mend it, one sentence
 * @param quotation what the customer has written that the author has to know; empty where there is nothing to quote
 */
public record Finding(
        PracticeCode code, String problem, Optional<Span> span, String remedy, Optional<Quotation> quotation) {

    /** Checks that no component is null. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(problem, "problem");
        requireNonNull(span, "span");
        requireNonNull(remedy, "remedy");
        requireNonNull(quotation, "quotation");
    }

    /** One that quotes nobody. */
    public Finding(PracticeCode code, String problem, Optional<Span> span, String remedy) {
        this(code, problem, span, remedy, Optional.empty());
    }

    /**
     * A piece of the author's own text.
     *
     * @param start index of its first UTF-16 unit in the text that was checked
     * @param end index after its last one
     * @param text the piece itself
     */
    public record Span(int start, int end, String text) {}

    /**
     * A piece of what the customer wrote. For the author's eyes, and never in a message of an exception.
     *
     * @param message the id of the message in which it stands
     * @param at when that was received
     * @param text the very words
     */
    public record Quotation(String message, Instant at, String text) {
        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "Quotation[" + message + " at " + at + "]";
        }
    }

    /** Why the rule exists. */
    public String reason() {
        return code.reason();
    }

    @Override
    public String toString() {
        return code.practice() + " " + code + ": " + problem + " Why: " + reason() + " Remedy: " + remedy;
    }
}
