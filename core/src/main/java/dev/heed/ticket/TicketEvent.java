package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a ticket. The events in their order are the truth; a ticket is their fold. */
public sealed interface TicketEvent {
    /** The ticket it happened to. */
    TicketId ticket();

    /** When it happened. */
    Instant at();

    /**
     * A customer came with something new.
     *
     * @param number how people name the ticket; unique in a desk
     * @param customer whose ticket it is
     * @param address where answers go, if it is known
     * @param channel where it came in
     * @param subject one line, may be empty
     */
    record TicketOpened(
            TicketId ticket,
            Instant at,
            long number,
            CustomerId customer,
            Optional<Address> address,
            ChannelId channel,
            String subject)
            implements TicketEvent {
        /** Without the subject: this is what ends up in logs. */
        @Override
        public String toString() {
            return "TicketOpened[" + number + " at " + at + "]";
        }
    }

    /**
     * The customer wrote.
     *
     * @param message inbound
     */
    record MessageReceived(TicketId ticket, Instant at, Message message) implements TicketEvent {}

    /**
     * From now on the customer waits for a person.
     *
     * @param expected until when
     */
    record ReplyExpected(TicketId ticket, Instant at, ExpectedReply expected) implements TicketEvent {}

    /**
     * The customer was told automatically that the message arrived and when to expect an answer.
     *
     * @param message outbound, automatic
     * @param told what the customer was told
     */
    record Acknowledged(TicketId ticket, Instant at, Message message, ExpectedReply told) implements TicketEvent {}

    /**
     * No acknowledgement was sent.
     *
     * @param reason why not, for the people of the shop
     */
    record AcknowledgementWithheld(TicketId ticket, Instant at, String reason) implements TicketEvent {}

    /**
     * A person answered.
     *
     * @param message outbound, signed
     * @param proposesSolution whether the author holds it for solved
     */
    record Answered(TicketId ticket, Instant at, Message message, boolean proposesSolution) implements TicketEvent {}

    /**
     * A bot wrote to the customer; nobody has answered by that.
     *
     * @param message outbound, automatic
     */
    record BotWrote(TicketId ticket, Instant at, Message message) implements TicketEvent {}

    /**
     * A person wrote a note for colleagues.
     *
     * @param message internal
     */
    record NoteAdded(TicketId ticket, Instant at, Message message) implements TicketEvent {}

    /**
     * A person is responsible from now on.
     *
     * @param owner who
     * @param reason why, for the people of the shop
     */
    record OwnerAssigned(TicketId ticket, Instant at, AgentId owner, String reason) implements TicketEvent {}

    /**
     * The customer wrote about something that was solved or closed.
     *
     * @param from what the ticket was
     */
    record Reopened(TicketId ticket, Instant at, TicketStatus from) implements TicketEvent {}

    /**
     * The customer said that it is solved; the ticket is closed.
     *
     * @param customer who confirmed
     */
    record CustomerConfirmed(TicketId ticket, Instant at, CustomerId customer) implements TicketEvent {}

    /**
     * The time the customer was told has passed without an answer by a person.
     *
     * @param expected what the customer was told
     */
    record ReplyOverdue(TicketId ticket, Instant at, ExpectedReply expected) implements TicketEvent {}

    /**
     * The channel took a message over.
     *
     * @param message which
     * @param reference its name in the world outside, if the channel gives one
     */
    record Delivered(TicketId ticket, Instant at, MessageId message, Optional<String> reference)
            implements TicketEvent {}

    /**
     * A message could not be handed over, or nobody knows whether it was; it is among the dead letters.
     *
     * @param message which
     * @param reason why, without personal data
     */
    record DeliveryFailed(TicketId ticket, Instant at, MessageId message, String reason) implements TicketEvent {}

    /**
     * A person took a message from the dead letters to be sent again.
     *
     * @param message which
     */
    record Redriven(TicketId ticket, Instant at, MessageId message) implements TicketEvent {}
}
