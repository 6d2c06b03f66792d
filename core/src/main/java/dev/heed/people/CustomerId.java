package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names a customer for the program: the shop's own customer number, or one Heed made for a stranger.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record CustomerId(String value) {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public CustomerId {
        if (value.isBlank()) {
            throw new InvalidInputException("A customer id is blank.", "Use the shop's customer number.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "A customer id", value.length(), LONGEST, "Use the shop's customer number.");
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
