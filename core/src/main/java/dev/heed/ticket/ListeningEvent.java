package dev.heed.ticket;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/** What the customer said was understood. */
public sealed interface ListeningEvent extends TicketEvent {

    /**
     * Something was put on the fact sheet; what stood there under the same name does not hold any more.
     *
     * @param kind what it is
     * @param key under which name
     * @param value the data, what was tried, or what was found
     * @param source who said so
     */
    record FactNoted(TicketId ticket, Instant at, FactKind kind, FactKey key, String value, FactSource source)
            implements ListeningEvent {
        @Override
        public String toString() {
            return "FactNoted[" + ticket + " at " + at + ", " + kind + "]";
        }
    }

    /**
     * A fact was marked as wrong or as not holding any more; it may be asked for, or suggested, again.
     *
     * @param kind of which kind
     * @param key under which name
     * @param by who said so; empty if the customer did
     * @param reason why
     * @param source how the customer said so; empty if somebody of the shop did, or nobody has kept it
     */
    record FactOutdated(
            TicketId ticket,
            Instant at,
            FactKind kind,
            FactKey key,
            Optional<AgentId> by,
            String reason,
            Optional<FactSource> source)
            implements ListeningEvent {
        /** Of whom nobody has kept how it was said. */
        public FactOutdated(
                TicketId ticket, Instant at, FactKind kind, FactKey key, Optional<AgentId> by, String reason) {
            this(ticket, at, kind, key, by, reason, Optional.empty());
        }

        @Override
        public String toString() {
            return "FactOutdated[" + ticket + " at " + at + ", " + kind + "]";
        }
    }

    /**
     * What is known in another ticket is known here: that one goes on in this one as its duplicate; or some of it has been
     * going on there and goes on here from now on; or that one was closed long ago, and this one follows it.
     *
     * @param from the other ticket
     * @param by who let it go on here; empty if the customer came back
     * @param known what was not known here
     */
    record UnderstandingTakenOver(TicketId ticket, Instant at, TicketId from, Optional<AgentId> by, Known known)
            implements ListeningEvent {}

    /**
     * An agent has told the customer how the shop understands the problem.
     *
     * @param message the answer in which it stands; empty if it was said on the phone
     * @param by who
     * @param text the words
     */
    record StatementSent(TicketId ticket, Instant at, Optional<MessageId> message, AgentId by, String text)
            implements ListeningEvent {
        @Override
        public String toString() {
            return "StatementSent[" + ticket + " at " + at + " by " + by + "]";
        }
    }

    /**
     * The customer said that the problem is understood: the milestone HEEDED.
     *
     * @param source where
     */
    record StatementConfirmed(TicketId ticket, Instant at, FactSource source) implements ListeningEvent {}

    /**
     * The customer said that the problem is another one. What was found out so far does not count any more.
     *
     * @param source where
     * @param message what the customer has written about it; empty if it was said on the phone
     */
    record StatementCorrected(TicketId ticket, Instant at, FactSource source, Optional<MessageId> message)
            implements ListeningEvent {}

    /**
     * An agent said what lies behind the problem.
     *
     * @param cause one of those that the shop has declared, or unknown
     * @param by who
     */
    record RootCauseFound(TicketId ticket, Instant at, RootCause cause, AgentId by) implements ListeningEvent {}

    /**
     * The customer agreed to a step that destroys something.
     *
     * @param step its id
     * @param source how the customer said so
     */
    record ConsentGiven(TicketId ticket, Instant at, FactKey step, FactSource source) implements ListeningEvent {}

    /**
     * The customer does not agree any more to a step that is not done yet.
     *
     * @param step its id
     * @param source how the customer said so
     */
    record ConsentWithdrawn(TicketId ticket, Instant at, FactKey step, FactSource source) implements ListeningEvent {}

    /**
     * A step of a playbook was done, by the shop or by the customer on its word. Consent and approval are used up by it.
     *
     * @param step its id
     * @param by who says so
     */
    record StepDone(TicketId ticket, Instant at, FactKey step, AgentId by) implements ListeningEvent {}

    /**
     * An agent said how urgent it is.
     *
     * @param priority from now on
     * @param by who
     * @param reason why; present where it is less urgent than before, unless a warning was overridden
     */
    record PrioritySet(TicketId ticket, Instant at, Priority priority, AgentId by, Optional<String> reason)
            implements ListeningEvent {
        @Override
        public String toString() {
            return "PrioritySet[" + ticket + " at " + at + ", " + priority + " by " + by + "]";
        }
    }

    /**
     * An agent said how the customer feels.
     *
     * @param mood from now on
     * @param by who
     * @param reason why; present where it is less than before, unless a warning was overridden
     */
    record MoodSet(TicketId ticket, Instant at, Mood mood, AgentId by, Optional<String> reason)
            implements ListeningEvent {
        @Override
        public String toString() {
            return "MoodSet[" + ticket + " at " + at + ", " + mood + " by " + by + "]";
        }
    }
}
