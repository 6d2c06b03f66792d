package dev.heed.sla;

import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Working time between instants, the last answer kept: the clocks of a ticket are mostly stopped together, and had been started
 * together. Thread-safe.
 */
final class Elapsed {
    private record Answer(BusinessHours hours, Instant from, Instant to, Duration time) {}

    /** Whoever reads an old one, or none, reckons for herself. */
    private @Nullable Answer last;

    Duration between(BusinessHours hours, Instant from, Instant to) {
        Answer known = last;
        if (known != null && known.hours == hours && known.to.equals(to) && known.from.equals(from)) {
            return known.time;
        }
        Duration time = hours.between(from, to);
        last = new Answer(hours, from, to, time);
        return time;
    }
}
