package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is known in a ticket because it is known in another one: what goes along, and what is taken over. */
final class Inheritance {
    private final Steps steps;

    Inheritance(Steps steps) {
        this.steps = steps;
    }

    /** All that is known of a duplicate. Consents are for its own steps alone, and stay there. */
    static Known of(Ticket duplicate) {
        Understanding there = duplicate.understanding();
        TicketId from = duplicate.id();
        List<Fact> facts = there.facts().current().stream()
                .map(fact -> fact.with(elsewhere(fact.source(), from)))
                .toList();
        return new Known(
                facts,
                there.statement().map(statement -> elsewhere(statement, from)),
                there.heededAt(),
                there.rootCause(),
                Optional.of(there.priority()),
                Optional.of(there.mood()),
                List.of(),
                Diagnosis.toMake(duplicate.state()));
    }

    /** What the customer has given and tried; how the problem was understood, and how urgent it was, is to be seen anew. */
    static Known toFollow(Ticket closed) {
        return Known.of(closed.understanding().facts().current().stream()
                .filter(fact -> fact.kind() != FactKind.EVIDENCE)
                .map(fact -> fact.with(elsewhere(fact.source(), closed.id())))
                .toList());
    }

    private static ProblemStatement elsewhere(ProblemStatement statement, TicketId from) {
        ProblemStatement told = statement.in(statement.duplicate().or(() -> Optional.of(from)));
        return told.answer()
                .map(answer -> told.answered(told.state(), elsewhere(answer, from)))
                .orElse(told);
    }

    private static FactSource elsewhere(FactSource source, TicketId from) {
        return source instanceof FactSource.Quoted quoted
                ? quoted.in(quoted.duplicate().or(() -> Optional.of(from)))
                : source;
    }

    /** What the customer has said in messages that are split off. */
    static Known of(TicketState original, List<MessageId> messages) {
        Set<MessageId> moved = Set.copyOf(messages);
        Predicate<FactSource> there =
                source -> source instanceof FactSource.Quoted quoted && moved.contains(quoted.message());
        return Known.of(original.understanding.facts().current().stream()
                .filter(fact -> there.test(fact.source()))
                .toList());
    }

    /** A customer who has told it in the one is not asked again in the other. */
    void takeOver(ListeningCommand.TakeOver command) {
        Understanding here = steps.state.understanding;
        Known known = command.known();
        List<Fact> facts = known.facts().stream()
                .filter(fact -> here.facts().find(fact.kind(), fact.key()).isEmpty())
                .toList();
        boolean untold = here.statement().isEmpty();
        Known unknown = new Known(
                facts,
                known.statement().filter(any -> untold),
                known.heededAt().filter(any -> untold),
                known.rootCause().filter(any -> here.rootCause().isEmpty()),
                known.priority().filter(there -> there.compareTo(here.priority()) > 0),
                known.mood().filter(there -> there.compareTo(here.mood()) > 0),
                List.of(),
                known.kind().filter(any -> !steps.state.kind.needsDiagnosis()));
        add(unknown, command);
    }

    /** What was said since where it went on counts here, whatever was known before. */
    void takeBack(ListeningCommand.TakeOver command) {
        add(command.known(), command);
    }

    private void add(Known known, ListeningCommand.TakeOver command) {
        if (!known.isNothing()) {
            steps.add(new UnderstandingTakenOver(steps.id, steps.now, command.from(), command.by(), known));
        }
    }

    /** What has been said since of a duplicate where it goes on. */
    static Known since(TicketState target, Merge merge) {
        Understanding there = target.understanding;
        Predicate<FactSource> said = source -> merge.said(source) && !goesOnElsewhere(target, source);
        List<Fact> facts = new ArrayList<>();
        there.facts().history().stream()
                .filter(fact -> fact.state() == FactState.OUTDATED
                        && merge.inherited().known().has(fact))
                .forEach(facts::add);
        there.facts().history().stream()
                .filter(fact -> fact.state() != FactState.SUPERSEDED && said.test(fact.source()))
                .map(fact -> fact.with(merge.inDuplicate(fact.source())))
                .forEach(facts::add);
        List<Consent> consents = there.consents().stream()
                .filter(consent -> said.test(consent.source()))
                .map(consent -> new Consent(consent.step(), merge.inDuplicate(consent.source()), consent.at()))
                .toList();
        Optional<ProblemStatement> answered = there.statement()
                .filter(now -> merge.inherited()
                        .known()
                        .statement()
                        .filter(then -> then.state() != now.state() && !now.waits())
                        .isPresent());
        return Known.of(facts, consents)
                .with(
                        answered.map(statement -> inDuplicate(statement, merge)),
                        answered.flatMap(any -> there.heededAt()));
    }

    /** In a ticket that was split off meanwhile. */
    private static boolean goesOnElsewhere(TicketState target, FactSource source) {
        return source instanceof FactSource.Quoted quoted
                && target.structure.movedTo(quoted.message()).isPresent();
    }

    private static ProblemStatement inDuplicate(ProblemStatement statement, Merge merge) {
        ProblemStatement own = statement.in(statement.duplicate().filter(ticket -> !ticket.equals(merge.duplicate())));
        return own.answer()
                .map(answer -> own.answered(own.state(), merge.inDuplicate(answer)))
                .orElse(own);
    }
}
