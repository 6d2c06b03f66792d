package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.util.Optional;

/** A promise is kept by a deed, or let go by the customer. */
final class PromiseDecision {
    private final Steps steps;
    private final TicketState state;

    PromiseDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(PromiseCommand command) {
        if (command instanceof PromiseCommand.KeepPromise keep) {
            keep(keep);
        } else if (command instanceof PromiseCommand.ReleasePromise release) {
            release(release);
        }
    }

    private void keep(PromiseCommand.KeepPromise keep) {
        Decision.requireWords(keep.how(), "A promise that is kept");
        Optional<Promise> open = steps.openInTime(keep.promise());
        if (open.isEmpty() && state.call != null && new Undelivered(steps).toldOnThePhone(keep.promise(), keep.how())) {
            return;
        }
        Promise promise = open.orElseThrow(() -> steps.refused(
                PracticeCode.OPEN_PROMISE,
                "has no open promise " + keep.promise() + ".",
                "It was kept, renegotiated, withdrawn or broken before; after a break, apologise."));
        if (!promise.kind().madeByAgents()) {
            throw new InvalidInputException(
                    "A promise of kind " + promise.kind() + " is kept by a message to the customer.",
                    "Answer the customer.");
        }
        if (promise.kind() == PromiseKind.FIND_OUT && state.call == null) {
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    "has the promise " + promise.id() + " to tell the customer something, and nobody is telling it.",
                    "Answer and say in the reply that it keeps the promise, or tell it on the phone.");
        }
        steps.keepByDeed(promise.id(), keep.how());
        steps.closeIfConfirmed();
    }

    private void release(PromiseCommand.ReleasePromise release) {
        steps.requireCustomer(release.customer());
        steps.openInTime(release.promise()).ifPresent(promise -> {
            requireReleasable(promise);
            steps.add(
                    new PromiseWithdrawn(steps.id, steps.now, promise.id(), "The customer does not want it any more."));
            steps.closeIfConfirmed();
        });
    }

    /** Who waits for an answer gets one, and who was not answered in time an apology with it. */
    private void requireReleasable(Promise promise) {
        if (promise.kind() == PromiseKind.REPLY || (promise.kind() == PromiseKind.APOLOGY && state.overdue)) {
            throw new InvalidInputException(
                    "Promise " + promise.id() + " of kind " + promise.kind()
                            + " stands until the customer is answered.",
                    "Answer the customer; then the customer can confirm that it is solved.");
        }
    }
}
