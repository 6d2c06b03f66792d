package dev.heed.ticket;

import dev.heed.message.Attachment;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something was said, or what was said arrived or did not. */
public sealed interface ConversationEvent extends TicketEvent {

    /**
     * The customer wrote.
     *
     * @param message inbound
     * @param via the duplicates through which it came, since it answered a letter of the first of them or was written about
     *     it; empty if it came to this ticket itself
     */
    record MessageReceived(TicketId ticket, Instant at, Message message, List<TicketId> via)
            implements ConversationEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }

        /** Keeps a copy of the list. */
        public MessageReceived {
            via = List.copyOf(via);
        }

        /** One that came to the ticket itself. */
        public MessageReceived(TicketId ticket, Instant at, Message message) {
            this(ticket, at, message, List.of());
        }
    }

    /**
     * The customer was told automatically that the message arrived and when to expect an answer.
     *
     * @param message outbound, automatic
     * @param told what the customer was told
     */
    record Acknowledged(TicketId ticket, Instant at, Message message, ExpectedReply told) implements ConversationEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }
    }

    /**
     * No acknowledgement was sent.
     *
     * @param reason why not, for the people of the shop
     */
    record AcknowledgementWithheld(TicketId ticket, Instant at, String reason) implements ConversationEvent {
        @Override
        public String toString() {
            return "AcknowledgementWithheld[" + ticket + " at " + at + "]";
        }
    }

    /**
     * A person answered.
     *
     * @param message outbound, signed
     * @param resolution how the author thinks that the matter ended; empty if it goes on
     */
    record Answered(TicketId ticket, Instant at, Message message, Optional<Resolution> resolution)
            implements ConversationEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }
    }

    /**
     * A bot wrote to the customer; nobody has answered by that.
     *
     * @param message outbound, automatic
     */
    record BotWrote(TicketId ticket, Instant at, Message message) implements ConversationEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }
    }

    /**
     * The customer was asked automatically whether the matter is solved.
     *
     * @param message outbound, automatic, with the closing date in it
     * @param count which reminder since the last word of the customer, from 1
     * @param closesAt the closing date it names
     */
    record Reminded(TicketId ticket, Instant at, Message message, int count, Instant closesAt)
            implements ConversationEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }
    }

    /**
     * The channel took a message over.
     *
     * @param message which
     * @param reference its name in the world outside, if the channel gives one
     */
    record Delivered(TicketId ticket, Instant at, MessageId message, Optional<String> reference)
            implements ConversationEvent {}

    /**
     * A message could not be handed over yet, or nobody knows whether it was; it is tried again. The answers behind it
     * wait with it, those that follow, too, until each of them is handed over itself.
     *
     * @param message which
     * @param reason why, without personal data
     */
    record DeliveryDelayed(TicketId ticket, Instant at, MessageId message, String reason) implements ConversationEvent {
        @Override
        public String toString() {
            return "DeliveryDelayed[" + ticket + " at " + at + ", " + message + "]";
        }
    }

    /**
     * A message could not be handed over, or nobody knows whether it was; it is among the dead letters.
     *
     * @param message which
     * @param reason why, without personal data
     */
    record DeliveryFailed(TicketId ticket, Instant at, MessageId message, String reason) implements ConversationEvent {
        @Override
        public String toString() {
            return "DeliveryFailed[" + ticket + " at " + at + ", " + message + "]";
        }
    }

    /**
     * A message was handed over and came back: it did not reach the customer.
     *
     * @param message which
     * @param reason why, without personal data
     */
    record Bounced(TicketId ticket, Instant at, MessageId message, String reason) implements ConversationEvent {
        @Override
        public String toString() {
            return "Bounced[" + ticket + " at " + at + ", " + message + "]";
        }
    }

    /**
     * There is no way to ask the customer anything.
     *
     * @param reason why, without personal data
     */
    record Unreachable(TicketId ticket, Instant at, String reason) implements ConversationEvent {
        @Override
        public String toString() {
            return "Unreachable[" + ticket + " at " + at + "]";
        }
    }

    /**
     * A person took a message from the dead letters to be sent again.
     *
     * @param message which
     */
    record Redriven(TicketId ticket, Instant at, MessageId message) implements ConversationEvent {}
}
