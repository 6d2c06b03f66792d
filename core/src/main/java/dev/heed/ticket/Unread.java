package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.Settlements.Settlement;
import java.util.List;
import java.util.Optional;

/** What of that which counts as settled depends on a letter that the customer may not have read. */
final class Unread {
    private Unread() {}

    /** The promises that are owed again when they are due, if the answers that settled them have not arrived by then. */
    static List<Promise> atStake(TicketState state) {
        if (state.settlements.delayed().isEmpty()) {
            return List.of();
        }
        return unread(state).stream()
                .map(settlement -> promise(state, settlement.promise()))
                .toList();
    }

    /** What nobody has read so far, and may yet: the letter waits, or one that came after it tells the same and waits. */
    static List<Settlement> unread(TicketState state) {
        return state.settlements.standing().stream()
                .filter(one -> isUnread(state, one))
                .filter(one -> !state.isBeingKept(promise(state, one.promise())))
                .toList();
    }

    static boolean isUnread(TicketState state, Settlement settlement) {
        return state.settlements.isTroubled(settlement.message()) && dependsOnArrival(state, settlement);
    }

    static boolean dependsOnArrival(TicketState state, Settlement settlement) {
        Promise promise = promise(state, settlement.promise());
        if (settlement.replacement().isPresent()) {
            return promise.state() == PromiseState.RENEGOTIATED
                    && isOwedOrUnread(state, settlement.replacement().get());
        }
        return promise.state() == PromiseState.KEPT
                && (!settlement.answers() || isTheAnswer(state, settlement, promise));
    }

    private static boolean isOwedOrUnread(TicketState state, PromiseId replacement) {
        return state.promises.findOpen(replacement).isPresent()
                || settlementOf(state, replacement).isPresent();
    }

    /** How a promise was settled, if nobody has read that. */
    static Optional<Settlement> settlementOf(TicketState state, PromiseId promise) {
        return state.settlements.standing().stream()
                .filter(one -> one.promise().equals(promise) && isUnread(state, one))
                .findFirst();
    }

    /** No answer that came after it has been read, as far as is known, and nobody is told an earlier time by now. */
    private static boolean isTheAnswer(TicketState state, Settlement settlement, Promise reply) {
        MessageId last = state.lastAnswer;
        boolean noneSince = settlement.message().equals(last) || (last != null && state.settlements.isTroubled(last));
        boolean sooner = state.expected == null || state.expected.at().isAfter(reply.due());
        return noneSince && sooner;
    }

    /** What would be owed again if the message did not arrive. */
    static List<Promise> settledBy(TicketState state, MessageId message) {
        return state.settlements.by(message).stream()
                .filter(one -> dependsOnArrival(state, one))
                .map(one -> promise(state, one.promise()))
                .toList();
    }

    static Promise promise(TicketState state, PromiseId id) {
        return state.promises.find(id).orElseThrow();
    }
}
