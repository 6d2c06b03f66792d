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
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ListeningEvent.StepDone;
import dev.heed.ticket.ProblemStatement.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the shop has understood of a matter so far. Immutable.
 *
 * @param facts what is known
 * @param statement the problem as it was last put before the customer
 * @param heededAt when the customer said that this is right
 * @param rootCause what lies behind it
 * @param consents to steps that destroy something, those that stand
 */
record Listening(
        FactSheet facts,
        @Nullable ProblemStatement statement,
        @Nullable Instant heededAt,
        @Nullable RootCause rootCause,
        List<Consent> consents) {
    static final Listening NONE = new Listening(FactSheet.EMPTY, null, null, null, List.of());

    Listening after(TicketEvent event) {
        if (event instanceof ListeningEvent heard) {
            return heard(heard);
        }
        return statement == null ? this : delivery(event, statement);
    }

    private Listening heard(ListeningEvent event) {
        if (event instanceof FactNoted noted) {
            return with(facts.with(
                    new Fact(noted.kind(), noted.key(), noted.value(), noted.source(), noted.at(), FactState.CURRENT)));
        } else if (event instanceof FactOutdated outdated) {
            return with(facts.without(outdated.kind(), outdated.key()));
        } else if (event instanceof StatementSent sent) {
            return with(
                    new ProblemStatement(
                            sent.text(), sent.message(), sent.by(), sent.at(), State.SENT, Optional.empty()),
                    heededAt);
        } else if (event instanceof StatementConfirmed confirmed && statement != null) {
            return with(statement.answered(State.CONFIRMED, confirmed.source()), confirmed.at());
        } else if (event instanceof StatementCorrected corrected && statement != null) {
            return new Listening(facts, statement.answered(State.CORRECTED, corrected.source()), null, null, consents);
        } else if (event instanceof RootCauseFound found) {
            return new Listening(facts, statement, heededAt, found.cause(), consents);
        }
        return step(event);
    }

    private Listening step(ListeningEvent event) {
        if (event instanceof ConsentGiven given) {
            List<Consent> more = new ArrayList<>(without(given.step()));
            more.add(new Consent(given.step(), given.source(), given.at()));
            return with(more);
        } else if (event instanceof ConsentWithdrawn withdrawn) {
            return with(without(withdrawn.step()));
        }
        return event instanceof StepDone done ? with(without(done.step())) : this;
    }

    private List<Consent> without(FactKey step) {
        return consents.stream().filter(consent -> !consent.step().equals(step)).toList();
    }

    private Listening with(List<Consent> others) {
        return new Listening(facts, statement, heededAt, rootCause, List.copyOf(others));
    }

    private Listening with(FactSheet other) {
        return new Listening(other, statement, heededAt, rootCause, consents);
    }

    private Listening with(ProblemStatement other, @Nullable Instant heeded) {
        return new Listening(facts, other, heeded, rootCause, consents);
    }

    /** What did not arrive has told the customer nothing. */
    private Listening delivery(TicketEvent event, ProblemStatement known) {
        if (known.state() == State.SENT
                && ((event instanceof DeliveryFailed failed && isIn(failed.message(), known))
                        || (event instanceof Bounced bounced && isIn(bounced.message(), known)))) {
            return with(known.with(State.LOST), heededAt);
        }
        boolean arrived =
                known.state() == State.LOST && event instanceof Delivered delivered && isIn(delivered.message(), known);
        return arrived ? with(known.with(State.SENT), heededAt) : this;
    }

    private static boolean isIn(MessageId message, ProblemStatement statement) {
        return statement.message().filter(message::equals).isPresent();
    }

    boolean hasConsent(FactKey step) {
        return consents.stream().anyMatch(consent -> consent.step().equals(step));
    }

    /** Whether the customer knows how the shop understands it, and has not said otherwise since. */
    boolean isRephrased() {
        return statement != null && (statement.state() == State.SENT || statement.state() == State.CONFIRMED);
    }
}
