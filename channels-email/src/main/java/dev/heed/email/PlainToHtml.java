package dev.heed.email;

import com.google.common.base.Splitter;
import com.google.common.html.HtmlEscapers;
import java.util.regex.Pattern;

/** Plain text as HTML that looks the same: blank lines part paragraphs, line breaks stay, all else is escaped. */
final class PlainToHtml {

    private static final Splitter PARAGRAPHS =
            Splitter.on(Pattern.compile("\n\n+")).omitEmptyStrings();

    private PlainToHtml() {}

    /**
     * Zero or more {@code <p>} elements.
     *
     * @param text any text, lines may end with CRLF
     */
    static String convert(String text) {
        StringBuilder html = new StringBuilder();
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (String paragraph : PARAGRAPHS.split(lines.strip())) {
            String escaped = HtmlEscapers.htmlEscaper().escape(paragraph);
            html.append("<p>")
                    .append(escaped.replace("  ", "\u00A0 ").replace("\n", "<br />\n"))
                    .append("</p>\n");
        }
        return html.toString();
    }
}
