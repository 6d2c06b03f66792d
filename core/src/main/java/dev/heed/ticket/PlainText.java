package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import java.text.Normalizer;
import java.util.Locale;

/** What may stand in names that people read and programs compare: one visible line, spelled in one way. */
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;
    /** Composed or not, no text is shortened by more. */
    private static final int MOST_UNITS_FOR_ONE = 8;

    private PlainText() {}

    /**
     * The line without spaces around it, in normal form NFC.
     *
     * @param what how it is called in messages, for example {@code A tag}
     * @param longest in code points
     * @throws InvalidInputException if nothing of it can be seen, it is longer, or has characters that no name needs:
     *     control characters, line breaks, directions of writing, halves of surrogate pairs and others without a shape
     */
    static String line(String text, String what, int longest) {
        if (text.length() > (long) longest * MOST_UNITS_FOR_ONE) {
            throw tooLong(what, longest);
        }
        String line = Normalizer.normalize(strip(text), Normalizer.Form.NFC);
        if (line.codePoints().noneMatch(PlainText::isVisible)) {
            throw new InvalidInputException(what + " has no characters that can be seen.", "Give it some.");
        }
        if (line.codePointCount(0, line.length()) > longest) {
            throw tooLong(what, longest);
        }
        line.codePoints().filter(c -> !isAllowed(c)).findFirst().ifPresent(c -> {
            throw new InvalidInputException(
                    what + " has the character " + codePoint(c) + ", which has no place in one.",
                    "Leave out control characters, line breaks, directions of writing and halves of surrogate pairs.");
        });
        return line;
    }

    /**
     * Text of several lines without spaces around it, in normal form NFC, with one kind of line break. Other control
     * characters, and halves of surrogate pairs, are replaced.
     */
    static String lines(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> mended.appendCodePoint(mended(c)));
        return strip(Normalizer.normalize(strip(mended.toString()), Normalizer.Form.NFC));
    }

    private static int mended(int c) {
        boolean keeps = c == '\n' || c == '\t' || !(Character.isISOControl(c) || isHalf(c));
        return keeps ? c : REPLACEMENT;
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }

    private static InvalidInputException tooLong(String what, int longest) {
        return new InvalidInputException(
                what + " has more than " + longest + " characters.",
                "Give a shorter one; " + longest + " are the most.");
    }

    /** Of all that is a space, no-break spaces too. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isVisible(int c) {
        return !isFormat(c) && !Character.isISOControl(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    /** Emoji and some scripts need joiners. */
    private static boolean isAllowed(int c) {
        int type = Character.getType(c);
        return c == ZERO_WIDTH_JOINER
                || c == ZERO_WIDTH_NON_JOINER
                || !(isFormat(c)
                        || Character.isISOControl(c)
                        || isHalf(c)
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    /** As Unicode writes it, for example U+202E. */
    private static String codePoint(int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
