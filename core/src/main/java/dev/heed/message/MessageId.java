package dev.heed.message;

import dev.heed.error.InvalidInputException;

/**
 * Names a message inside a desk.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record MessageId(String value) {
    /** How long it is at most, in UTF-16 units: as long as a Message-ID of a mail, by which what was taken over may be named. */
    public static final int LONGEST = 998;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public MessageId {
        if (value.isBlank()) {
            throw new InvalidInputException("A message id is blank.", "Pass the id on as it was received.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "A message id", value.length(), LONGEST, "Pass the id on as it was received.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
