package dev.heed.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A confirmation of an address that somebody has asked for and that has not come back yet.
 *
 * @param address where the token was sent
 * @param by the profile of whoever says that the address is theirs
 * @param at when
 * @param expires from then on it cannot come back any more
 */
public record PendingConfirmation(Address address, CustomerId by, Instant at, Instant expires) {
    /** Checks that all of it is there. */
    public PendingConfirmation {
        requireNonNull(address, "address");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(expires, "expires");
    }
}
