package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.people.IdentityKey;
import dev.heed.people.Proof.SignedIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Whether what the shop's application vouches for is what it has signed, and still counts. Immutable. */
final class Identities {
    /** What counts for longer is found by somebody else some day. */
    static final Duration LONGEST = Duration.ofDays(1);

    private final Map<String, IdentityKey> keys;

    Identities(Map<String, IdentityKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Lets pass what is true.
     *
     * @throws InvalidInputException if the key is not known, the signature is not of this key or the time is over
     */
    void require(SignedIdentity identity, Instant now) {
        IdentityKey key = keys.get(identity.keyId());
        if (key == null || !key.signed(identity)) {
            throw new InvalidInputException(
                    "A signed identity of customer " + identity.customer() + " is not signed by a key of this desk.",
                    "Sign it with a key that was given to the builder with identityKey(…), and change nothing after.");
        }
        if (!now.isBefore(identity.expires())) {
            throw new InvalidInputException(
                    "A signed identity of customer " + identity.customer() + " expired at " + identity.expires() + ".",
                    "Sign it anew.");
        }
        if (identity.expires().isAfter(now.plus(LONGEST))) {
            throw new InvalidInputException(
                    "A signed identity of customer " + identity.customer() + " is to count until " + identity.expires()
                            + ".",
                    "Let it expire within " + LONGEST.toHours() + " hours.");
        }
    }
}
