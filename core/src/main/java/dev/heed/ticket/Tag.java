package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A word or two by which people find tickets again. However it is written, it is kept without spaces around it, in lower
 * case and in normal form NFC, so that {@code " VIP"} and {@code "vip"} are one. In the order of their letters.
 *
 * @param value 1 to {@value #LONGEST} code points
 */
public record Tag(String value) implements Comparable<Tag> {
    /** How many code points one can have. */
    public static final int LONGEST = 64;

    /**
     * Normalises what it is given.
     *
     * @throws InvalidInputException if it is blank, longer, or has control characters, line breaks, directions of writing,
     *     halves of surrogate pairs or other characters without a shape; only joiners may stand in it
     */
    public Tag {
        String lower = PlainText.line(value, "A tag", LONGEST).toLowerCase(Locale.ROOT);
        value = PlainText.line(Normalizer.normalize(lower, Normalizer.Form.NFC), "A tag", LONGEST);
    }

    /** Short for the constructor. */
    public static Tag of(String value) {
        return new Tag(value);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    /** Says that it is one, not which: people write what they like into them, and this is what ends up in logs. */
    @Override
    public String toString() {
        return "Tag";
    }
}
