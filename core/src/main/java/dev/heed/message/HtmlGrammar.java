package dev.heed.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@link Html} allows. Whatever is not named here is refused. */
final class HtmlGrammar {
    /** They make letters smaller, each inside the other more. */
    static final Set<String> SMALLER = Set.of("small", "sub", "sup");

    static final Set<String> VOID = Set.of("br", "hr", "img");
    static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr");
    private static final Set<String> INLINE = Set.of(
            "span", "br", "a", "b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "code", "th",
            "td", "img");
    private static final Set<String> EVERYWHERE = Set.of("class", "dir", "lang", "title", "style");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "target", "rel"),
            "img", Set.of("src", "alt", "width", "height"),
            "td", Set.of("colspan", "rowspan"),
            "th", Set.of("colspan", "rowspan"),
            "ol", Set.of("start"));

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\p{Cntrl}\\s]*");
    private static final Pattern PICTURE = Pattern.compile("(?i)(https://|cid:)[^\\p{Cntrl}\\s]*");
    /** Large enough to be seen. */
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{1,3}|[1-9]\\d{0,2}%|[8-9]");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}%?");

    private static final Map<String, String> ENTITIES = entities();

    private HtmlGrammar() {}

    static boolean knows(String element) {
        return BLOCKS.contains(element) || INLINE.contains(element);
    }

    static boolean allows(String element, String attribute) {
        return EVERYWHERE.contains(attribute)
                || ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
    }

    static boolean allowsValue(String attribute, String value) {
        return switch (attribute) {
            case "href" -> LINK.matcher(value).matches();
            case "src" -> PICTURE.matcher(value).matches();
            case "width", "height" -> SIZE.matcher(value).matches();
            case "colspan", "rowspan", "start" -> NUMBER.matcher(value).matches();
            default -> true;
        };
    }

    /** The character of a named reference (HTML section 13.5), or null for a name that is not allowed here. */
    static @org.jspecify.annotations.Nullable String entity(String name) {
        return ENTITIES.get(name);
    }

    private static Map<String, String> entities() {
        Map<String, String> table = new HashMap<>(
                Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "euro", "€"));
        String latin1 = "iexcl¡ laquo« raquo» iquest¿ Agrave\u00c0 Aacute\u00c1 Acirc\u00c2 Auml\u00c4 Ccedil\u00c7 "
                + "Egrave\u00c8 Eacute\u00c9 Ecirc\u00ca Euml\u00cb Iacute\u00cd Ntilde\u00d1 Oacute\u00d3 Ouml\u00d6 "
                + "Uacute\u00da Uuml\u00dc szlig\u00df agrave\u00e0 aacute\u00e1 acirc\u00e2 auml\u00e4 ccedil\u00e7 "
                + "egrave\u00e8 eacute\u00e9 ecirc\u00ea euml\u00eb icirc\u00ee iacute\u00ed ntilde\u00f1 oacute\u00f3 "
                + "ocirc\u00f4 ouml\u00f6 ugrave\u00f9 uacute\u00fa ucirc\u00fb uuml\u00fc ndash– mdash— lsquo‘ rsquo’ "
                + "ldquo“ rdquo” bdquo„ hellip… bull• copy© reg® trade™ deg° sect§ middot· times×";
        for (String entry : com.google.common.base.Splitter.on(' ').split(latin1)) {
            table.put(entry.substring(0, entry.length() - 1), entry.substring(entry.length() - 1));
        }
        return Map.copyOf(table);
    }
}
