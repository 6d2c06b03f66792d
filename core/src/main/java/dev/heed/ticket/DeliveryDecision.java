package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Direction;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.Settlements.Settlement;

/** What was said arrived, or did not. */
final class DeliveryDecision {
    private final Steps steps;
    private final TicketState state;

    DeliveryDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(DeliveryCommand command) {
        if (command instanceof DeliveryCommand.RecordDelivery delivery) {
            delivered(delivery);
        } else if (command instanceof DeliveryCommand.RecordDelay delay) {
            delayed(delay);
        } else if (command instanceof DeliveryCommand.RecordFailure failure) {
            notArrived(new DeliveryFailed(steps.id, steps.now, failure.message(), failure.reason()), failure.message());
        } else if (command instanceof DeliveryCommand.RecordBounce bounce) {
            notArrived(new Bounced(steps.id, steps.now, bounce.message(), bounce.reason()), bounce.message());
        } else if (command instanceof DeliveryCommand.RecordUnreachable unreachable) {
            unreachable(unreachable);
        } else if (command instanceof DeliveryCommand.RecordOwedElsewhere owed) {
            new Absorption(steps).owe(owed);
        } else if (command instanceof DeliveryCommand.RecordRedrive redrive) {
            redriven(steps.known(redrive.message()));
        }
    }

    private void redriven(MessageId message) {
        if (state.settlements.undoneOf(message).stream().anyMatch(this::namesATimeThatNobodyKeeps)) {
            throw new InvalidInputException(
                    "Message " + message + " gives a promise another time, which nobody keeps any more.",
                    "Write to the customer what holds now, in the ticket in which it goes on.");
        }
        steps.add(new Redriven(steps.id, steps.now, message));
    }

    private boolean namesATimeThatNobodyKeeps(Settlement undone) {
        PromiseState now = Unread.promise(state, undone.promise()).state();
        boolean matters = now == PromiseState.OPEN || now == PromiseState.BROKEN;
        return undone.replacement().isPresent() && (!matters || state.status == TicketStatus.CLOSED);
    }

    private void delivered(DeliveryCommand.RecordDelivery delivery) {
        MessageId message = steps.known(delivery.message());
        boolean answersAfterAll = message.equals(state.failedAnswer);
        boolean late = answersAfterAll || state.settlements.isTroubled(message);
        if (late) {
            steps.breakLate();
        }
        steps.add(new Delivered(steps.id, steps.now, message, delivery.reference()));
        if (late && state.status != TicketStatus.CLOSED) {
            new Undelivered(steps).arrived(message);
            if (answersAfterAll) {
                steps.keepAll(PromiseKind.REPLY, "The answer was delivered after all.", message);
            }
        }
        steps.closeIfConfirmed();
    }

    /** Told once, however often it is tried. */
    private void delayed(DeliveryCommand.RecordDelay delay) {
        MessageId message = delay.message();
        boolean sent = steps.message(message).direction() == Direction.OUTBOUND;
        boolean known = state.settlements.delayed().contains(message);
        boolean minds = state.status != TicketStatus.CLOSED || state.closedAsDuplicate();
        if (sent && !known && minds) {
            steps.add(new DeliveryDelayed(steps.id, steps.now, message, delay.reason()));
        }
    }

    /** P26: silence was no agreement if what it followed was never heard, nor what was told since an agreement. */
    private void notArrived(TicketEvent event, MessageId message) {
        MessageId known = steps.known(message);
        steps.breakLate();
        if (wasToBeHeard(known)) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        steps.add(event);
        if (state.status != TicketStatus.CLOSED) {
            new Undelivered(steps).lost(known);
        }
        steps.waitAgain();
        steps.closeIfConfirmed();
    }

    private boolean wasToBeHeard(MessageId message) {
        boolean told = !Unread.settledBy(state, message).isEmpty();
        return state.closedBySilence()
                ? told || state.silence.isReminder(message) || state.lastWordWas(message)
                : told && state.closed != null && state.closed.closing() instanceof Closing.Confirmed;
    }

    /** Whoever has confirmed, or is nobody any more, need not be reached. */
    private void unreachable(DeliveryCommand.RecordUnreachable unreachable) {
        if (state.closedBySilence()) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        if (state.status != TicketStatus.CLOSED) {
            steps.add(new Unreachable(steps.id, steps.now, unreachable.reason()));
        }
    }
}
