package dev.heed.message;

import dev.heed.error.InvalidInputException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names something that a customer can provide, or a step that a customer can try: {@code order-number}, {@code
 * restart-router}. The same name stands on the fact sheet of a ticket, in a reply that asks or suggests, and in a playbook.
 *
 * @param value words of small letters and digits, joined by hyphens; at most 64 characters
 */
public record FactKey(String value) implements Comparable<FactKey> {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}]+(-[\\p{L}\\p{Nd}]+)*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not in the form that {@link #of} gives
     */
    public FactKey {
        if (value.length() > LONGEST || !FORM.matcher(value).matches() || !value.equals(small(value))) {
            throw new InvalidInputException(
                    "A name of a fact or step is not in small letters and digits joined by hyphens, or is longer than "
                            + LONGEST + " characters.",
                    "Make it with FactKey.of(…), which puts “Order number” into the form order-number.");
        }
    }

    /**
     * The key in these words: “Order number” is {@code order-number}. Accents do not count.
     *
     * @throws InvalidInputException if there is no letter and no digit in it, or if it is too long
     */
    public static FactKey of(String words) {
        String joined = BETWEEN.matcher(small(words)).replaceAll("-");
        int from = joined.startsWith("-") ? 1 : 0;
        int to = joined.endsWith("-") && joined.length() > 1 ? joined.length() - 1 : joined.length();
        return new FactKey(joined.substring(Math.min(from, to), to));
    }

    private static String small(String words) {
        String bare =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    /** In the order of their letters. */
    @Override
    public int compareTo(FactKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
