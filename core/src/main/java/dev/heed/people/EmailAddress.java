package dev.heed.people;

import dev.heed.error.InvalidInputException;
import java.net.IDN;
import java.util.Locale;

/**
 * An e-mail address (RFC 5321 {@code local@domain}, international ones included), compared without regard to case.
 *
 * @param value in lower case
 */
public record EmailAddress(String value) implements Address {
    private static final int LONGEST = 320;
    private static final String FORBIDDEN = "<>()[],;:\\\"";

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is no address; the message does not repeat it
     */
    public EmailAddress {
        value = asciiDomain(value.strip().toLowerCase(Locale.ROOT));
        int at = value.lastIndexOf('@');
        if (at < 1
                || at == value.length() - 1
                || value.indexOf('@') != at
                || value.length() > LONGEST
                || hasForbidden(value)) {
            throw new InvalidInputException(
                    "An e-mail address is not of the form local@domain.",
                    "Give the bare address, without a display name or angle brackets.");
        }
    }

    /** One domain has one spelling: müller.example is xn--mller-kva.example (RFC 5891). */
    private static String asciiDomain(String address) {
        int at = address.lastIndexOf('@');
        try {
            return at < 0 || isAscii(address, at)
                    ? address
                    : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static boolean isAscii(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasForbidden(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isForbidden(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || FORBIDDEN.indexOf(c) >= 0;
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

    /** Says that it is one, not which: this is what ends up in logs. */
    @Override
    public String toString() {
        return "EmailAddress";
    }

    /** Spelled out: a record's own is linked at its first call, which every start of a desk would wait for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
