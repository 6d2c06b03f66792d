package dev.heed.ticket;

import dev.heed.promise.PromiseId;
import java.time.Instant;
import java.util.Optional;

/**
 * P28: the one thing that has to happen next with a ticket that is not closed.
 *
 * @param kind what
 * @param due until when, or at which time if it happens by itself
 * @param promise the promise that is kept by it
 */
public record NextAction(Kind kind, Instant due, Optional<PromiseId> promise) {

    /** What has to happen. */
    public enum Kind {
        /** The owner answers the customer. */
        ANSWER,
        /** The owner calls the customer. */
        CALL_BACK,
        /** The owner keeps what was promised. */
        KEEP_PROMISE,
        /** The owner apologises for a broken promise. */
        APOLOGISE,
        /** The owner says how the call ended. */
        END_CALL,
        /** The owner asks somebody who knows more. */
        CONSULT_EXPERT,
        /** The owner asks a colleague again who has not answered, or a department that has not acknowledged. */
        ASK_AGAIN,
        /** A second person decides what a colleague has asked for. */
        DECIDE_APPROVAL,
        /** The owner takes the matter up again after a hold, or after having put it off. */
        TAKE_UP_AGAIN,
        /** The owner finds another way to reach the customer. */
        REACH_CUSTOMER,
        /** Heed asks the customer whether it is solved. */
        REMIND_CUSTOMER,
        /** Heed closes it if the customer stays silent. */
        CLOSE,
        /** The owner looks what is to be done. */
        LOOK
    }
}
