package dev.heed.spi.store;

import java.time.Instant;

/**
 * Something a channel received and could not turn into a message. Immutable.
 */
public final class UnreadableInbound {
    private final InboundKey key;
    private final Instant receivedAt;
    private final String problem;
    private final byte[] raw;

    /**
     * Keeps a copy of the bytes.
     *
     * @param key what makes it the same when it is received again
     * @param receivedAt when
     * @param problem why it could not be read, without its words
     * @param raw the bytes as they came
     */
    public UnreadableInbound(InboundKey key, Instant receivedAt, String problem, byte[] raw) {
        this.key = key;
        this.receivedAt = receivedAt;
        this.problem = problem;
        this.raw = raw.clone();
    }

    /** What makes it the same when it is received again. */
    public InboundKey key() {
        return key;
    }

    /** When it was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Why it could not be read. */
    public String problem() {
        return problem;
    }

    /** A copy of the bytes as they came. */
    public byte[] raw() {
        return raw.clone();
    }

    @Override
    public String toString() {
        return "Unreadable on " + key.channel() + " at " + receivedAt + ": " + problem;
    }
}
