package dev.heed.ticket;

import dev.heed.error.InvalidInputException;

/**
 * Names a draft inside a desk.
 *
 * @param value not blank
 */
public record DraftId(String value) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank
     */
    public DraftId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of a draft is blank.", "Pass the id on as it was received.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
