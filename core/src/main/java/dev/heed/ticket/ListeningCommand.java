package dev.heed.ticket;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import java.util.Optional;

/** What the customer said is understood, and kept. */
public sealed interface ListeningCommand extends TicketCommand {

    /**
     * Something is put on the fact sheet. What stood there under the same name does not hold any more; the same again
     * changes nothing.
     *
     * @param kind what it is
     * @param key under which name
     * @param value not blank
     * @param source who said so
     */
    record NoteFact(FactKind kind, FactKey key, String value, FactSource source) implements ListeningCommand {
        /**
         * That somebody of the shop has looked something up.
         *
         * @param where such as “payments”
         * @param what what was looked for, and what was found; not blank
         * @throws dev.heed.error.InvalidInputException if there is no letter and no digit in where, or it is too long
         */
        public static NoteFact lookedUp(String where, String what, AgentId by) {
            return new NoteFact(FactKind.EVIDENCE, Fact.lookUpIn(where), what, new FactSource.ByAgent(by));
        }

        @Override
        public String toString() {
            return "NoteFact[" + kind + "]";
        }
    }

    /**
     * A fact is wrong, or does not hold any more, so that it may be asked for, or suggested, again.
     *
     * @param kind of which kind
     * @param key under which name
     * @param by who says so; empty if the customer does
     * @param reason why, not blank
     * @param source how the customer says so
     */
    record OutdateFact(FactKind kind, FactKey key, Optional<AgentId> by, String reason, Optional<FactSource> source)
            implements ListeningCommand {
        /** By somebody of the shop. */
        public OutdateFact(FactKind kind, FactKey key, Optional<AgentId> by, String reason) {
            this(kind, key, by, reason, Optional.empty());
        }

        @Override
        public String toString() {
            return "OutdateFact[" + kind + "]";
        }
    }

    /**
     * What is known in another ticket is to be known here, as far as it is not.
     *
     * @param from the other ticket
     * @param known what is known there
     * @param by who lets it go on here; empty if the customer comes back
     */
    record TakeOver(TicketId from, Known known, Optional<AgentId> by) implements ListeningCommand {
        /** What there is to take over from a duplicate. */
        public static TakeOver of(Ticket duplicate, AgentId by) {
            return new TakeOver(duplicate.id(), Inheritance.of(duplicate), Optional.of(by));
        }

        /** What nobody is asked again who comes back about a ticket that was closed long ago. */
        public static TakeOver followUp(Ticket closed) {
            return new TakeOver(closed.id(), Inheritance.toFollow(closed), Optional.empty());
        }
    }

    /**
     * An agent has told the customer on the phone how the shop understands the problem. In writing, an {@link
     * ConversationCommand.Answer} does so.
     *
     * @param by who
     * @param text the words, not blank
     */
    record Rephrase(AgentId by, String text) implements ListeningCommand {
        @Override
        public String toString() {
            return "Rephrase[by " + by + "]";
        }
    }

    /**
     * The customer says that the problem is understood.
     *
     * @param source where
     */
    record ConfirmStatement(FactSource source) implements ListeningCommand {}

    /**
     * The customer says that the problem is another one.
     *
     * @param source where
     * @param message what the customer has written about it; empty if it was said on the phone
     */
    record CorrectStatement(FactSource source, Optional<MessageId> message) implements ListeningCommand {}

    /**
     * An agent says what lies behind the problem.
     *
     * @param cause which
     * @param by who
     */
    record FindRootCause(RootCause cause, AgentId by) implements ListeningCommand {}

    /**
     * The customer says something in a form. Nobody is silent who does, and whoever was asked waits for the shop again.
     *
     * @param what is said; if it changes nothing, nothing else does
     * @param expected by when the customer is answered, if nobody has said so
     */
    record SayInForm(ListeningCommand what, ExpectedReply expected) implements ListeningCommand {}

    /**
     * The customer agrees to a step that destroys something. Twice is the same as once.
     *
     * @param step its id
     * @param source how the customer says so
     */
    record GiveConsent(FactKey step, FactSource source) implements ListeningCommand {}

    /**
     * The customer does not agree any more.
     *
     * @param step its id
     * @param source how the customer says so
     */
    record WithdrawConsent(FactKey step, FactSource source) implements ListeningCommand {}

    /**
     * A step of a playbook was done.
     *
     * @param step its id
     * @param destructive whether it destroys something
     * @param by who says so
     * @param what what came of it, not blank
     */
    record DoStep(FactKey step, boolean destructive, AgentId by, String what) implements ListeningCommand {
        @Override
        public String toString() {
            return "DoStep[" + step + " by " + by + "]";
        }
    }

    /**
     * An agent says how urgent it is. The same again changes nothing.
     *
     * @param priority from now on
     * @param by who
     * @param reason why; may be blank where it is no less urgent than before
     */
    record SetPriority(Priority priority, AgentId by, String reason) implements ListeningCommand {
        @Override
        public String toString() {
            return "SetPriority[" + priority + " by " + by + "]";
        }
    }

    /**
     * An agent says how the customer feels. The same again changes nothing.
     *
     * @param mood from now on
     * @param by who
     * @param reason why; may be blank where it is no less than before
     */
    record SetMood(Mood mood, AgentId by, String reason) implements ListeningCommand {
        @Override
        public String toString() {
            return "SetMood[" + mood + " by " + by + "]";
        }
    }
}
