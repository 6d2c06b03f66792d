package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names an organisation for the program. Chosen by the shop.
 *
 * @param value not blank
 */
public record OrganisationId(String value) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank
     */
    public OrganisationId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of an organisation is blank.", "Use the shop's own number for it.");
        }
    }

    /** Short for the constructor. */
    public static OrganisationId of(String value) {
        return new OrganisationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
