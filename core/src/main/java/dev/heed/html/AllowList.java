package dev.heed.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@link VisibleHtml} allows. Whatever is not named here is refused. */
final class AllowList {
    static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col", "meta", "link");
    static final Set<String> BLOCKS = Set.of(
            ("p div ul ol li blockquote pre table thead tbody tfoot tr caption colgroup h1 h2 h3 h4 h5 h6 hr dl dt dd "
                            + "address center section article header footer main aside figure figcaption")
                    .split(" "));
    /** Nobody sees them, so their tags are left out of what is sent. */
    static final Set<String> UNSEEN = Set.of("html", "head", "body", "meta", "link", "title", "style");

    private static final Set<String> INLINE = Set.of(
            ("span br wbr a b strong i em u s del ins strike sub sup small big code kbd samp var tt th td img col "
                            + "font mark cite q abbr time bdi label nobr o:p")
                    .split(" "));

    private static final Set<String> EVERYWHERE = Set.of(
            ("class id dir lang title style align name role tabindex contenteditable spellcheck translate draggable "
                            + "xml:lang hidden aria-hidden moz-do-not-send v:shapes")
                    .split(" "));
    private static final Set<String> CELL =
            Set.of("colspan", "rowspan", "width", "height", "valign", "nowrap", "bgcolor", "scope", "border");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("a", Set.of("href", "target", "rel")),
            Map.entry(
                    "img",
                    Set.of("src", "alt", "width", "height", "border", "hspace", "vspace", "loading", "decoding")),
            Map.entry("td", CELL),
            Map.entry("th", CELL),
            Map.entry("tr", Set.of("bgcolor", "valign", "height")),
            Map.entry("thead", Set.of("valign")),
            Map.entry("tbody", Set.of("valign")),
            Map.entry(
                    "table",
                    Set.of("width", "height", "border", "cellpadding", "cellspacing", "bgcolor", "summary", "rules")),
            Map.entry("col", Set.of("width", "span")),
            Map.entry("colgroup", Set.of("width", "span")),
            Map.entry("font", Set.of("color", "face", "size")),
            Map.entry("ol", Set.of("start", "type", "reversed")),
            Map.entry("ul", Set.of("type")),
            Map.entry("li", Set.of("value", "type")),
            Map.entry("blockquote", Set.of("type", "cite")),
            Map.entry("q", Set.of("cite")),
            Map.entry("pre", Set.of("wrap", "cols")),
            Map.entry("br", Set.of("clear")),
            Map.entry("hr", Set.of("width", "size", "noshade", "color")),
            Map.entry("time", Set.of("datetime")));

    /** Into which element a part of a table must be put; a browser moves or drops it elsewhere. */
    private static final Map<String, Set<String>> PARENTS = Map.of(
            "td", Set.of("tr"),
            "th", Set.of("tr"),
            "tr", Set.of("table", "thead", "tbody", "tfoot"),
            "thead", Set.of("table"),
            "tbody", Set.of("table"),
            "tfoot", Set.of("table"),
            "caption", Set.of("table"),
            "colgroup", Set.of("table"),
            "col", Set.of("table", "colgroup"));

    private static final Set<String> FRAMES = Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup");

    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:|sms:|#)[^\\p{Cntrl}\\s]*");
    private static final Pattern PICTURE = Pattern.compile("(?i)(https://|cid:)[^\\p{Cntrl}\\s]*");
    /** Large enough to be seen. */
    private static final Pattern SIZE =
            Pattern.compile("[1-9]\\d{1,3}(?:\\.\\d{1,9})?(?:px)?|[1-9]\\d{0,2}(?:\\.\\d{1,9})?%|[8-9]|auto");

    private static final Pattern EXTENT = Pattern.compile("[1-9]\\d{0,3}(?:\\.\\d{1,9})?(?:px|%)?|auto");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}%?");
    private static final Pattern DIRECTION = Pattern.compile("(?i)|ltr|rtl|auto");

    private AllowList() {}

    static boolean knows(String element) {
        return BLOCKS.contains(element) || INLINE.contains(element) || UNSEEN.contains(element);
    }

    static boolean allows(String element, String attribute) {
        boolean script = attribute.startsWith("on");
        return UNSEEN.contains(element)
                ? !script
                : EVERYWHERE.contains(attribute)
                        || attribute.startsWith("data-")
                        || attribute.startsWith("aria-")
                        || ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
    }

    static boolean allowsValue(String element, String attribute, String value) {
        return switch (attribute) {
            case "href" -> UNSEEN.contains(element) || LINK.matcher(value).matches();
            case "src" -> PICTURE.matcher(value).matches();
            case "width", "height" ->
                (element.equals("img") ? SIZE : EXTENT).matcher(value).matches();
            case "colspan", "rowspan", "start", "hspace", "vspace" ->
                NUMBER.matcher(value).matches();
            case "dir" -> DIRECTION.matcher(value).matches();
            default -> true;
        };
    }

    /** Whether a browser leaves an element, or text for the name "", where it was put. */
    static boolean mayBeIn(String element, String parent) {
        Set<String> parents = PARENTS.get(element);
        return parents == null ? !FRAMES.contains(parent) : parents.contains(parent);
    }
}
