package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Proof.SignedIdentity;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which the shop's application vouches for identities (HMAC-SHA256, RFC 2104). A desk can be given several,
 * so that a key can be replaced while what the old one signed still counts. Immutable and thread-safe.
 */
public final class IdentityKey {
    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORM = "heed-identity-1";

    private final String id;
    private final SecretKeySpec secret;

    private IdentityKey(String id, SecretKeySpec secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * A key.
     *
     * @param id names it, not secret
     * @param secret at least 32 random bytes
     * @throws InvalidInputException if the id is blank or the secret too short
     */
    public static IdentityKey of(String id, byte[] secret) {
        if (id.isBlank() || secret.length < SHORTEST) {
            throw new InvalidInputException(
                    "An identity key has no id, or a secret of less than " + SHORTEST + " bytes.",
                    "Give it a name and " + SHORTEST + " bytes of a secure random generator.");
        }
        return new IdentityKey(id, new SecretKeySpec(secret, ALGORITHM));
    }

    /** Names the key. */
    public String id() {
        return id;
    }

    /** Vouches that whoever is reached at an address is this customer of the shop; cut to the second. */
    public SignedIdentity sign(CustomerId customer, Address address, Instant expires) {
        Instant until = expires.truncatedTo(ChronoUnit.SECONDS);
        return new SignedIdentity(
                requireNonNull(customer, "customer"), address, id, until, signature(customer, address, until));
    }

    /** Whether this key has signed it, as it stands. Takes the same time whatever is wrong. */
    public boolean signed(SignedIdentity identity) {
        String expected = signature(identity.customer(), identity.address(), identity.expires());
        return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        identity.signature().getBytes(StandardCharsets.UTF_8))
                && identity.keyId().equals(id);
    }

    private String signature(CustomerId customer, Address address, Instant expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(canonical(customer, address, expires)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }

    /** Each part with its length in bytes before it, so that no part can be taken for the beginning of the next. */
    private byte[] canonical(CustomerId customer, Address address, Instant expires) {
        String channel = address instanceof AccountAddress account ? account.channel() : "";
        String kind = address instanceof AccountAddress ? "account" : "email";
        StringBuilder text = new StringBuilder(FORM);
        for (String part : List.of(
                id, customer.value(), kind, channel, address.value(), Long.toString(expires.getEpochSecond()))) {
            text.append('\n')
                    .append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "IdentityKey " + id;
    }
}
