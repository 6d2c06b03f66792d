package dev.heed.spi.channel;

/** Where channels hand over what comes in. Given by the desk; thread-safe. */
public interface Inbox {
    /**
     * Takes a message durably. When it returns, the message is stored, now or before, and may be acknowledged to the
     * outside.
     *
     * @throws dev.heed.error.StoreException if it could not be stored; do not acknowledge it
     */
    Receipt receive(InboundMessage message);

    /**
     * Keeps bytes that could not be made a message, for people to look at.
     *
     * @param externalId what makes them the same when they are received again
     * @param problem why they could not be read, without their words
     * @param raw the bytes as they came
     * @throws dev.heed.error.StoreException if they could not be kept; do not acknowledge them
     */
    void keepUnreadable(String externalId, String problem, byte[] raw);
}
