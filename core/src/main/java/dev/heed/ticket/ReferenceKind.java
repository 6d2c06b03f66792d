package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * What a {@link Reference} leads to. A shop can have kinds of its own.
 *
 * @param value a lower-case letter, then at most 31 lower-case letters, digits and hyphens
 */
public record ReferenceKind(String value) implements Comparable<ReferenceKind> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}"); // before the constants, which need it

    /** An order of the shop. */
    public static final ReferenceKind ORDER = new ReferenceKind("order");
    /** A payment, a refund or an invoice. */
    public static final ReferenceKind PAYMENT = new ReferenceKind("payment");
    /** Something that is sold. */
    public static final ReferenceKind PRODUCT = new ReferenceKind("product");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not of that form
     */
    public ReferenceKind {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "A kind of reference is not of the form " + FORM + ".",
                    "Name it with lower-case letters, digits and hyphens, for example shipment.");
        }
    }

    /** Short for the constructor. */
    public static ReferenceKind of(String value) {
        return new ReferenceKind(value);
    }

    @Override
    public int compareTo(ReferenceKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
