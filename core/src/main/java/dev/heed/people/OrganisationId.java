package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names an organisation for the program. Chosen by the shop.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record OrganisationId(String value) {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public OrganisationId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of an organisation is blank.", "Use the shop's own number for it.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "The id of an organisation", value.length(), LONGEST, "Use the shop's own number for it.");
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
