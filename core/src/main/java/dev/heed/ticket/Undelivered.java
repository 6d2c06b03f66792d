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
import java.util.Comparator;
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

    /** Opens those again whose time has passed; to be broken next. Whether there were any. */
    boolean reopenLate(Predicate<Promise> late) {
        if (state.status == TicketStatus.CLOSED || state.settlements.delayed().isEmpty()) {
            return false;
        }
        boolean any = false;
        for (Settlement one : soonestFirst(Unread.unread(state))) {
            boolean stands = state.settlements.standing().contains(one) && Unread.isUnread(state, one);
            if (stands && late.test(Unread.promise(state, one.promise()))) {
                any = true;
                oweAgain(one);
                if (state.settlements.lost().contains(one.message())) {
                    one.replacement().ifPresent(this::withdrawUnread);
                }
            }
        }
        return any;
    }

    /** So that of several answers to one question after another the soonest is owed, and no other. */
    private List<Settlement> soonestFirst(List<Settlement> some) {
        return some.stream()
                .sorted(Comparator.comparing(
                        one -> Unread.promise(state, one.promise()).due()))
                .toList();
    }

    /** The letter that came after the lost one and was to settle this has not been read in time, either. */
    private void withdrawUnread(PromiseId replacement) {
        Unread.settlementOf(state, replacement).ifPresent(this::reopen);
        withdraw(replacement);
    }

    /** What a letter in a queue was to tell is told by another one. */
    void toldBy(MessageId message, Predicate<Promise> which, String how) {
        if (state.settlements.delayed().isEmpty()) {
            return;
        }
        for (Settlement one : state.settlements.standing()) {
            Promise promise = Unread.promise(state, one.promise());
            boolean waits =
                    one.replacement().isEmpty() && state.settlements.delayed().contains(one.message());
            if (waits && which.test(promise) && !promise.due().isBefore(steps.now)) {
                reopen(one);
                steps.keep(promise, how, message);
            }
        }
    }

    /** What a letter in a queue was to tell is told on the phone; whether there was anything. */
    boolean toldOnThePhone(PromiseId id, String how) {
        Optional<Settlement> waiting = Unread.unread(state).stream()
                .filter(one -> one.promise().equals(id) && one.replacement().isEmpty())
                .filter(one -> Unread.promise(state, id).kind().madeByAgents())
                .findFirst();
        waiting.ifPresent(one -> {
            reopen(one);
            steps.keepByDeed(id, how);
        });
        return waiting.isPresent();
    }

    /** What was promised by phone for a time that came while the customer was on the phone, whatever a letter says. */
    void keptByCall(Predicate<Promise> which) {
        for (Settlement one : Unread.unread(state)) {
            Promise promise = Unread.promise(state, one.promise());
            if (state.mayBeThisCall(promise) && which.test(promise)) {
                reopen(one);
                steps.keepByCall(promise);
            }
        }
    }

    /** It did not arrive: what it had settled is owed again, and what nobody has read does not count instead. */
    void lost(MessageId message) {
        state.settlements.undoneOf(message).forEach(one -> one.replacement().ifPresent(this::withdraw));
        soonestFirst(state.settlements.by(message)).forEach(this::undo);
        state.settlements.standing().stream()
                .filter(earlier -> state.settlements.lost().contains(earlier.message()))
                .filter(Settlement::answers)
                .forEach(this::undo); // an earlier answer that was lost had left its question to this one
    }

    private void undo(Settlement settlement) {
        boolean waitsStill = settlement
                .replacement()
                .filter(replacement -> state.promises.findOpen(replacement).isEmpty())
                .isPresent();
        if (waitsStill || !Unread.dependsOnArrival(state, settlement) || isLookedAfter(settlement)) {
            return;
        }
        oweAgain(settlement);
        settlement.replacement().ifPresent(this::withdraw);
        state.settlements.standing().stream()
                .filter(earlier -> earlier.isReplacedBy(settlement.promise())
                        && state.settlements.lost().contains(earlier.message()))
                .forEach(this::undo); // it was told as badly
    }

    /** The answer that came last waits still, or the house is late with one already. */
    private boolean isLookedAfter(Settlement settlement) {
        MessageId last = state.lastAnswer;
        boolean waits = last != null && state.settlements.delayed().contains(last);
        boolean late = state.promises
                .findOpen(PromiseKind.REPLY)
                .filter(reply -> reply.due().isBefore(steps.now))
                .isPresent();
        return settlement.answers() && (waits || late);
    }

    private void reopen(Settlement settlement) {
        steps.add(new PromiseReopened(steps.id, steps.now, settlement.promise(), Optional.of(settlement.message())));
    }

    /** Who has written again meanwhile waits since the first time, and not longer than was told then. */
    private void oweAgain(Settlement settlement) {
        Optional<Promise> later = settlement.answers() ? state.promises.findOpen(PromiseKind.REPLY) : Optional.empty();
        reopen(settlement);
        later.ifPresent(promise -> steps.add(
                new PromiseRenegotiated(steps.id, steps.now, promise.id(), settlement.promise(), Optional.empty())));
    }

    private void withdraw(PromiseId replacement) {
        if (state.promises.findOpen(replacement).isPresent()) {
            steps.add(new PromiseWithdrawn(steps.id, steps.now, replacement, "The customer was not told of it."));
        }
    }

    /** It arrived after all, and settles what is still to be settled. */
    void arrived(MessageId message) {
        state.settlements.undoneOf(message).forEach(this::redo);
    }

    private void redo(Settlement settlement) {
        tellOfOrigin(settlement);
        Promise promise = Unread.promise(state, settlement.promise());
        if (settlement.replacement().isEmpty()) {
            keepAfterAll(promise, settlement);
        } else if (promise.isOpen() ? !promise.due().isBefore(steps.now) : promise.state() == PromiseState.BROKEN) {
            replace(promise, settlement); // a call that goes on keeps what is past its time; nothing moves it
        }
    }

    /** Also what was left to a letter that waits still; but of an answer there may have been more questions since. */
    private void keepAfterAll(Promise promise, Settlement settlement) {
        String how = "The answer arrived after all.";
        if (promise.isOpen() && !settlement.answers()) {
            steps.keep(promise, how, settlement.message());
        }
        Unread.settlementOf(state, promise.id())
                .filter(other -> other.replacement().isEmpty() && !promise.due().isBefore(steps.now))
                .ifPresent(other -> {
                    reopen(other);
                    steps.keep(promise, how, settlement.message());
                });
    }

    /** A letter that goes on from a lost one tells what stood in that one, too. */
    private void tellOfOrigin(Settlement settlement) {
        Promise promise = Unread.promise(state, settlement.promise());
        if (promise.state() == PromiseState.WITHDRAWN && !promise.due().isBefore(steps.now)) {
            state.settlements.undone().stream()
                    .filter(origin -> origin.isReplacedBy(settlement.promise()))
                    .filter(origin -> state.settlements.lost().contains(origin.message()))
                    .findFirst()
                    .ifPresent(origin -> redo(origin.by(settlement.message())));
        }
    }

    /** The customer has read of the new time, even if that was too late for the old one. */
    private void replace(Promise promise, Settlement settlement) {
        PromiseId replacement = settlement.replacement().orElseThrow();
        if (Unread.promise(state, replacement).state() == PromiseState.WITHDRAWN) {
            steps.add(new PromiseReopened(steps.id, steps.now, replacement, Optional.of(settlement.message())));
        }
        if (promise.isOpen()) {
            steps.add(new PromiseRenegotiated(
                    steps.id, steps.now, promise.id(), replacement, Optional.of(settlement.message())));
        }
    }
}
