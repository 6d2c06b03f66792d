package dev.heed.message;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import java.util.List;
import java.util.Optional;

/**
 * HTML an agent wrote that says the same to every reader: well-formed, without scripts, and without hidden text. It is
 * checked against an allow-list and never repaired, so {@link #source()} is what was written without what nobody sees
 * (comments, the document around the body, style sheets), and {@link #text()} is what a reader sees of it. Immutable and
 * thread-safe.
 *
 * <p>Allowed are paragraphs, headings, lists, tables, quotations, code, emphasis, links (http, https, mailto, tel, sms) and
 * pictures (https, cid), with harmless attributes and styles that leave text where it stands, in a size and a colour in
 * which it can be told from its background. The page itself is taken to be white.
 */
public final class Html {
    /** Stands in {@link #text()} for a picture without alternative text. */
    static final char PICTURE = '\uFFFC';

    private final String source;
    private final String text;

    private Html(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /**
     * Checks HTML.
     *
     * @throws InvalidInputException if it is not well-formed or not allowed, with the position
     * @throws RefusedException with {@code SIGNATURE_NOT_PERSONAL} if it can hide text from the customer
     */
    public static Html parse(String source) {
        HtmlScanner scanner = new HtmlScanner(source);
        String text = scanner.visibleText();
        return new Html(scanner.withoutUnseen(), text);
    }

    /** What was written, without comments, style sheets and the document around the body. */
    public String source() {
        return source;
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
        return line.indexOf(PICTURE) >= 0
                && line.chars().allMatch(c -> c == PICTURE || Character.isWhitespace(c) || c == '\u00a0');
    }

    static InvalidInputException invalid(String problem, int position) {
        return new InvalidInputException(
                "The HTML of a reply is not allowed at position " + position + ": " + problem,
                "Use paragraphs, lists, tables, links, pictures and emphasis, well nested, or write plain text.");
    }

    static RefusedException hides(String source, HtmlSight.Cause cause) {
        int to = Math.min(cause.end(), source.length());
        return new RefusedException(List.of(new Finding(
                PracticeCode.SIGNATURE_NOT_PERSONAL,
                "The HTML of the reply can hide text: " + cause.what() + " What the customer cannot see does not sign.",
                Optional.of(new Finding.Span(cause.start(), to, source.substring(cause.start(), to))),
                "Leave it out, or give the text a colour, size and place in which it is seen; the visible signature is "
                        + "added by Heed.")));
    }
}
