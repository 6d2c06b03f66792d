package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What an answer does besides answering: promises made, kept and renegotiated, an apology. Immutable. */
public final class Commitments {
    /** How long one of the lines that stand below the text is at most, in UTF-16 units. */
    public static final int LONGEST_LINE = 10_000;

    private static final Commitments NONE = new Commitments(
            List.of(), Set.of(), List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

    private final List<NewPromise> promises;
    private final Set<PromiseId> kept;
    private final List<Renegotiation> renegotiations;
    private final boolean apology;
    private final Optional<Resolution> resolution;
    private final Optional<AdverseDecision> decision;
    private final Optional<String> statement;

    /**
     * Something is promised.
     *
     * @param kind what; one that agents make
     * @param text in words for the customer, one line, not blank
     * @param due until when
     */
    public record NewPromise(PromiseKind kind, String text, Instant due) {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the text is blank or has several lines, is longer than {@link #LONGEST_LINE}, or agents do not make promises of this kind
         */
        public NewPromise {
            if (text.isBlank()) {
                throw new InvalidInputException("A promise has no words.", "Say what the customer can expect.");
            }
            requireOneLine("A promise", text);
            requireNonNull(due, "due");
            if (!kind.madeByAgents()) {
                throw new InvalidInputException(
                        "A promise of kind " + kind + " arises by itself.", "Promise CALLBACK, FIND_OUT or ACTION.");
            }
        }

        @Override
        public String toString() {
            return "NewPromise[" + kind + " due " + due + "]";
        }
    }

    /**
     * A promise gets another time.
     *
     * @param promise which
     * @param due its new time
     */
    public record Renegotiation(PromiseId promise, Instant due) {
        /** Both are there. */
        public Renegotiation {
            requireNonNull(promise, "promise");
            requireNonNull(due, "due");
        }
    }

    private Commitments(
            List<NewPromise> promises,
            Set<PromiseId> kept,
            List<Renegotiation> renegotiations,
            boolean apology,
            Optional<Resolution> resolution,
            Optional<AdverseDecision> decision,
            Optional<String> statement) {
        this.promises = promises;
        this.kept = kept;
        this.renegotiations = renegotiations;
        this.apology = apology;
        this.resolution = resolution;
        this.decision = decision;
        this.statement = statement;
    }

    /** An answer and nothing else. */
    public static Commitments none() {
        return NONE;
    }

    /** Also promises something; the customer reads it, with its time, below the text. */
    public Commitments promise(PromiseKind kind, String text, Instant due) {
        return new Commitments(
                more(promises, new NewPromise(kind, text, due)),
                kept,
                renegotiations,
                apology,
                resolution,
                decision,
                statement);
    }

    /** Also keeps a promise. */
    public Commitments keep(PromiseId promise) {
        Set<PromiseId> more = new LinkedHashSet<>(kept);
        more.add(promise);
        return new Commitments(promises, more, renegotiations, apology, resolution, decision, statement);
    }

    /** Also gives a promise another time, which the customer reads below the text. */
    public Commitments renegotiate(PromiseId promise, Instant due) {
        return new Commitments(
                promises,
                kept,
                more(renegotiations, new Renegotiation(promise, due)),
                apology,
                resolution,
                decision,
                statement);
    }

    /** Also apologises for every promise that was broken. */
    public Commitments apologise() {
        return new Commitments(promises, kept, renegotiations, true, resolution, decision, statement);
    }

    /** Also holds the matter for ended. */
    public Commitments solve(Resolution how) {
        return new Commitments(promises, kept, renegotiations, apology, Optional.of(how), decision, statement);
    }

    /**
     * Also decides against the customer, who reads reason and way of appeal below the text.
     *
     * @throws InvalidInputException if one of them has several lines
     */
    public Commitments decideAgainst(AdverseDecision value) {
        requireOneLine("The reason of a decision", value.reason());
        requireOneLine("The way of appeal", value.appeal());
        return new Commitments(promises, kept, renegotiations, apology, resolution, Optional.of(value), statement);
    }

    /**
     * Also says in the author's words what the problem is; the customer reads it below the text, with the question whether
     * that is right.
     *
     * @throws InvalidInputException if it is blank, has several lines, or is longer than {@link #LONGEST_LINE}
     */
    public Commitments rephrase(String problem) {
        if (problem.isBlank()) {
            throw new InvalidInputException(
                    "A statement of the problem has no words.", "Say how you understand the problem.");
        }
        requireOneLine("A statement of the problem", problem);
        return new Commitments(promises, kept, renegotiations, apology, resolution, decision, Optional.of(problem));
    }

    /** What is promised. */
    public List<NewPromise> promises() {
        return List.copyOf(promises);
    }

    /** What is kept by it, in the order in which it was said. */
    public Set<PromiseId> kept() {
        return Collections.unmodifiableSet(kept); // replaced and never changed by keep(…)
    }

    /** What gets another time. */
    public List<Renegotiation> renegotiations() {
        return List.copyOf(renegotiations);
    }

    /** Whether it is the apology for what was broken. */
    public boolean apology() {
        return apology;
    }

    /** How the author thinks that the matter ended; empty if it goes on. */
    public Optional<Resolution> resolution() {
        return resolution;
    }

    /** The decision against the customer. */
    public Optional<AdverseDecision> decision() {
        return decision;
    }

    /** What the problem is, in the words of the author; empty if it does not say. */
    public Optional<String> statement() {
        return statement;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitments that
                && promises.equals(that.promises)
                && List.copyOf(kept).equals(List.copyOf(that.kept)) // in the order in which it was said
                && renegotiations.equals(that.renegotiations)
                && apology == that.apology
                && resolution.equals(that.resolution)
                && decision.equals(that.decision)
                && statement.equals(that.statement);
    }

    @Override
    public int hashCode() {
        return Objects.hash(promises, kept, renegotiations, apology, resolution, decision, statement);
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Commitments[" + promises.size() + " promised, " + kept + " kept, " + renegotiations + "]";
    }

    /** What stands in a line of its own below the text must not look like the end of the letter. */
    static void requireOneLine(String what, String text) {
        if (text.length() > LONGEST_LINE) {
            throw InvalidInputException.tooLong(
                    what, text.length(), LONGEST_LINE, "Say it in short; what needs more goes into the text above.");
        }
        if (text.chars().anyMatch(Commitments::breaksLine)) {
            throw new InvalidInputException(
                    what + " has several lines.", "Say it in one line; what needs more goes into the text above.");
        }
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\u000b' || c == '\f' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static <T> List<T> more(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
