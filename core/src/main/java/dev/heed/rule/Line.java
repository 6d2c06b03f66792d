package dev.heed.rule;

import dev.heed.error.Finding;
import org.jspecify.annotations.Nullable;

/** One line of a text; knows its words once they were asked for. Not thread-safe. */
final class Line {
    /** A line with more words is a sentence, whatever it ends with. */
    static final int LONGEST_CLOSING = 9;

    /** Nobody signs at greater length. */
    static final int LONGEST = 200;

    private static final int LONGEST_EXCLAMATION = 4;
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final String DECORATION = BLANKS + "*_~-–—•>";
    private static final String STOPS = ".?!…";
    private static final String FULL_STOPS = ".!?…)\"”»";
    private static final int LETTERS_BEFORE_STOP = 3;

    private final int start;
    private final String text;
    private @Nullable String beginning;
    private @Nullable Words words;

    /**
     * A line.
     *
     * @param start where it starts in the text
     * @param text its characters
     */
    Line(int start, String text) {
        this.start = start;
        this.text = text;
    }

    int start() {
        return start;
    }

    String text() {
        return text;
    }

    /** The words of its {@link #beginning}, without what decorates a line of a list. */
    Words words() {
        Words known = words;
        if (known == null) {
            String line = beginning();
            int from = 0;
            while (from < line.length() && DECORATION.indexOf(line.charAt(from)) >= 0) {
                from++;
            }
            known = Words.of(line.substring(from));
            words = known;
        }
        return known;
    }

    /** Whether a blank line stands between the other line, the one before, and this one. */
    boolean isApartFrom(Line before) {
        return start > before.start + before.text.length() + 1;
    }

    /** Where the line stands in the text, without the blanks around it. */
    Finding.Span span() {
        String shown = text.strip();
        int from = start + text.indexOf(shown);
        return new Finding.Span(from, from + shown.length(), shown);
    }

    boolean hasLetters() {
        String line = beginning();
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            if (Character.isLetter(line.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    boolean isSentence() {
        int count = words().size();
        return count > LONGEST_CLOSING
                || (count > LONGEST_EXCLAMATION && endsLikeASentence())
                || text.strip().length() > LONGEST;
    }

    /** "Your XYZ Team!" is a signature all the same. */
    boolean endsLikeASentence() {
        String line = beginning();
        int stop = lastSign(line);
        if (stop < 0 || STOPS.indexOf(line.charAt(stop)) < 0) {
            return false;
        }
        int at = stop;
        for (int letters = 0; letters < LETTERS_BEFORE_STOP; letters++) {
            if (at == 0 || !Character.isLetter(line.codePointBefore(at))) {
                return false;
            }
            at -= Character.charCount(line.codePointBefore(at));
        }
        return true;
    }

    /** Whether it ends with what ends a sentence, or with what closes a bracket or a quotation. */
    boolean endsWithFullStop() {
        return endsWithFullStop(beginning());
    }

    static boolean endsWithFullStop(String text) {
        int last = lastSign(text);
        return last >= 0 && FULL_STOPS.indexOf(text.charAt(last)) >= 0;
    }

    private static int lastSign(String text) {
        int last = text.length() - 1;
        while (last >= 0 && isBlank(text.charAt(last))) {
            last--;
        }
        return last;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Nobody signs at length, and patterns are only fast on short lines. */
    String beginning() {
        String known = beginning;
        if (known == null) {
            String stripped = text.strip();
            known = stripped.substring(0, Math.min(stripped.length(), LONGEST));
            beginning = known;
        }
        return known;
    }
}
