package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.Seen;
import java.util.List;

/** Something is said. */
public sealed interface ConversationCommand extends TicketCommand {

    /**
     * The customer wrote again.
     *
     * @param message inbound
     * @param expected until when a person would answer it, if nothing is expected already
     * @param disputes whether the customer says that it is not solved
     * @param via the duplicates through which it came, the one whose letter it answers first
     */
    record Receive(Message message, ExpectedReply expected, boolean disputes, List<TicketId> via)
            implements ConversationCommand {
        /** Keeps a copy of the list. */
        public Receive {
            via = List.copyOf(via);
        }

        /** One that came to the ticket itself. */
        public Receive(Message message, ExpectedReply expected, boolean disputes) {
            this(message, expected, disputes, List.of());
        }
    }

    /**
     * Tell the customer that the message arrived.
     *
     * @param message outbound, automatic, with the time in it
     */
    record Acknowledge(Message message) implements ConversationCommand {}

    /**
     * Do not tell the customer that the message arrived.
     *
     * @param reason why not
     */
    record WithholdAcknowledgement(String reason) implements ConversationCommand {
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
     * @param seen how much of the conversation its author has read
     */
    record Answer(Message message, Commitments commitments, Seen seen) implements ConversationCommand {
        /** An answer by somebody who has read everything. */
        public Answer(Message message, Commitments commitments) {
            this(message, commitments, Seen.everything());
        }
    }

    /**
     * A bot writes.
     *
     * @param message outbound, automatic
     */
    record BotMessage(Message message) implements ConversationCommand {}
}
