package dev.heed.html;

import static dev.heed.html.StyleDeclarations.Verdict.HIDES;
import static dev.heed.html.StyleDeclarations.Verdict.REFUSED;
import static dev.heed.html.StyleDeclarations.Verdict.SHOWN;

import dev.heed.html.StyleDeclarations.Verdict;
import java.util.Set;
import java.util.regex.Pattern;

/** Which style declarations move, cut or cover text, and which of the many others are harmless. */
final class LayoutProperties {
    private static final Set<String> HARMLESS = Set.of(("font-weight font-style font-stretch font-kerning "
                    + "font-optical-sizing font-synthesis font-feature-settings font-variation-settings font-variant "
                    + "text-align text-align-last text-justify text-transform text-rendering text-size-adjust text-autospace "
                    + "list-style list-style-type list-style-position table-layout empty-cells border-collapse box-sizing "
                    + "word-break word-wrap overflow-wrap line-break hyphens orphans widows tab-size tab-stops direction "
                    + "caret-color accent-color cursor user-select -webkit-user-select color-scheme page "
                    + "-webkit-nbsp-mode -webkit-line-break -webkit-text-size-adjust -ms-text-size-adjust "
                    + "-webkit-font-smoothing -moz-osx-font-smoothing -webkit-tap-highlight-color "
                    + "-ms-interpolation-mode -moz-text-size-adjust -webkit-border-radius -moz-border-radius "
                    + "layout-grid-mode punctuation-wrap text-wrap text-wrap-style background-color-alt aspect-ratio "
                    + "object-fit clear resize")
            .split(" "));
    private static final Set<String> HARMLESS_FAMILIES = Set.of(
            "font-variant",
            "page-break",
            "break-",
            "background-position",
            "background-size",
            "background-repeat",
            "background-attachment",
            "background-origin");
    private static final Set<String> NEUTRAL = Set.of("none", "normal", "auto", "initial", "inherit", "unset");
    private static final Set<String> HARMLESS_IN_WORD = Set.of("none", "auto", "no", "yes", "normal");
    private static final Set<String> HIDING_IN_WORD = Set.of(
            "mso-hide",
            "mso-color-alt",
            "mso-font-width",
            "mso-text-raise",
            "mso-shading",
            "mso-pattern",
            "mso-element",
            "mso-text-animation");
    private static final Set<String> SIZED =
            Set.of("table", "thead", "tbody", "tfoot", "tr", "td", "th", "img", "hr", "col", "colgroup");
    private static final Set<String> PARTS_OF_TABLES =
            Set.of("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup");
    private static final Set<String> FLOATING = Set.of("img", "table", "figure");
    private static final Pattern COLOUR = Pattern.compile("(?:rgb|hsl)a?\\([^()]{0,80}\\)");
    private static final Pattern LINE = Pattern.compile("(?:none|medium|0(?:px)?|initial|auto|[\\s]){1,20}");

    private static final double FAINT = 0.3;
    private static final int MOST_SHADOWS = 3;

    private LayoutProperties() {}

    static Verdict verdict(String element, String property, String value, double size) {
        return switch (property) {
            case "visibility" -> value.equals("visible") || NEUTRAL.contains(value) ? SHOWN : HIDES;
            case "overflow", "overflow-x", "overflow-y" -> overflow(element, value);
            case "height", "max-height" -> height(element, value, size);
            case "width", "max-width" -> width(element, value, size);
            case "min-width", "min-height" -> between(value, 0, 1200, size);
            case "position" -> position(element, value);
            case "float" -> NEUTRAL.contains(value) || FLOATING.contains(element) ? SHOWN : REFUSED;
            case "letter-spacing", "word-spacing" -> between(value, -1, 12, size) == SHOWN ? SHOWN : HIDES;
            case "vertical-align" -> between(value, -10, 20, size);
            case "top", "left", "right", "bottom" ->
                value.equals("auto") || between(value, 0, 0, size) == SHOWN ? SHOWN : REFUSED;
            case "unicode-bidi" -> value.endsWith("override") ? HIDES : SHOWN;
            case "z-index" -> value.equals("auto") || value.matches("\\d{1,9}") ? SHOWN : REFUSED;
            case "zoom" -> value.equals("1") || value.equals("100%") || value.equals("normal") ? SHOWN : REFUSED;
            case "outline" -> LINE.matcher(value).matches() ? SHOWN : between(noColours(value), 0, 3, size);
            case "box-shadow" -> shadow(value, size);
            case "all" -> REFUSED;
            default -> other(property, value, size);
        };
    }

    private static Verdict other(String property, String value, double size) {
        if (property.startsWith("--")) {
            return SHOWN;
        }
        if (property.startsWith("mso-")) {
            boolean known = HIDING_IN_WORD.stream().noneMatch(property::startsWith)
                    && !property.startsWith("mso-style-textfill")
                    && !property.startsWith("mso-position");
            return known || HARMLESS_IN_WORD.contains(value) ? SHOWN : HIDES;
        }
        if (property.startsWith("margin-") || property.startsWith("padding-")) {
            return between(value, 0, 400, size);
        }
        if (property.startsWith("border")) {
            return property.contains("image") && !NEUTRAL.contains(value)
                    ? REFUSED
                    : between(noColours(value), 0, 60, size);
        }
        if (property.startsWith("text-decoration") || property.startsWith("text-underline")) {
            return between(noColours(value), -5, 5, size); // a thick line would lie on the letters
        }
        boolean harmless =
                HARMLESS.contains(property) || HARMLESS_FAMILIES.stream().anyMatch(property::startsWith);
        boolean plain = noColours(value).indexOf('(') < 0
                && (property.startsWith("font-") || (value.indexOf('"') < 0 && value.indexOf('\'') < 0));
        boolean neutral =
                NEUTRAL.contains(value) || (property.equals("-webkit-text-stroke-width") && value.equals("0px"));
        return neutral || (harmless && plain) ? SHOWN : REFUSED;
    }

    /** What is positioned is painted over the rest; parts of tables can share a place. */
    private static Verdict position(String element, String value) {
        boolean relative = value.equals("relative") && !PARTS_OF_TABLES.contains(element);
        return NEUTRAL.contains(value) || value.equals("static") || relative ? SHOWN : REFUSED;
    }

    /** A shadow lies on the lines around the element, or under them: only a narrow or a faint one leaves them readable. */
    private static Verdict shadow(String value, double size) {
        String lengths = noColours(value);
        long shadows = lengths.chars().filter(c -> c == ',').count() + 1;
        long faint = COLOUR.matcher(value)
                .results()
                .map(function -> Colour.parse(function.group()))
                .filter(colour -> colour != null && colour.alpha() <= FAINT)
                .count();
        if (value.contains("inset") || shadows > MOST_SHADOWS) {
            return REFUSED;
        }
        double reach = faint == shadows ? 30 : 3;
        return between(lengths.replace(',', ' '), -reach, reach, size);
    }

    private static Verdict overflow(String element, String value) {
        boolean scrolls = value.equals("auto") && (element.equals("pre") || element.equals("img"));
        return value.equals("visible") || value.equals("initial") || value.equals("inherit") || scrolls ? SHOWN : HIDES;
    }

    /** A height of a part of a table is a least height; one of a block would let its text lie on what follows. */
    private static Verdict height(String element, String value, double size) {
        if (element.equals("img")) {
            return width(element, value, size);
        }
        boolean grows = NEUTRAL.contains(value) || value.endsWith("%") || value.endsWith("-content");
        return grows || SIZED.contains(element) ? SHOWN : HIDES;
    }

    private static Verdict width(String element, String value, double size) {
        double least = element.equals("img") ? 8 : 0;
        return between(value, least, 1200, size) == SHOWN ? SHOWN : HIDES;
    }

    private static Verdict between(String value, double least, double most, double size) {
        return value.indexOf('(') < 0 && Length.areBetween(value, least, most, size) ? SHOWN : REFUSED;
    }

    private static String noColours(String value) {
        return COLOUR.matcher(value).replaceAll(" ");
    }
}
