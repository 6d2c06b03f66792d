package dev.heed.report;

import dev.heed.error.InvalidInputException;
import java.util.OptionalDouble;

/**
 * How many of some were missed.
 *
 * @param decided how many there are of which it is known
 * @param missed how many of these were missed
 */
public record Share(long decided, long missed) {
    static final Share NONE = new Share(0, 0);

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if {@code missed} is negative, or there are fewer decided
     */
    public Share {
        if (missed < 0 || decided < missed) {
            throw new InvalidInputException(
                    missed + " of " + decided + " cannot be missed.", "Count those missed among those decided.");
        }
    }

    Share and(boolean wasMissed) {
        return new Share(decided + 1, missed + (wasMissed ? 1 : 0));
    }

    /** The rate, from 0 to 1, to be shown; empty if nothing is decided. Verdicts are found without it, in whole numbers. */
    public OptionalDouble rate() {
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) missed / decided);
    }

    /** Whether more than so many percent were missed; exactly so many are not more. */
    public boolean isAbove(int percent) {
        return missed * 100 > percent * decided;
    }

    /** Whether the rate is higher than another one by more than so many percentage points. */
    boolean isAbove(Share other, int points) {
        return missed * other.decided * 100 - other.missed * decided * 100 > points * decided * other.decided;
    }

    /** For people: {@code 3 of 40}. */
    @Override
    public String toString() {
        return missed + " of " + decided;
    }
}
