package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.Ticket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where a page of tickets ended. What stands in it is nobody's business but the store's; a program hands it on as the text
 * it is. It is good for the very same search alone, for as long as one likes, in every process. Immutable.
 *
 * @param value letters, digits, hyphens and underscores
 */
public record Cursor(String value) {
    private static final byte VERSION = 1;
    private static final int CHECKED = 1 + 3 * Long.BYTES;
    private static final int LENGTH = CHECKED + Integer.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not as a store has made it
     */
    public Cursor {
        decoded(value);
    }

    /** The text as a cursor; refuses as the constructor does. */
    public static Cursor of(String value) {
        return new Cursor(value);
    }

    /**
     * Where a ticket stands.
     *
     * @param key what it is sorted by: {@link SortBy#key}
     * @param number its own
     */
    public record Position(long key, long number) {
        /** Whether something that stands there comes after this. */
        boolean isBefore(long otherKey, long otherNumber, boolean descending) {
            int compared = otherKey == key ? Long.compare(otherNumber, number) : Long.compare(otherKey, key);
            return descending ? compared < 0 : compared > 0;
        }
    }

    /** For stores: right behind this ticket among those of a search. */
    public static Cursor behind(Ticket ticket, TicketSearch search) {
        return behind(new Position(search.order().key(ticket, search.descending()), ticket.number()), search);
    }

    /** Right behind a place among those of a search, for who sorts two searches alike. */
    public static Cursor at(Position position, TicketSearch search) {
        return behind(position, search);
    }

    static Cursor behind(Position position, TicketSearch search) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(search.fingerprint())
                .putLong(position.key())
                .putLong(position.number());
        bytes.putInt(checksum(bytes.array()));
        return new Cursor(ENCODER.encodeToString(bytes.array()));
    }

    /**
     * For stores: what the next page begins behind.
     *
     * @throws InvalidInputException if the cursor is of another search
     */
    public Position position(TicketSearch search) {
        ByteBuffer bytes = decoded(value);
        bytes.get();
        if (bytes.getLong() != search.fingerprint()) {
            throw new InvalidInputException(
                    "The cursor is of another search.",
                    "Search without a cursor, and go on with the one that page has.");
        }
        return new Position(bytes.getLong(), bytes.getLong());
    }

    private static ByteBuffer decoded(String value) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(value);
            boolean sound = bytes.length == LENGTH
                    && bytes[0] == VERSION
                    && ByteBuffer.wrap(bytes).getInt(CHECKED) == checksum(bytes)
                    && ENCODER.encodeToString(bytes).equals(value);
            if (sound) {
                return ByteBuffer.wrap(bytes);
            }
        } catch (IllegalArgumentException e) {
            // is said below
        }
        throw new InvalidInputException(
                "A cursor is not as it was handed out.", "Hand on the whole text of the last page's, or begin anew.");
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, CHECKED);
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return value;
    }
}
