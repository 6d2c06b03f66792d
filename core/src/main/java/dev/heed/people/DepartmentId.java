package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names a department for the program. Chosen by the shop, stable, never shown to customers.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record DepartmentId(String value) implements Addressee {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public DepartmentId {
        if (value.isBlank()) {
            throw new InvalidInputException("The id of a department is blank.", "Use a short word, such as shipping.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "The id of a department", value.length(), LONGEST, "Use a short word, such as shipping.");
        }
    }

    /** Short for the constructor. */
    public static DepartmentId of(String value) {
        return new DepartmentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
