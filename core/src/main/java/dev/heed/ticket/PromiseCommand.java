package dev.heed.ticket;

import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseId;

/** A promise is settled without a message. */
public sealed interface PromiseCommand extends TicketCommand {

    /**
     * A promise was kept by a deed.
     *
     * @param promise which
     * @param how by what, not blank
     */
    record KeepPromise(PromiseId promise, String how) implements PromiseCommand {
        @Override
        public String toString() {
            return "KeepPromise[" + promise + "]";
        }
    }

    /**
     * The customer does not want it any more.
     *
     * @param promise which
     * @param customer who says so
     */
    record ReleasePromise(PromiseId promise, CustomerId customer) implements PromiseCommand {}
}
