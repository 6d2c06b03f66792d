package dev.heed.ticket;

import dev.heed.promise.PromiseKind;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Reopened;

/** Where a ticket stands, and what it is taken for. */
final class LifecycleFold {
    private LifecycleFold() {}

    static void take(TicketState state, LifecycleEvent event) {
        if (event instanceof KindChanged changed) {
            state.kind = changed.kind();
        } else if (event instanceof Held hold) {
            state.held = hold;
            state.move(Move.AGENT_HOLDS);
        } else if (event instanceof HoldEnded) {
            state.held = null;
            state.move(Move.HOLD_ENDS);
        } else if (event instanceof Reopened) {
            reopened(state);
        } else if (event instanceof Absorbed absorbed) {
            absorbed(state, absorbed);
        } else if (event instanceof Imported) {
            state.settlements = state.settlements.nothingDelayed();
            state.leftUpTo = state.messages.size();
            state.silence = state.silence.anew(event.at());
        } else if (event instanceof DecidedAgainst) {
            state.confirmedBy = null; // said before there was anything to agree with
        } else if (event instanceof Disputed) {
            state.disputed = true;
        } else if (event instanceof CustomerConfirmed confirmed) {
            state.confirmedBy = confirmed.customer();
            state.settlements = state.settlements.agreed();
        } else if (event instanceof Closed close) {
            closed(state, close);
        } else if (event instanceof Erased) {
            state.erased = true;
        }
    }

    private static void reopened(TicketState state) {
        state.reopenCount++;
        state.closed = null;
        state.erased = false; // nobody can open it again here; it is a history from elsewhere
        state.confirmedBy = null;
        state.move(Move.CUSTOMER_WRITES);
    }

    private static void absorbed(TicketState state, Absorbed absorbed) {
        state.spokenTo |= absorbed.spokenTo();
        state.confirmedBy = null; // of something else
        state.silence = state.silence.anew(absorbed.at());
        if (absorbed.waits()) {
            state.customerWaits();
        }
    }

    private static void closed(TicketState state, Closed close) {
        settle(state, close.closing());
        state.closed = close;
        state.disputed = state.isDisputed();
        state.held = null;
        state.snooze = null;
        state.failedAnswer = null;
        state.expected = null;
        state.overdue = false;
        state.status = TicketStatus.CLOSED;
    }

    /** What counts now may still turn out not to; of a duplicate it is owed elsewhere then. */
    private static void settle(TicketState state, Closing closing) {
        if (isDuplicate(closing)) {
            boolean waitsThere = Unread.atStake(state).stream().anyMatch(one -> one.kind() == PromiseKind.REPLY);
            state.unanswered |= waitsThere;
            state.settlements = state.settlements
                    .onlyThose(one -> !(waitsThere && one.answers()))
                    .nothingDelayed();
        } else if (closing instanceof Closing.Exempt) {
            state.settlements = Settlements.NONE;
        }
    }

    static boolean isDuplicate(Closing closing) {
        return closing instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.DUPLICATE;
    }
}
