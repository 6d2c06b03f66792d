package dev.heed.html;

import java.util.regex.Pattern;

/** Collects what a reader sees, as lines: blanks run together, blocks on lines of their own, quotations marked. */
final class VisibleText {
    /** A line of blanks that do not break, or of characters without width, is empty to the eye. */
    private static final Pattern EMPTY_LINE = Pattern.compile("(?m)^[\\h\\p{Cf}]++$");

    /** At the end of a line they do nothing; the web version of Outlook leaves them there. */
    private static final Pattern WITHOUT_WIDTH = Pattern.compile("(?m)(?<![\\u200b\\ufeff])[\\u200b\\ufeff]++$");

    /** Stands for a picture without alternative text. */
    static final char PICTURE = '\uFFFC';

    private static final String QUOTE = "> ";

    private final StringBuilder text = new StringBuilder();
    private int quotes;

    /** One character; {@code preformatted} where blanks and line feeds are kept. */
    void character(char c, boolean preformatted) {
        if (preformatted && c != '\r') {
            beginLine();
            text.append(c);
        } else if (!Character.isWhitespace(c)) {
            beginLine();
            text.append(c);
        } else if (!atBeginning() && !endsWith(' ')) {
            text.append(' ');
        }
    }

    void words(String words) {
        beginLine();
        text.append(words);
    }

    /** Ends the line, even an empty one. */
    void newLine() {
        trim();
        text.append('\n');
    }

    /** Goes to the beginning of a line. */
    void block() {
        trim();
        if (!atBeginning()) {
            text.append('\n');
        }
    }

    void endCell() {
        text.append(' ');
    }

    void beginQuote() {
        quotes++;
    }

    void endQuote() {
        quotes--;
    }

    /** All lines, without empty ones at either end. */
    String lines() {
        String seen = EMPTY_LINE.matcher(text).replaceAll("");
        return WITHOUT_WIDTH.matcher(seen).replaceAll("").strip();
    }

    private void beginLine() {
        if (quotes > 0 && atBeginning()) {
            text.append(QUOTE);
        }
    }

    private void trim() {
        while (endsWith(' ')) {
            text.setLength(text.length() - 1);
        }
    }

    private boolean atBeginning() {
        return text.isEmpty() || endsWith('\n');
    }

    private boolean endsWith(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }
}
