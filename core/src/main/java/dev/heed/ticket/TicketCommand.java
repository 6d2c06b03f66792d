package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseId;
import java.time.Instant;
import java.util.Optional;

/** What somebody wants to happen to a ticket. {@link Ticket#decide} turns it into events or refuses. */
public sealed interface TicketCommand {

    /**
     * A customer comes with something new. The only command for a ticket that does not exist yet.
     *
     * @param ticket its id
     * @param number how people will name it
     * @param customer whose
     * @param address where answers go
     * @param channel where it came in
     * @param subject one line, may be empty
     * @param follows the ticket closed too long ago to go on
     * @param message the first message
     * @param expected until when a person will answer
     */
    record Open(
            TicketId ticket,
            long number,
            CustomerId customer,
            Optional<Address> address,
            ChannelId channel,
            String subject,
            Optional<TicketId> follows,
            Message message,
            ExpectedReply expected)
            implements TicketCommand {
        @Override
        public String toString() {
            return "Open[" + ticket + ", " + number + ", " + channel + "]";
        }
    }

    /**
     * The customer wrote again.
     *
     * @param message inbound
     * @param expected until when a person would answer it, if nothing is expected already
     * @param disputes whether the customer says that it is not solved
     */
    record Receive(Message message, ExpectedReply expected, boolean disputes) implements TicketCommand {}

    /**
     * The customer opened a ticket because another one was not solved when it was closed.
     *
     * @param customer who says so
     */
    record Dispute(CustomerId customer) implements TicketCommand {}

    /**
     * Tell the customer that the message arrived.
     *
     * @param message outbound, automatic, with the time in it
     */
    record Acknowledge(Message message) implements TicketCommand {}

    /**
     * Do not tell the customer that the message arrived.
     *
     * @param reason why not
     */
    record WithholdAcknowledgement(String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "WithholdAcknowledgement";
        }
    }

    /**
     * A person answers.
     *
     * @param message outbound, signed
     * @param commitments what it does besides
     */
    record Answer(Message message, Commitments commitments) implements TicketCommand {}

    /**
     * A bot writes.
     *
     * @param message outbound, automatic
     */
    record BotMessage(Message message) implements TicketCommand {}

    /**
     * Ask the customer whether it is solved, if it is still time for that.
     *
     * @param message outbound, automatic, with the closing date in it
     * @param closesAt the closing date it names
     */
    record Remind(Message message, Instant closesAt) implements TicketCommand {}

    /**
     * A person writes a note.
     *
     * @param message internal
     */
    record AddNote(Message message) implements TicketCommand {}

    /**
     * A person takes a ticket that nobody owns.
     *
     * @param owner who
     * @param reason why
     */
    record Take(AgentId owner, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "Take[" + owner + "]";
        }
    }

    /**
     * The customer asked for a person.
     *
     * @param owner who
     * @param reason how
     */
    record Route(AgentId owner, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "Route[" + owner + "]";
        }
    }

    /**
     * Somebody else becomes responsible.
     *
     * @param owner who
     * @param reason why
     * @param summary what the new owner has to know
     */
    record HandOver(AgentId owner, String reason, String summary) implements TicketCommand {
        @Override
        public String toString() {
            return "HandOver[to " + owner + "]";
        }
    }

    /**
     * The owner is away.
     *
     * @param absent who; nothing happens if the ticket is somebody else's by now
     * @param deputy who takes over
     */
    record Deputise(AgentId absent, AgentId deputy) implements TicketCommand {}

    /**
     * A person sorts it otherwise.
     *
     * @param kind what it is
     * @param by who says so
     * @param byOwner whether this person may sort complaints away
     * @param reason why
     */
    record Classify(TicketKind kind, AgentId by, boolean byOwner, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "Classify[" + kind + " by " + by + "]";
        }
    }

    /**
     * A person waits for somebody else.
     *
     * @param until when it is taken up again
     * @param by who decides it
     * @param reason for whom or what it waits
     * @param told the message in which the customer is told
     * @param untoldBecause why the customer is not told
     */
    record Hold(Instant until, AgentId by, String reason, Optional<MessageId> told, Optional<String> untoldBecause)
            implements TicketCommand {
        @Override
        public String toString() {
            return "Hold[until " + until + " by " + by + "]";
        }
    }

    /**
     * A promise was kept by a deed.
     *
     * @param promise which
     * @param how by what, not blank
     */
    record KeepPromise(PromiseId promise, String how) implements TicketCommand {
        @Override
        public String toString() {
            return "KeepPromise[" + promise + "]";
        }
    }

    /**
     * The customer does not want it any more.
     *
     * @param promise which
     * @param customer who says so
     */
    record ReleasePromise(PromiseId promise, CustomerId customer) implements TicketCommand {}

    /**
     * The customer says that it is solved.
     *
     * @param customer who says so
     */
    record Confirm(CustomerId customer) implements TicketCommand {}

    /**
     * A person closes it without the customer, for one of few reasons.
     *
     * @param exemption which
     * @param by who decides it
     * @param reason why, not blank
     * @param goesOnIn the ticket in which a duplicate goes on
     */
    record Exempt(Exemption exemption, AgentId by, String reason, Optional<TicketId> goesOnIn)
            implements TicketCommand {
        @Override
        public String toString() {
            return "Exempt[" + exemption + " by " + by + "]";
        }
    }

    /**
     * Another ticket goes on in this one.
     *
     * @param duplicate which
     * @param expected what its customer still waited for
     * @param disputed whether its customer has said that it is not solved
     */
    record Absorb(TicketId duplicate, Optional<ExpectedReply> expected, boolean disputed) implements TicketCommand {}

    /**
     * An agent and the customer talk on the phone.
     *
     * @param by who talks
     * @param intake who calls
     */
    record StartCall(AgentId by, CallIntake intake) implements TicketCommand {}

    /**
     * The call ends.
     *
     * @param by who talked
     * @param outcome how
     */
    record EndCall(AgentId by, CallOutcome outcome) implements TicketCommand {}

    /**
     * Time has passed: do what is due.
     *
     * @param fallback who becomes the owner where nobody is
     */
    record Wake(AgentId fallback) implements TicketCommand {}

    /**
     * The channel took a message over.
     *
     * @param message which
     * @param reference its name in the world outside, if any
     */
    record RecordDelivery(MessageId message, Optional<String> reference) implements TicketCommand {}

    /**
     * An answer could not be handed over at once, or may not have been; it is tried again.
     *
     * @param message which
     * @param reason why
     */
    record RecordDelay(MessageId message, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "RecordDelay[" + message + "]";
        }
    }

    /**
     * A message ended among the dead letters.
     *
     * @param message which
     * @param reason why
     */
    record RecordFailure(MessageId message, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "RecordFailure[" + message + "]";
        }
    }

    /**
     * A message came back.
     *
     * @param message which
     * @param reason why
     */
    record RecordBounce(MessageId message, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "RecordBounce[" + message + "]";
        }
    }

    /**
     * There is no way to ask the customer anything.
     *
     * @param reason why
     */
    record RecordUnreachable(String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "RecordUnreachable";
        }
    }

    /**
     * A person took a message from the dead letters to be sent again.
     *
     * @param message which
     */
    record RecordRedrive(MessageId message) implements TicketCommand {}

    /**
     * A person goes on in spite of a warning. Where nothing warns, nothing is recorded.
     *
     * @param command with what
     * @param code the rule, one that warns
     * @param by who
     * @param reason why, not blank
     */
    record Overrule(TicketCommand command, PracticeCode code, AgentId by, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "Overrule[" + command + ", " + code + " by " + by + "]";
        }
    }
}
