package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names a customer for the program: the shop's own customer number, or one Heed made for a stranger.
 *
 * @param value not blank
 */
public record CustomerId(String value) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank
     */
    public CustomerId {
        if (value.isBlank()) {
            throw new InvalidInputException("A customer id is blank.", "Use the shop's customer number.");
        }
    }

    /** Short for the constructor. */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
