package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something in the systems of the shop that a ticket is about: an order, a payment, a product. Two are equal whatever the
 * case of their letters and the spaces around them.
 *
 * @param kind what it is
 * @param id how people write it, without spaces around it, in normal form NFC; 1 to {@value #LONGEST} code points
 */
public record Reference(ReferenceKind kind, String id) implements Comparable<Reference> {
    /** How many code points an id can have. */
    public static final int LONGEST = 200;

    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::kind).thenComparing(Reference::key);

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the id is blank, longer, or has control characters, line breaks, directions of
     *     writing, halves of surrogate pairs or other characters without a shape
     */
    public Reference {
        requireNonNull(kind, "kind");
        id = PlainText.line(id, "The id of a reference", LONGEST);
    }

    /** An order of the shop. */
    public static Reference order(String id) {
        return new Reference(ReferenceKind.ORDER, id);
    }

    /** A payment, a refund or an invoice. */
    public static Reference payment(String id) {
        return new Reference(ReferenceKind.PAYMENT, id);
    }

    /** Something that is sold. */
    public static Reference product(String id) {
        return new Reference(ReferenceKind.PRODUCT, id);
    }

    /** What ids are compared by: the id in lower case. */
    public String key() {
        return Normalizer.normalize(id.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reference that && kind.equals(that.kind) && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + key().hashCode();
    }

    /** Says of which kind, not which: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Reference to " + kind;
    }
}
