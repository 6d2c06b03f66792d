package dev.heed.people;

import com.google.common.base.CharMatcher;
import dev.heed.error.InvalidInputException;
import java.util.Locale;

/**
 * An e-mail address (RFC 5321 {@code local@domain}, international ones included), compared without regard to case.
 *
 * @param value in lower case
 */
public record EmailAddress(String value) implements Address {
    private static final int LONGEST = 320;
    private static final CharMatcher FORBIDDEN = CharMatcher.whitespace()
            .or(CharMatcher.javaIsoControl())
            .or(CharMatcher.forPredicate(c -> Character.getType(c) == Character.FORMAT))
            .or(CharMatcher.anyOf("<>()[],;:\\\""));

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is no address; the message does not repeat it
     */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        int at = value.lastIndexOf('@');
        if (at < 1
                || at == value.length() - 1
                || value.indexOf('@') != at
                || value.length() > LONGEST
                || FORBIDDEN.matchesAnyOf(value)) {
            throw new InvalidInputException(
                    "An e-mail address is not of the form local@domain.",
                    "Give the bare address, without a display name or angle brackets.");
        }
    }

    /** Short for the constructor. */
    public static EmailAddress of(String value) {
        return new EmailAddress(value);
    }

    /** The part before the at sign. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** The part after the at sign. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }
}
