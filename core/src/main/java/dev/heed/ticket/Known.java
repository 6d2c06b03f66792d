package dev.heed.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a matter is known in one ticket and goes along into another one: into that in which a duplicate goes on, back from
 * it, or into one that is split off. Immutable.
 *
 * @param facts with the times at which they were noted; one that is {@link FactState#OUTDATED} does not hold any more
 * @param statement the problem as it was put before the customer
 * @param heededAt when the customer said that it is understood
 * @param rootCause what lies behind it
 * @param priority how urgent it is, where that is more than in the other one
 * @param mood how the customer feels, where that is more than in the other one
 * @param consents of the customer, where they were given in what goes along
 * @param kind P38, P39: what the customer came with, where it needs a diagnosis
 */
public record Known(
        List<Fact> facts,
        Optional<ProblemStatement> statement,
        Optional<Instant> heededAt,
        Optional<RootCause> rootCause,
        Optional<Priority> priority,
        Optional<Mood> mood,
        List<Consent> consents,
        Optional<TicketKind> kind) {
    static final Known NOTHING = new Known(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** Keeps copies of the lists. */
    public Known {
        facts = List.copyOf(facts);
        consents = List.copyOf(consents);
    }

    /** Nothing but these facts. */
    static Known of(List<Fact> facts) {
        return of(facts, List.of());
    }

    static Known of(List<Fact> facts, List<Consent> consents) {
        return new Known(
                facts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                consents,
                Optional.empty());
    }

    /** Whether there is nothing. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Whether that fact is among these, whatever has become of it since. */
    boolean has(Fact fact) {
        return facts.stream().anyMatch(one -> one.with(fact.state()).equals(fact));
    }

    Known with(Optional<ProblemStatement> said, Optional<Instant> when) {
        return new Known(facts, said, when, rootCause, priority, mood, consents, kind);
    }

    Known with(Optional<RootCause> cause) {
        return new Known(facts, statement, heededAt, cause, priority, mood, consents, kind);
    }

    Known urgent(Optional<Priority> soon, Optional<Mood> felt) {
        return new Known(facts, statement, heededAt, rootCause, soon, felt, consents, kind);
    }

    /**
     * Without what is somebody's.
     *
     * @param source whether she is the source of something
     * @param ticket whether something was told her in it
     */
    public Known without(Predicate<FactSource> source, Predicate<TicketId> ticket) {
        return new Known(
                facts.stream().filter(fact -> !source.test(fact.source())).toList(),
                statement
                        .filter(told -> told.duplicate().filter(ticket).isEmpty())
                        .filter(told -> told.answer().filter(source).isEmpty()),
                heededAt,
                rootCause,
                priority,
                mood,
                consents.stream()
                        .filter(consent -> !source.test(consent.source()))
                        .toList(),
                kind);
    }

    /** A kind that needs a diagnosis, or none. */
    Known to(Optional<TicketKind> diagnose) {
        return new Known(facts, statement, heededAt, rootCause, priority, mood, consents, diagnose);
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Known[" + facts.size() + " facts, " + consents.size() + " consents]";
    }
}
