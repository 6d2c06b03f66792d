package dev.heed.report;

import dev.heed.error.InvalidInputException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Times that were measured. Immutable and thread-safe.
 *
 * @param sorted the shortest first
 */
public record Times(List<Duration> sorted) {
    /** Keeps a sorted copy. */
    public Times {
        sorted = sorted.stream().sorted().toList();
    }

    /** Of these, in any order. */
    public static Times of(Collection<Duration> times) {
        return new Times(List.copyOf(times));
    }

    /** How many there are. */
    public int count() {
        return sorted.size();
    }

    /** The 50th percentile; empty if there are none. Of an even number of times it is the shorter one of the two in the middle. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /**
     * The shortest of these times that so many percent of them do not exceed: the nearest rank, {@code ceil(percent * count / 100)},
     * without interpolation, so that it is always a time that was measured. Empty if there are none.
     *
     * @param percent from 1 to 100
     * @throws InvalidInputException for any other number
     */
    public Optional<Duration> percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new InvalidInputException(
                    "A percentile of " + percent + " was asked for.", "Ask for one from 1 to 100.");
        }
        long rank = ((long) percent * sorted.size() + 99) / 100;
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((int) rank - 1));
    }

    /** Without the times: these can be many. */
    @Override
    public String toString() {
        return count() + " times, median " + median().map(Duration::toString).orElse("none");
    }
}
