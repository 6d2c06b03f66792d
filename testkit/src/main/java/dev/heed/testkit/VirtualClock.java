package dev.heed.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until it is moved. Thread-safe. */
public final class VirtualClock implements InstantSource {
    private volatile Instant now;

    private VirtualClock(Instant start) {
        now = start;
    }

    /** A clock that shows this instant. */
    public static VirtualClock at(Instant start) {
        return new VirtualClock(start);
    }

    /** A clock that shows this instant, for example {@code 2026-03-02T09:00:00Z}. */
    public static VirtualClock at(String start) {
        return new VirtualClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass; a negative duration turns the clock back. */
    public synchronized VirtualClock advance(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Puts the clock to an instant, earlier or later. */
    public synchronized VirtualClock setTo(Instant instant) {
        now = instant;
        return this;
    }
}
