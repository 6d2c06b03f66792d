package dev.heed.spi.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Gives ids that are never given twice. Implementations are thread-safe. */
@FunctionalInterface
public interface IdSource {
    /** A new id; {@code now} may be used to make ids that sort by time. */
    UUID next(Instant now);

    /**
     * UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, 74 random ones.
     *
     * @param random thread-safe; a {@code SecureRandom} in production, a seeded generator in a simulation
     */
    static IdSource version7(RandomGenerator random) {
        return now -> {
            long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
            long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        };
    }
}
