package dev.heed.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as microseconds since 1970, what is finer cut off, never rounded up. Stateless. */
final class Micros {
    private static final long A_SECOND = 1_000_000;
    private static final long NANOS = 1_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / A_SECOND - 1;

    private Micros() {}

    /** Times that no calendar of people reaches are all the same. */
    static long of(Instant instant) {
        long second = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, instant.getEpochSecond()));
        return second * A_SECOND + instant.getNano() / NANOS;
    }

    static @Nullable Long of(Optional<Instant> instant) {
        return instant.map(Micros::of).orElse(null);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * NANOS);
    }
}
