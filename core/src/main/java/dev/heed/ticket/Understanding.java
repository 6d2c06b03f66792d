package dev.heed.ticket;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ListeningEvent.StepDone;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.ProblemStatement.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shop has understood of a matter so far. Immutable.
 *
 * @param facts what the customer has tried and provided, and what is proved
 * @param statement the problem in an agent's words, as it was last put before the customer
 * @param heededAt P32: when the customer said that it is understood; empty until then, and after another description
 * @param rootCause what lies behind the problem, as far as somebody has said so since it was last described
 * @param consents of the customer to steps that destroy something, those that stand
 * @param priority P44: how soon somebody has to look after it
 * @param mood P44: how the customer feels
 */
public record Understanding(
        FactSheet facts,
        Optional<ProblemStatement> statement,
        Optional<Instant> heededAt,
        Optional<RootCause> rootCause,
        List<Consent> consents,
        Priority priority,
        Mood mood) {
    static final Understanding NONE = new Understanding(
            FactSheet.EMPTY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Priority.NORMAL,
            Mood.CALM);

    Understanding after(TicketEvent event) {
        if (event instanceof ListeningEvent heard) {
            return heard(heard);
        }
        return statement.map(known -> delivery(event, known)).orElse(this);
    }

    private Understanding heard(ListeningEvent event) {
        if (event instanceof FactNoted noted) {
            return with(facts.with(
                    new Fact(noted.kind(), noted.key(), noted.value(), noted.source(), noted.at(), FactState.CURRENT)));
        } else if (event instanceof FactOutdated outdated) {
            return with(facts.without(outdated.kind(), outdated.key()));
        } else if (event instanceof UnderstandingTakenOver taken) {
            return with(taken.known());
        } else if (event instanceof StatementSent sent) {
            return with(new ProblemStatement(
                    sent.text(), sent.message(), sent.by(), sent.at(), State.SENT, Optional.empty(), Optional.empty()));
        } else if (event instanceof StatementConfirmed confirmed) {
            Optional<Instant> at = statement.isPresent() ? Optional.of(confirmed.at()) : heededAt;
            return new Understanding(
                    facts, answered(State.CONFIRMED, confirmed.source()), at, rootCause, consents, priority, mood);
        } else if (event instanceof StatementCorrected corrected) {
            return new Understanding(
                    facts,
                    answered(State.CORRECTED, corrected.source()),
                    Optional.empty(),
                    Optional.empty(),
                    consents,
                    priority,
                    mood);
        } else if (event instanceof RootCauseFound found) {
            return new Understanding(facts, statement, heededAt, Optional.of(found.cause()), consents, priority, mood);
        }
        return step(event);
    }

    private Understanding step(ListeningEvent event) {
        if (event instanceof ConsentGiven given) {
            Consent consent = new Consent(given.step(), given.source(), given.at());
            return with(Stream.concat(without(given.step()), Stream.of(consent)));
        } else if (event instanceof ConsentWithdrawn withdrawn) {
            return with(without(withdrawn.step()));
        } else if (event instanceof PrioritySet set) {
            return with(set.priority(), mood);
        } else if (event instanceof MoodSet set) {
            return with(priority, set.mood());
        }
        return event instanceof StepDone done ? with(without(done.step())) : this;
    }

    private Optional<ProblemStatement> answered(State how, FactSource source) {
        return statement.map(known -> known.answered(how, source));
    }

    private Stream<Consent> without(FactKey step) {
        return consents.stream().filter(consent -> !consent.step().equals(step));
    }

    private Understanding with(Stream<Consent> others) {
        return new Understanding(facts, statement, heededAt, rootCause, others.toList(), priority, mood);
    }

    private Understanding with(Priority urgent, Mood felt) {
        return new Understanding(facts, statement, heededAt, rootCause, consents, urgent, felt);
    }

    private Understanding with(FactSheet other) {
        return new Understanding(other, statement, heededAt, rootCause, consents, priority, mood);
    }

    private Understanding with(ProblemStatement other) {
        return new Understanding(facts, Optional.of(other), heededAt, rootCause, consents, priority, mood);
    }

    private Understanding with(Known known) {
        FactSheet sheet = facts;
        for (Fact fact : known.facts()) {
            sheet = fact.state() == FactState.CURRENT ? sheet.with(fact) : sheet.without(fact.kind(), fact.key());
        }
        List<Consent> agreed = consents;
        for (Consent consent : known.consents()) {
            agreed = Stream.concat(
                            agreed.stream().filter(one -> !one.step().equals(consent.step())), Stream.of(consent))
                    .toList();
        }
        boolean corrected = known.statement()
                .filter(now -> statement.filter(now::corrects).isPresent())
                .isPresent();
        return new Understanding(
                sheet,
                known.statement().or(() -> statement),
                known.statement().isPresent() ? known.heededAt() : heededAt,
                known.rootCause().or(() -> corrected ? Optional.empty() : rootCause),
                agreed,
                known.priority().orElse(priority),
                known.mood().orElse(mood));
    }

    /** Without what is here only because a duplicate goes on here. */
    Understanding without(Merge merge, boolean othersAreAsUrgent, boolean othersAreAsMoody) {
        Known known = merge.inherited().known();
        boolean said =
                statement.flatMap(ProblemStatement::answer).filter(merge::said).isPresent();
        boolean agreed = known.heededAt().isPresent() && known.heededAt().equals(heededAt);
        boolean untold = known.statement().isPresent() || said || agreed;
        return new Understanding(
                facts.removing(fact -> known.has(fact) || merge.said(fact.source())),
                known.statement().isPresent() ? Optional.empty() : statement.map(own -> said ? own.unanswered() : own),
                untold ? Optional.empty() : heededAt,
                known.rootCause().isPresent() ? Optional.empty() : rootCause,
                consents.stream()
                        .filter(consent -> !merge.said(consent.source()))
                        .toList(),
                known.priority().isPresent() && !othersAreAsUrgent
                        ? merge.inherited().priority()
                        : priority,
                known.mood().isPresent() && !othersAreAsMoody
                        ? merge.inherited().mood()
                        : mood);
    }

    /** What did not arrive has told the customer nothing. */
    private Understanding delivery(TicketEvent event, ProblemStatement known) {
        boolean lost = (event instanceof DeliveryFailed failed && isIn(failed.message(), known))
                || (event instanceof Bounced bounced && isIn(bounced.message(), known));
        if (lost && known.state() == State.SENT) {
            return with(known.with(State.LOST));
        }
        boolean arrived = event instanceof Delivered delivered && isIn(delivered.message(), known);
        return arrived && known.state() == State.LOST ? with(known.with(State.SENT)) : this;
    }

    private static boolean isIn(MessageId message, ProblemStatement statement) {
        return statement.message().filter(message::equals).isPresent();
    }

    /** Whether the customer agrees to a step. */
    public boolean hasConsent(FactKey step) {
        return consents.stream().anyMatch(consent -> consent.step().equals(step));
    }

    /** Whether the customer knows how the shop understands it, and has not said otherwise since. */
    boolean isRephrased() {
        return statement
                .filter(known -> known.state() == State.SENT || known.state() == State.CONFIRMED)
                .isPresent();
    }
}
