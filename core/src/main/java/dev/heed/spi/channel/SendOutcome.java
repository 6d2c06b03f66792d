package dev.heed.spi.channel;

import java.time.Duration;
import java.util.Optional;

/** What is known about one attempt to send. Reasons are for people of the shop and hold no personal data or secrets. */
public sealed interface SendOutcome {
    /**
     * The outside took it over.
     *
     * @param reference its name there, if it was not planned before
     */
    record Sent(Optional<String> reference) implements SendOutcome {}

    /**
     * Provably not sent; a later attempt may succeed.
     *
     * @param reason why
     * @param retryAfter not before this time has passed, if the outside said so
     */
    record Failed(String reason, Optional<Duration> retryAfter) implements SendOutcome {}

    /**
     * Provably not sent, and never will be: the outside refused it for good.
     *
     * @param reason why
     */
    record Rejected(String reason) implements SendOutcome {}

    /**
     * It was handed over but no answer came: nobody knows whether it was sent.
     *
     * @param reason what happened
     */
    record Unknown(String reason) implements SendOutcome {}

    /** Taken over, under the planned name or none. */
    static SendOutcome sent() {
        return new Sent(Optional.empty());
    }

    /** Provably not sent; try again. */
    static SendOutcome failed(String reason) {
        return new Failed(reason, Optional.empty());
    }
}
