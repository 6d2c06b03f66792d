package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Names a {@link CustomField} for the program; stays the same when people call it otherwise.
 *
 * @param value a lower-case letter, then at most 63 lower-case letters, digits, dots, hyphens and underscores
 */
public record FieldKey(String value) implements Comparable<FieldKey> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not of that form
     */
    public FieldKey {
        if (!isOne(value)) {
            throw new InvalidInputException(
                    "The key of a field is not of the form " + FORM + ".",
                    "Name it with lower-case letters, digits, dots, hyphens and underscores, for example serial-number.");
        }
    }

    static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    /** Short for the constructor. */
    public static FieldKey of(String value) {
        return new FieldKey(value);
    }

    @Override
    public int compareTo(FieldKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
