package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.Lifecycle.Move;
import java.util.ArrayList;
import java.util.List;

/** What becomes of what was sent, and of the customer who has read it or has not. */
final class DeliveryFold {
    private DeliveryFold() {}

    static void take(TicketState state, ConversationEvent event) {
        if (event instanceof Delivered delivered) {
            delivered(state, delivered);
        } else if (event instanceof DeliveryDelayed delayed) {
            delayed(state, delayed.message());
        } else if (event instanceof DeliveryFailed failed) {
            failed(state, failed.message(), false);
        } else if (event instanceof Bounced bounced) {
            failed(state, bounced.message(), true);
        } else if (event instanceof Redriven redriven) {
            state.undelivered = redriven.message().equals(state.undelivered) ? null : state.undelivered;
        } else if (event instanceof Unreachable) {
            state.unreachable = true;
        }
    }

    /** With all answers behind it. */
    private static void delayed(TicketState state, MessageId message) {
        for (MessageId waiting : waitingWith(state, message)) {
            state.settlements = state.settlements.withDelayed(waiting);
            owedElsewhere(state, waiting);
        }
    }

    /** A message that waits, and the answers behind it. */
    static List<MessageId> waitingWith(TicketState state, MessageId message) {
        List<MessageId> waiting = new ArrayList<>(List.of(message));
        List<Message> all = state.messages;
        for (int i = all.size() - 1; i >= state.leftUpTo && !all.get(i).id().equals(message); i--) {
            if (all.get(i).isHumanAnswer()) {
                waiting.add(all.get(i).id());
            }
        }
        return waiting;
    }

    /** Of a duplicate: what the message had settled is looked after where it goes on from now on. */
    private static void owedElsewhere(TicketState state, MessageId message) {
        if (state.closedAsDuplicate()) {
            state.settlements =
                    state.settlements.onlyThose(one -> !one.message().equals(message));
            state.unanswered |= state.lastWordWas(message);
            state.answeredUpTo = 0;
        }
    }

    private static void left(TicketState state, MessageId message) {
        for (int i = state.messages.size(); i > state.leftUpTo; i--) { // mostly one of the last
            if (state.messages.get(i - 1).id().equals(message)) {
                state.leftUpTo = i;
            }
        }
    }

    private static void delivered(TicketState state, Delivered delivered) {
        MessageId message = delivered.message();
        left(state, message);
        state.settlements = state.settlements.withArrived(message);
        if (message.equals(state.lastAnswer)) {
            state.onlyAnswersSince(message);
        }
        state.silence = state.silence.delivered(delivered);
        state.unreachable &= message.equals(state.undelivered);
        if (message.equals(state.failedAnswer)) {
            answersAfterAll(state, delivered);
        } else if (message.equals(state.lastAnswer) && !state.unanswered) {
            state.expected = null; // it was late, and is there
            state.overdue = false;
        }
    }

    /** A dead letter that was sent after all answers as it would have. */
    private static void answersAfterAll(TicketState state, Delivered delivered) {
        state.failedAnswer = null;
        state.silence = Silence.since(delivered.at());
        state.unanswered = false;
        state.answeredUpTo = state.messages.size();
        state.expected = null;
        state.overdue = false;
        if (state.held == null) {
            state.move(Move.AGENT_ANSWERS);
        }
    }

    private static void failed(TicketState state, MessageId message, boolean cameBack) {
        left(state, message);
        state.settlements = state.settlements.withLost(message);
        owedElsewhere(state, message);
        boolean reminder = state.silence.isReminder(message);
        if (cameBack || reminder) {
            state.unreachable = true;
            state.undelivered = message;
        }
        if (reminder) {
            state.silence = state.silence.without(message);
        } else if (state.lastWordWas(message) && !state.unanswered && state.status != TicketStatus.CLOSED) {
            state.failedAnswer = message;
            state.unanswered = true;
            state.answeredUpTo = 0;
            state.held = null;
            state.move(Move.ANSWER_IS_LOST);
        }
    }
}
