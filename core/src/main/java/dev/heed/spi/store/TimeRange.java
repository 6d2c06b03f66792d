package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time. Instants count to the microsecond, what is finer is cut off.
 *
 * @param from its first instant; empty if it has no beginning
 * @param until the instant after its last one; empty if it has no end
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> until) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it has neither beginning nor end, or ends before it begins
     */
    public TimeRange {
        if (from.isEmpty() && until.isEmpty()) {
            throw new InvalidInputException(
                    "A range of time has neither beginning nor end.", "Give one of them, or leave the range out.");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new InvalidInputException(
                    "A range of time ends at " + until.get() + ", before or when it begins.",
                    "Name the beginning first, then the end.");
        }
    }

    /** All from an instant on. */
    public static TimeRange from(Instant first) {
        return new TimeRange(Optional.of(first), Optional.empty());
    }

    /** All before an instant. */
    public static TimeRange until(Instant end) {
        return new TimeRange(Optional.empty(), Optional.of(end));
    }

    /** All from an instant on and before another. */
    public static TimeRange between(Instant first, Instant end) {
        return new TimeRange(Optional.of(first), Optional.of(end));
    }

    /** Whether an instant lies in it. */
    public boolean contains(Instant instant) {
        long micros = SortBy.micros(instant);
        return from.filter(first -> micros < SortBy.micros(first)).isEmpty()
                && until.filter(end -> micros >= SortBy.micros(end)).isEmpty();
    }
}
