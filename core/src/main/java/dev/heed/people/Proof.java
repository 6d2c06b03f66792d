package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.Instant;

/**
 * How it is known that two profiles are one person. Nothing else links them: no name, however equal, and nothing that a
 * message quotes.
 */
public sealed interface Proof {

    /**
     * The shop's application vouches that whoever is reached at an address is its customer: made by {@link
     * IdentityKey#sign}, and worth nothing to a desk that was not given the key.
     *
     * @param customer the shop's own number for the person
     * @param address where the person is reached
     * @param keyId which key
     * @param expires from then on it proves nothing any more; in UTC, to the second
     * @param signature HMAC-SHA256 over all of this, in lower-case hexadecimal digits
     */
    record SignedIdentity(CustomerId customer, Address address, String keyId, Instant expires, String signature)
            implements Proof {
        /** Checks that all of it is there; whether it is true, the desk finds out. */
        public SignedIdentity {
            requireNonNull(customer, "customer");
            requireNonNull(address, "address");
            requireNonNull(keyId, "keyId");
            requireNonNull(expires, "expires");
            requireNonNull(signature, "signature");
        }

        /** Without address and signature: this is what ends up in logs. */
        @Override
        public String toString() {
            return "SignedIdentity of " + customer + " by key " + keyId + " until " + expires;
        }
    }

    /**
     * A token that was sent to an address came back from the person who had said that it is theirs.
     *
     * @param address where it was sent
     * @param by the profile of whoever said so
     * @param requestedAt when it was sent
     */
    record ConfirmedAddress(Address address, CustomerId by, Instant requestedAt) implements Proof {
        /** Checks that all of it is there. */
        public ConfirmedAddress {
            requireNonNull(address, "address");
            requireNonNull(by, "by");
            requireNonNull(requestedAt, "requestedAt");
        }

        /** Without the address: this is what ends up in logs. */
        @Override
        public String toString() {
            return "ConfirmedAddress of " + by + ", requested at " + requestedAt;
        }
    }

    /**
     * An agent knows, and says how.
     *
     * @param by who
     * @param reason how it is known, for those who read it later
     */
    record AgentDecision(AgentId by, String reason) implements Proof {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the reason is blank
         */
        public AgentDecision {
            requireNonNull(by, "by");
            if (reason.isBlank()) {
                throw new InvalidInputException(
                        "There is no reason why two profiles are one person.", "Say how that is known.");
            }
        }

        /** Without the reason, in which a name may stand. */
        @Override
        public String toString() {
            return "AgentDecision of " + by;
        }
    }
}
