package dev.heed;

import dev.heed.spi.id.IdSource;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs of version 7 from a secure generator, which is slow to load and made only for the first id, and slow to ask and
 * asked for many at once. Thread-safe.
 */
final class LazyIds implements IdSource {
    private static final int BYTES_AT_ONCE = 1024;

    private final IdSource source = IdSource.version7(this::nextLong);
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES_AT_ONCE).limit(0);
    private @Nullable SecureRandom random;

    @Override
    public UUID next(Instant now) {
        return source.next(now);
    }

    private synchronized long nextLong() {
        if (!bytes.hasRemaining()) {
            if (random == null) {
                random = new SecureRandom();
            }
            random.nextBytes(bytes.array());
            bytes.clear();
        }
        return bytes.getLong();
    }
}
