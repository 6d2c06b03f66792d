package dev.heed.testkit.broken;

import dev.heed.message.Message;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Events and messages told again with something left out: how a store loses what it was given. */
final class Retold {
    private Retold() {}

    /** The same event with another message, if it has one. */
    static TicketEvent event(TicketEvent event, UnaryOperator<Message> message) {
        if (event instanceof MessageReceived e) {
            return new MessageReceived(e.ticket(), e.at(), message.apply(e.message()));
        } else if (event instanceof Acknowledged e) {
            return new Acknowledged(e.ticket(), e.at(), message.apply(e.message()), e.told());
        } else if (event instanceof Answered e) {
            return new Answered(e.ticket(), e.at(), message.apply(e.message()), e.resolution());
        } else if (event instanceof BotWrote e) {
            return new BotWrote(e.ticket(), e.at(), message.apply(e.message()));
        } else if (event instanceof Reminded e) {
            return new Reminded(e.ticket(), e.at(), message.apply(e.message()), e.count(), e.closesAt());
        }
        return event;
    }

    /** All of a message but its signature, with this instant and these words. */
    static Message.Builder unsigned(Message message, Instant at, String text) {
        return Message.builder(message.id(), message.author(), message.direction(), at, text)
                .html(message.html())
                .attachments(message.attachments())
                .reference(message.reference())
                .automatic(message.automatic())
                .remarks(message.remarks());
    }

    /** All of a message, with this instant and these words. */
    static Message.Builder message(Message message, Instant at, String text) {
        Message.Builder copy = unsigned(message, at, text);
        message.signature().ifPresent(copy::signature);
        return copy;
    }
}
