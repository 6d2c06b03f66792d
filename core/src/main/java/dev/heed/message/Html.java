package dev.heed.message;

import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import dev.heed.html.VisibleHtml;

/**
 * HTML an agent wrote that says the same to every reader: well-formed, without scripts, and without hidden text. It is
 * checked against an allow-list and never repaired. Immutable and thread-safe.
 *
 * <p>Allowed are paragraphs, headings, lists, tables, quotations, code, emphasis, links (http, https, mailto, tel, sms) and
 * pictures (https, cid), with harmless attributes and styles that leave text where it stands, in a size and a colour in
 * which it can be told from its background. The page itself is taken to be white.
 *
 * <p>Dropped, and nothing else, are: comments, with what is between {@code <!--} and {@code -->}; marks of Word and of
 * documents ({@code <![if …]>}, {@code <![endif]>}, {@code <!doctype …>}, {@code <?xml …>}); the elements {@code style} and
 * {@code title} with their content; the tags of {@code html}, {@code head}, {@code body}, {@code meta} and {@code link}
 * with their attributes, so that a colour or a background of the body is not sent.
 */
public final class Html {
    private final String source;
    private final String text;

    private Html(VisibleHtml html) {
        this.source = html.kept();
        this.text = html.text();
    }

    /**
     * Checks HTML.
     *
     * @throws InvalidInputException if it is not well-formed or not allowed, with the position
     * @throws RefusedException with {@code SIGNATURE_NOT_PERSONAL} if it can hide text from the customer, or if a style
     *     sheet that is dropped could
     */
    public static Html parse(String source) {
        return new Html(VisibleHtml.read(source));
    }

    /** What was written, without what is dropped. */
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
}
