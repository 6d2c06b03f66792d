package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.Settlements.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a customer has not read is not settled: a promise that an answer kept or gave another time is owed again, due when
 * it was, if the answer does not arrive; and if it is tried again still when the promise is due.
 */
final class Undelivered {
    private final Steps steps;
    private final TicketState state;

    Undelivered(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    /** The promises that are owed again when they are due, if the answers that settled them have not arrived by then. */
    static List<Promise> atStake(TicketState state) {
        if (state.settlements.delayed().isEmpty()) {
            return List.of();
        }
        return delayed(state).stream()
                .map(settlement -> promise(state, settlement.promise()))
                .toList();
    }

    private static List<Settlement> delayed(TicketState state) {
        Settlements all = state.settlements;
        return all.standing().stream()
                .filter(one -> all.delayed().contains(one.message()) && dependsOnArrival(state, one))
                .filter(one -> !state.isBeingKept(promise(state, one.promise())))
                .toList();
    }

    /** Whether there is anything that the message has settled and would not have settled if it did not arrive. */
    static boolean matters(TicketState state, MessageId message) {
        return state.settlements.by(message).stream().anyMatch(one -> dependsOnArrival(state, one));
    }

    private static boolean dependsOnArrival(TicketState state, Settlement settlement) {
        Promise promise = promise(state, settlement.promise());
        if (settlement.replacement().isPresent()) {
            boolean stillCounts =
                    settlement.replacement().flatMap(state.promises::findOpen).isPresent();
            return promise.state() == PromiseState.RENEGOTIATED && stillCounts;
        }
        boolean isTheAnswer = settlement.message().equals(state.lastAnswer) && state.expected == null;
        return promise.state() == PromiseState.KEPT && (promise.kind() != PromiseKind.REPLY || isTheAnswer);
    }

    /** Opens those again whose time has passed; to be broken next. */
    void reopenLate(Predicate<Promise> late) {
        if (state.status == TicketStatus.CLOSED || state.settlements.delayed().isEmpty()) {
            return;
        }
        for (Settlement one : delayed(state)) {
            if (late.test(promise(state, one.promise()))) {
                reopen(one);
            }
        }
    }

    /** What a letter in a queue was to tell is told by another one. */
    void toldBy(MessageId message, Predicate<Promise> which, String how) {
        if (state.settlements.delayed().isEmpty()) {
            return;
        }
        for (Settlement one : state.settlements.standing()) {
            Promise promise = promise(state, one.promise());
            boolean waits =
                    one.replacement().isEmpty() && state.settlements.delayed().contains(one.message());
            if (waits && which.test(promise) && !promise.due().isBefore(steps.now)) {
                reopen(one);
                steps.keep(promise, how, message);
            }
        }
    }

    /** What was promised by phone for a time that came while the customer was on the phone, whatever a letter says. */
    void keptByCall(Predicate<Promise> which) {
        for (Settlement one : delayed(state)) {
            Promise promise = promise(state, one.promise());
            if (promise.kind() == PromiseKind.CALLBACK && which.test(promise)) {
                reopen(one);
                steps.keepByCall(promise);
            }
        }
    }

    /** It did not arrive: what it had settled is owed again, and what nobody has read does not count instead. */
    void lost(MessageId message) {
        state.settlements.undoneOf(message).forEach(this::withdrawReplacement);
        state.settlements.by(message).forEach(this::undo);
    }

    private void undo(Settlement settlement) {
        if (!dependsOnArrival(state, settlement)) {
            return;
        }
        reopen(settlement);
        withdrawReplacement(settlement);
        state.settlements.standing().stream()
                .filter(earlier -> earlier.replacement()
                                .filter(settlement.promise()::equals)
                                .isPresent()
                        && state.settlements.lost().contains(earlier.message()))
                .forEach(this::undo); // it was told as badly
    }

    private void reopen(Settlement settlement) {
        steps.add(new PromiseReopened(steps.id, steps.now, settlement.promise(), settlement.message()));
    }

    private void withdrawReplacement(Settlement settlement) {
        settlement
                .replacement()
                .flatMap(state.promises::findOpen)
                .ifPresent(replacement -> steps.add(new PromiseWithdrawn(
                        steps.id, steps.now, replacement.id(), "The customer was not told of it.")));
    }

    /** It arrived after all, and settles what is still to be settled. */
    void arrived(MessageId message) {
        state.settlements.undoneOf(message).forEach(this::redo);
    }

    private void redo(Settlement settlement) {
        Promise promise = promise(state, settlement.promise());
        if (settlement.replacement().isEmpty()) {
            if (promise.isOpen() && promise.kind() != PromiseKind.REPLY) { // there may have been more questions since
                steps.keep(promise, "The answer arrived after all.", settlement.message());
            }
        } else if (promise.isOpen() ? !promise.due().isBefore(steps.now) : promise.state() == PromiseState.BROKEN) {
            replace(promise, settlement); // a call that goes on keeps what is past its time; nothing moves it
        }
    }

    /** The customer has read of the new time, even if that was too late for the old one. */
    private void replace(Promise promise, Settlement settlement) {
        PromiseId replacement = settlement.replacement().orElseThrow();
        if (promise(state, replacement).state() == PromiseState.WITHDRAWN) {
            steps.add(new PromiseReopened(steps.id, steps.now, replacement, settlement.message()));
        }
        if (promise.isOpen()) {
            steps.add(new PromiseRenegotiated(
                    steps.id, steps.now, promise.id(), replacement, Optional.of(settlement.message())));
        }
    }

    private static Promise promise(TicketState state, PromiseId id) {
        return state.promises.find(id).orElseThrow();
    }
}
