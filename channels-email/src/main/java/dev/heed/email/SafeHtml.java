package dev.heed.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of strangers made safe to show: an allow-list of elements, attributes and CSS properties. No scripts, forms,
 * frames or style sheets, nothing that positions itself over the page, and no image that would tell its server that the
 * mail was read.
 */
final class SafeHtml {

    private static final Pattern IMAGE_SOURCE =
            Pattern.compile("(?i)cid:[^\\s\"'<>]+|data:image/(?:png|gif|jpe?g|webp|bmp);base64,[a-z0-9+/=\\s]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}%?");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9#-]{1,30}");

    private static final CssSchema STYLES = CssSchema.withProperties(List.of(
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-right",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "line-height",
            "list-style-type",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "vertical-align",
            "white-space"));

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonInlineFormattingElements()
            .allowCommonBlockElements()
            .allowElements(
                    "a", "img", "pre", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "center",
                    "dl", "dt", "dd", "font", "address", "section", "article", "header", "footer", "main", "q", "cite",
                    "abbr", "kbd", "samp", "mark")
            .allowTextIn("table", "tbody", "tr")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)(?:https?|mailto|tel):.*", Pattern.DOTALL))
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE_SOURCE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img", "a", "abbr")
            .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "start")
            .matching(NUMBER)
            .onElements("img", "table", "td", "th", "tr", "ol")
            .allowAttributes("align", "valign", "bgcolor", "color", "dir", "lang")
            .matching(WORD)
            .globally()
            .allowAttributes("type")
            .matching((element, attribute, value) ->
                    value.toLowerCase(Locale.ROOT).equals("cite") ? value : null)
            .onElements("blockquote")
            .allowStyling(STYLES)
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private SafeHtml() {}

    /**
     * A fragment for a body element, {@code ""} when nothing is left.
     *
     * @param html any text
     */
    static String sanitize(String html) {
        return POLICY.sanitize(html);
    }
}
