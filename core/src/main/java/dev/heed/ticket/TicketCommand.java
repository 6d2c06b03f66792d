package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.util.Optional;

/** What somebody wants to happen to a ticket. {@link Ticket#decide} turns it into events or refuses. */
public sealed interface TicketCommand {

    /**
     * The customer wrote again.
     *
     * @param message inbound
     * @param expected until when a person would answer it, if nothing is expected already
     */
    record Receive(Message message, ExpectedReply expected) implements TicketCommand {}

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
    record WithholdAcknowledgement(String reason) implements TicketCommand {}

    /**
     * A person answers.
     *
     * @param message outbound, signed
     * @param proposesSolution whether the author holds it for solved
     */
    record Answer(Message message, boolean proposesSolution) implements TicketCommand {}

    /**
     * A bot writes.
     *
     * @param message outbound, automatic
     */
    record BotMessage(Message message) implements TicketCommand {}

    /**
     * A person writes a note.
     *
     * @param message internal
     */
    record AddNote(Message message) implements TicketCommand {}

    /**
     * Somebody becomes responsible.
     *
     * @param owner who
     * @param reason why
     */
    record Assign(AgentId owner, String reason) implements TicketCommand {}

    /**
     * The customer says that it is solved.
     *
     * @param customer who says so
     */
    record Confirm(CustomerId customer) implements TicketCommand {}

    /** The time that was told may have passed: look again. */
    record CheckExpectation() implements TicketCommand {}

    /**
     * The channel took a message over.
     *
     * @param message which
     * @param reference its name in the world outside, if any
     */
    record RecordDelivery(MessageId message, Optional<String> reference) implements TicketCommand {}

    /**
     * A message ended among the dead letters.
     *
     * @param message which
     * @param reason why
     */
    record RecordFailure(MessageId message, String reason) implements TicketCommand {}

    /**
     * A person took a message from the dead letters to be sent again.
     *
     * @param message which
     */
    record RecordRedrive(MessageId message) implements TicketCommand {}

    /**
     * A customer comes with something new. The only command for a ticket that does not exist yet.
     *
     * @param ticket its id
     * @param number how people will name it
     * @param customer whose
     * @param address where answers go
     * @param channel where it came in
     * @param subject one line, may be empty
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
            Message message,
            ExpectedReply expected)
            implements TicketCommand {}
}
