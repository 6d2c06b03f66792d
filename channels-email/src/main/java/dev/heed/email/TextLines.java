package dev.heed.email;

/** Text that grows line by line, with collapsed white space and marks of quotation. Not thread-safe. */
final class TextLines {

    private static final String QUOTE_MARK = "> ";
    private static final int MAX_MARKS = 20;

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int lastQuotes;
    private int breaks;
    private boolean blank;
    private boolean lineStarted;

    /**
     * Adds text to the line.
     *
     * @param exact whether white space and line ends of the content are kept
     */
    void append(String content, boolean exact) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (exact && c == '\n') {
                lineBreak();
            } else if (exact && c == ' ') {
                startLine();
                text.append(c);
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
                blank = lineStarted;
            } else if (!Character.isISOControl(c)) {
                startLine();
                text.append(c);
            }
        }
    }

    /** Ends the line, also an empty one. */
    void lineBreak() {
        breaks = Math.min(breaks + 1, 3);
        lineStarted = false;
        blank = false;
    }

    /** Ends the line if anything stands on it. */
    void endLine() {
        if (lineStarted) {
            lineBreak();
        }
    }

    /** Ends the line and leaves a blank line before the next. */
    void endParagraph() {
        endLine();
        breaks = Math.max(breaks, 2);
    }

    /** One level of quotation more or less, from the next line on. */
    void quote(int levels) {
        quotes += levels;
    }

    private void startLine() {
        if (lineStarted) {
            if (blank) {
                text.append(' ');
            }
            blank = false;
            return;
        }
        String marks = QUOTE_MARK.repeat(Math.min(quotes, MAX_MARKS));
        if (!text.isEmpty()) {
            String between = QUOTE_MARK
                    .repeat(Math.min(Math.min(quotes, lastQuotes), MAX_MARKS))
                    .stripTrailing();
            for (int i = 1; i < breaks; i++) {
                text.append('\n').append(between);
            }
            text.append('\n');
        }
        text.append(marks);
        lastQuotes = quotes;
        breaks = 0;
        blank = false;
        lineStarted = true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
