package dev.heed;

import dev.heed.spi.id.IdSource;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs of version 7 from a secure generator, which is slow to load and made only for the first id. Thread-safe. */
final class LazyIds implements IdSource {
    private @Nullable IdSource source;

    @Override
    public UUID next(Instant now) {
        return source().next(now);
    }

    private synchronized IdSource source() {
        if (source == null) {
            source = IdSource.version7(new SecureRandom());
        }
        return source;
    }
}
