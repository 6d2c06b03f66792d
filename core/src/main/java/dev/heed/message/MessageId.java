package dev.heed.message;

import dev.heed.error.InvalidInputException;

/**
 * Names a message inside a desk.
 *
 * @param value not blank
 */
public record MessageId(String value) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank
     */
    public MessageId {
        if (value.isBlank()) {
            throw new InvalidInputException("A message id is blank.", "Pass the id on as it was received.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
