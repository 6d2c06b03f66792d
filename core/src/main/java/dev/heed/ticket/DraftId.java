package dev.heed.ticket;

import dev.heed.error.InvalidInputException;

/**
 * Names a draft inside a desk.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record DraftId(String value) {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public DraftId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of a draft is blank.", "Pass the id on as it was received.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "The id of a draft", value.length(), LONGEST, "Pass the id on as it was received.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
