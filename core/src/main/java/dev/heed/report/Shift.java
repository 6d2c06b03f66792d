package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;

/**
 * People who are there together.
 *
 * @param hours when
 * @param people how many, from 1 to 100,000
 */
public record Shift(BusinessHours hours, int people) {
    private static final int MOST = 100_000;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if there is nobody, or are too many
     */
    public Shift {
        requireNonNull(hours, "hours");
        if (people < 1 || people > MOST) {
            throw new InvalidInputException(
                    "A shift has " + people + " people.", "Give it one to " + MOST + ", or leave it out.");
        }
    }
}
