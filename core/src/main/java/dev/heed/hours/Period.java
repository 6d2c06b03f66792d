package dev.heed.hours;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * Opening hours that go on without a break; half-open.
 *
 * @param open the first instant of them
 * @param close the first instant behind them
 */
public record Period(Instant open, Instant close) {
    /** Both are there. */
    public Period {
        requireNonNull(open, "open");
        requireNonNull(close, "close");
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.between(open, close);
    }
}
