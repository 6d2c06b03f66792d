package dev.heed.people;

import dev.heed.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Which support a customer has a right to. Everybody has {@link #BASE}.
 *
 * @param value 1 to 64 lower-case letters, digits, dots or hyphens
 */
public record Tier(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /** What everybody has who has nothing else; never empty (P70). */
    public static final Tier BASE = new Tier("base");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it has another form
     */
    public Tier {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "A support tier is named '" + value + "'.",
                    "Use up to 64 lower-case letters, digits, dots and hyphens, a letter or digit first.");
        }
    }

    /** Short for the constructor. */
    public static Tier of(String value) {
        return new Tier(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
