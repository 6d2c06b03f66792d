package dev.heed.html;

import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;

/** HTML in which every reader sees the same: what of it may be sent, and what a reader sees. Immutable and thread-safe. */
public final class VisibleHtml {
    private final String kept;
    private final String text;

    private VisibleHtml(String kept, String text) {
        this.kept = kept;
        this.text = text;
    }

    /**
     * Reads HTML once, without repairing it.
     *
     * @throws InvalidInputException if it is not well-formed or not allowed, with the position
     * @throws RefusedException with {@code SIGNATURE_NOT_PERSONAL} if it can hide text
     */
    public static VisibleHtml read(String source) {
        Scanner scanner = new Scanner(source);
        String text = scanner.visibleText();
        return new VisibleHtml(scanner.withoutUnseen(), text);
    }

    /** The source without comments, style sheets and the document around the body; otherwise unchanged. */
    public String kept() {
        return kept;
    }

    /**
     * What a reader sees: blocks on lines of their own, pictures by their alternative text, quotations of mail programs
     * behind {@code >}.
     */
    public String text() {
        return text;
    }

    /** Whether a line of {@link #text()} shows nothing but a picture without words. */
    public static boolean isPicture(String line) {
        return line.indexOf(VisibleText.PICTURE) >= 0
                && line.chars().allMatch(c -> c == VisibleText.PICTURE || Character.isWhitespace(c) || c == '\u00a0');
    }
}
