package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Lifecycle.Move;

/** What was said. */
final class ConversationFold {
    private ConversationFold() {}

    static void take(TicketState state, ConversationEvent event) {
        if (event instanceof MessageReceived received) {
            received(state, received.message());
        } else if (event instanceof Acknowledged acknowledged) {
            say(state, acknowledged.message());
            state.acknowledged = true;
        } else if (event instanceof Answered answered) {
            answered(state, answered);
        } else if (event instanceof BotWrote bot) {
            say(state, bot.message());
        } else if (event instanceof Reminded reminded) {
            say(state, reminded.message());
            state.silence = state.silence.reminded(reminded);
        } else {
            DeliveryFold.take(state, event);
        }
    }

    private static void say(TicketState state, Message message) {
        state.messages = state.messages.with(message);
    }

    private static void received(TicketState state, Message message) {
        say(state, message);
        if (!message.automatic()) {
            state.unreachable = false;
            state.customerWaits();
        }
    }

    private static void answered(TicketState state, Answered answered) {
        say(state, answered.message());
        state.lastAnswer = answered.message().id();
        state.answeredByPhone = false;
        state.wroteDuringCall = false;
        state.settlements = state.settlements.withSent(state.lastAnswer);
        state.hasAnswer(answered.at());
        state.move(answered.resolution().isPresent() ? Move.AGENT_PROPOSES_SOLUTION : Move.AGENT_ANSWERS);
    }
}
