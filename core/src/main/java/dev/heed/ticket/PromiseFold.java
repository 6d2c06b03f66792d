package dev.heed.ticket;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;

/** What becomes of the promises of a ticket, and of the answer that its customer expects. */
final class PromiseFold {
    private PromiseFold() {}

    static void take(TicketState state, PromiseEvent event) {
        if (event instanceof PromiseMade made) {
            state.promises = state.promises.made(made.promise());
            if (made.promise().kind() == PromiseKind.REPLY) {
                state.expected = new ExpectedReply(
                        made.promise().due(),
                        made.promise().text(),
                        made.promise().zone());
                state.lastExpected = state.expected;
                state.overdue = false;
            }
        } else if (event instanceof PromiseKept kept) {
            settle(state, kept.promise(), PromiseState.KEPT);
        } else if (event instanceof PromiseBroken broken) {
            state.overdue |= isReply(state, broken.promise());
            state.confirmedBy = null; // said in trust that it would be kept
            settle(state, broken.promise(), PromiseState.BROKEN);
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            settle(state, renegotiated.promise(), PromiseState.RENEGOTIATED);
        } else if (event instanceof PromiseWithdrawn withdrawn) {
            settle(state, withdrawn.promise(), PromiseState.WITHDRAWN);
        } else if (event instanceof PromiseReminded reminded) {
            state.promises = state.promises.reminded(reminded.promise(), reminded.percent());
        }
    }

    private static boolean isReply(TicketState state, PromiseId id) {
        return state.promises
                .findOpen(id)
                .map(Promise::kind)
                .filter(PromiseKind.REPLY::equals)
                .isPresent();
    }

    private static void settle(TicketState state, PromiseId id, PromiseState how) {
        if (how != PromiseState.BROKEN && isReply(state, id)) {
            state.expected = null;
        }
        state.promises = state.promises.settled(id, how);
    }
}
