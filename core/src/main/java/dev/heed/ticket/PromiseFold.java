package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.Settlements.Settlement;
import java.util.Optional;

/** What becomes of the promises of a ticket, and of the answer that its customer expects. */
final class PromiseFold {
    private PromiseFold() {}

    static void take(TicketState state, PromiseEvent event) {
        if (event instanceof PromiseMade made) {
            state.promises = state.promises.made(made.promise());
            expect(state, made.promise());
        } else if (event instanceof PromiseKept kept) {
            kept.message().ifPresent(message -> keptByTelling(state, kept.promise(), message));
            settle(state, kept.promise(), PromiseState.KEPT);
        } else if (event instanceof PromiseBroken broken) {
            if (isReply(state, broken.promise())) {
                state.overdue = true;
                state.settlements = state.settlements.onlyThose(one -> !one.answers());
            }
            state.confirmedBy = null; // said in trust that it would be kept
            settle(state, broken.promise(), PromiseState.BROKEN);
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            renegotiated.message().ifPresent(message -> movedByTelling(state, renegotiated, message));
            settle(state, renegotiated.promise(), PromiseState.RENEGOTIATED);
        } else if (event instanceof PromiseReopened reopened) {
            state.promises = state.promises.reopened(reopened.promise());
            reopened.message()
                    .ifPresent(message -> state.settlements = state.settlements.undo(message, reopened.promise()));
            state.promises.findOpen(reopened.promise()).ifPresent(promise -> expect(state, promise));
        } else if (event instanceof PromiseWithdrawn withdrawn) {
            state.settlements = state.settlements.withoutReplacement(withdrawn.promise());
            settle(state, withdrawn.promise(), PromiseState.WITHDRAWN);
        } else if (event instanceof PromiseReminded reminded) {
            state.promises = state.promises.reminded(reminded.promise(), reminded.percent());
        }
    }

    private static void expect(TicketState state, Promise promise) {
        if (promise.kind() == PromiseKind.REPLY) {
            state.expected = ExpectedReply.of(promise);
            state.lastExpected = state.expected;
            state.overdue = false;
        }
    }

    private static void movedByTelling(TicketState state, PromiseRenegotiated event, MessageId message) {
        boolean goesOn = event.replacement().value() > event.promise().value(); // also in a history from elsewhere
        if (goesOn && state.promises.findOpen(event.promise()).isPresent()) {
            state.settlements = state.settlements.with(new Settlement(
                    message, event.promise(), Optional.of(event.replacement()), isReply(state, event.promise())));
        }
    }

    private static void keptByTelling(TicketState state, PromiseId id, MessageId message) {
        boolean told = state.promises
                .findOpen(id)
                .filter(promise -> promise.kind().keptByTelling())
                .isPresent();
        if (told) {
            state.settlements =
                    state.settlements.with(new Settlement(message, id, Optional.empty(), isReply(state, id)));
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
        boolean reply = how != PromiseState.BROKEN && isReply(state, id);
        state.promises = state.promises.settled(id, how);
        if (reply) {
            state.expected = null;
            state.promises.findOpen(PromiseKind.REPLY).ifPresent(other -> expect(state, other));
        }
    }
}
