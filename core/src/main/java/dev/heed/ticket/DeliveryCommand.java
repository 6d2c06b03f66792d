package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import java.util.List;
import java.util.Optional;

/** What was said arrived, or did not. */
public sealed interface DeliveryCommand extends TicketCommand {

    /**
     * The channel took a message over.
     *
     * @param message which
     * @param reference its name in the world outside, if any
     */
    record RecordDelivery(MessageId message, Optional<String> reference) implements DeliveryCommand {}

    /**
     * A message could not be handed over at once, or may not have been; it is tried again.
     *
     * @param message which
     * @param reason why
     */
    record RecordDelay(MessageId message, String reason) implements DeliveryCommand {
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
    record RecordFailure(MessageId message, String reason) implements DeliveryCommand {
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
    record RecordBounce(MessageId message, String reason) implements DeliveryCommand {
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
    record RecordUnreachable(String reason) implements DeliveryCommand {
        @Override
        public String toString() {
            return "RecordUnreachable";
        }
    }

    /**
     * A message of a duplicate that goes on in this ticket did not arrive, or waits in a queue.
     *
     * @param duplicate which
     * @param expected until when the customer could expect an answer, if that message was to be it
     * @param owed what else counted as settled because of that message
     */
    record RecordOwedElsewhere(TicketId duplicate, Optional<ExpectedReply> expected, List<Promise> owed)
            implements DeliveryCommand {
        /** What a message of a duplicate had settled that did not arrive. */
        public static RecordOwedElsewhere ofLost(Ticket duplicate, MessageId message) {
            return Absorption.ofUnread(duplicate, List.of(message));
        }

        /** What a message of a duplicate that waits in a queue had settled, and the answers behind it. */
        public static RecordOwedElsewhere ofDelayed(Ticket duplicate, MessageId message) {
            return Absorption.ofUnread(duplicate, DeliveryFold.waitingWith(duplicate.state(), message));
        }
    }

    /**
     * A person took a message from the dead letters to be sent again.
     *
     * @param message which
     */
    record RecordRedrive(MessageId message) implements DeliveryCommand {}
}
