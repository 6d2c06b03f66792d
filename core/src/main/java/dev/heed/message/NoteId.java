package dev.heed.message;

import dev.heed.error.InvalidInputException;

/**
 * Names a note inside a desk.
 *
 * @param value not blank
 */
public record NoteId(String value) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank
     */
    public NoteId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of a note is blank.", "Pass the id on as it was received.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
