package dev.heed.message;

import static dev.heed.message.HtmlStyle.Verdict.HIDES;
import static dev.heed.message.HtmlStyle.Verdict.REFUSED;
import static dev.heed.message.HtmlStyle.Verdict.SHOWN;

import com.google.common.base.Splitter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the style declarations of one element do to its text. What changes colour, size or font goes into its
 * {@link HtmlSight}; for the rest see {@link Verdict}. Not thread-safe.
 */
final class HtmlStyle {
    /** What one declaration does. */
    enum Verdict {
        /** Text stays where it is and as it is, or its sight says how it looks. */
        SHOWN,
        /** Text inside the element cannot be seen, or not be relied on to be seen. */
        HIDES,
        /** It can reach beyond the element, or is not known. */
        REFUSED
    }

    private static final Pattern PROPERTY = Pattern.compile("-?[a-z][a-z-]{0,60}|--[\\w-]{1,60}");
    private static final Pattern FOREIGN = Pattern.compile("[\\\\{}\\[\\]@<]|/\\*");
    private static final Pattern COLOUR = Pattern.compile("(?:rgb|hsl)a?\\([^()]{0,80}\\)");
    private static final Pattern FONT =
            Pattern.compile("(?:(?:normal|italic|oblique|bold|bolder|lighter|small-caps|[1-9]00)\\s+){0,4}"
                    + "([\\w.%-]{1,20})(?:\\s*/\\s*([\\w.%]{1,20}))?\\s+([^/]{1,300})");
    private static final Pattern SYMBOLS = Pattern.compile(
            "(?:^|,)\\s*[\"']?\\s*(?:webdings|wingdings|symbol|zapf\\s?dingbats|mt extra|marlett|bookshelf symbol|ms outlook"
                    + "|monotype sorts|segoe mdl2|holomdl2)");
    private static final Pattern NUMBER = Pattern.compile("\\d{0,3}(?:\\.\\d{1,20})?");
    private static final Splitter PARTS = Splitter.on(Pattern.compile("\\s+")).omitEmptyStrings();
    private static final Set<String> SAME = Set.of("inherit", "unset", "currentcolor", "revert");
    private static final Set<String> NEUTRAL = Set.of("none", "normal", "auto", "initial", "inherit", "unset");

    private static final int LONGEST = 1000;

    private final String element;
    private final HtmlSight parent;
    private final HtmlSight sight;
    private HtmlColour own = HtmlColour.TRANSPARENT;
    private boolean block;
    /** Whether its background is behind blocks inside it as well. */
    private boolean container;

    private double indent;
    private double room;

    HtmlStyle(String element, HtmlSight parent, HtmlSight sight) {
        this.element = element;
        this.parent = parent;
        this.sight = sight;
        this.block = HtmlGrammar.BLOCKS.contains(element);
        this.container = block || element.equals("td") || element.equals("th");
    }

    /** Whether the element stands on lines of its own. */
    boolean isBlock() {
        return block;
    }

    /** Whether text would begin to the left of where its block begins. */
    boolean beginsOutside() {
        return indent < 0 && room + indent < -1;
    }

    /** Once all is declared: what is behind the text. */
    void paint() {
        HtmlColour behind = container ? parent.blockGround : parent.ground;
        sight.ground = own.on(behind);
        sight.blockGround = container ? sight.ground : parent.blockGround;
    }

    /** What a declaration in lower case, such as {@code color} and {@code #333}, does. */
    Verdict declare(String property, String value) {
        if (!PROPERTY.matcher(property).matches() || FOREIGN.matcher(value).find() || !isBalanced(value)) {
            return REFUSED;
        }
        return switch (property) {
            case "color" -> colour(value);
            case "background", "background-color", "mso-highlight" -> background(value);
            case "font-size", "mso-ansi-font-size" -> size(value);
            case "font" -> font(value);
            case "font-family", "mso-ascii-font-family", "mso-hansi-font-family" -> family(value);
            case "line-height" -> lineHeight(value);
            case "white-space", "white-space-collapse", "text-wrap-mode" -> whiteSpace(value);
            case "display" -> display(value);
            case "opacity" -> opacity(value);
            case "text-indent", "margin", "margin-left", "padding", "padding-left" -> indented(property, value);
            default -> HtmlLayout.verdict(element, property, value, sight.size);
        };
    }

    private Verdict colour(String value) {
        if (SAME.contains(value)) {
            sight.colour = parent.colour;
            return SHOWN;
        }
        HtmlColour colour = HtmlColour.parse(value.equals("initial") ? "black" : value);
        sight.colour = colour == null ? sight.ground.faded(0) : colour;
        return colour == null ? HIDES : SHOWN;
    }

    private Verdict background(String value) {
        HtmlColour found = HtmlColour.TRANSPARENT;
        String rest = value;
        Matcher function = COLOUR.matcher(value);
        if (function.find()) {
            rest = value.substring(0, function.start()) + " " + value.substring(function.end());
            found = HtmlColour.parse(function.group());
        }
        for (String part : PARTS.split(rest)) {
            HtmlColour colour = part.equals("auto") ? null : HtmlColour.parse(part);
            boolean second = colour != null && !HtmlColour.TRANSPARENT.equals(found);
            if (second || (colour == null && !HtmlLayout.isPlaceOfBackground(part))) {
                return REFUSED;
            }
            found = colour == null ? found : colour;
        }
        own = found == null ? own : found;
        return found == null ? REFUSED : SHOWN;
    }

    private Verdict size(String value) {
        if (SAME.contains(value)) {
            sight.size = parent.size;
            return SHOWN;
        }
        Optional<Double> size = switch (value) {
            case "x-small" -> Optional.of(10.0);
            case "small", "smaller" -> Optional.of(value.equals("small") ? 13.0 : parent.size / 1.2);
            case "medium", "initial" -> Optional.of(16.0);
            case "large", "x-large", "xx-large", "xxx-large" -> Optional.of(18.0);
            case "larger" -> Optional.of(parent.size * 1.2);
            default -> HtmlLength.pixels(value, parent.size, parent.size).filter(pixels -> pixels <= 300);
        };
        sight.size = size.orElse(sight.size);
        return size.isPresent() ? SHOWN : HIDES;
    }

    private Verdict font(String value) {
        if (SAME.contains(value) || value.startsWith("-apple-system")) {
            return SHOWN;
        }
        Matcher font = FONT.matcher(value);
        if (value.length() > LONGEST || !font.matches()) {
            return HIDES;
        }
        Verdict size = size(font.group(1));
        Verdict height = lineHeight(font.group(2) == null ? "normal" : font.group(2));
        Verdict family = family(font.group(3));
        return size == SHOWN && height == SHOWN ? family : HIDES;
    }

    private Verdict family(String value) {
        if (value.length() > LONGEST || value.indexOf('(') >= 0) {
            return HIDES;
        }
        sight.symbols = value.equals("inherit")
                ? parent.symbols
                : SYMBOLS.matcher(value).find();
        return SHOWN;
    }

    private Verdict lineHeight(String value) {
        if (SAME.contains(value)) {
            sight.tight = parent.tight;
            return SHOWN;
        }
        if (NEUTRAL.contains(value)) {
            sight.tight = false;
            return SHOWN;
        }
        boolean factor = !value.isEmpty() && NUMBER.matcher(value).matches();
        Optional<Double> pixels = factor
                ? Optional.of(Double.parseDouble(value) * sight.size)
                : HtmlLength.pixels(value, sight.size, sight.size);
        sight.tight = pixels.isEmpty() || pixels.get() < 0.7 * Math.min(sight.size, HtmlSight.USUAL_SIZE);
        return pixels.isEmpty() || pixels.get() > 300 ? HIDES : SHOWN;
    }

    private Verdict whiteSpace(String value) {
        switch (value) {
            case "inherit", "unset" -> sight.asWritten = parent.asWritten;
            case "normal", "nowrap", "initial", "collapse", "wrap" -> sight.asWritten = false;
            case "pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks" -> sight.asWritten = true;
            default -> {
                return REFUSED;
            }
        }
        return SHOWN;
    }

    private Verdict display(String value) {
        container = !value.equals("inline") && !value.equals("initial") && !value.equals("unset");
        switch (value) {
            case "block", "list-item", "table", "table-row", "flow-root" -> block = true;
            case "inline", "inline-block", "inline-table", "table-cell", "initial", "unset" -> block = false;
            default -> {
                return value.equals("none") ? HIDES : REFUSED;
            }
        }
        return SHOWN;
    }

    private Verdict opacity(String value) {
        boolean number = !value.isEmpty() && NUMBER.matcher(value).matches();
        sight.opacity = number ? parent.opacity * Math.min(1, Double.parseDouble(value)) : parent.opacity;
        return number ? SHOWN : HIDES;
    }

    private Verdict indented(String property, String value) {
        boolean indents = property.equals("text-indent");
        boolean left = property.endsWith("-left");
        if (!HtmlLength.areBetween(value, indents ? -70 : left ? -20 : 0, 400, sight.size)) {
            return REFUSED;
        }
        double pixels =
                HtmlLength.pixels(HtmlLength.left(value), sight.size, 100).orElse(0.0);
        if (indents) {
            indent = pixels;
        } else {
            room = Math.max(room, 0) + pixels;
        }
        return SHOWN;
    }

    /** A quotation mark or bracket that is not closed changes what the rest of the style means. */
    private static boolean isBalanced(String value) {
        return value.chars().filter(c -> c == '"').count() % 2 == 0
                && value.chars().filter(c -> c == '\'').count() % 2 == 0
                && value.chars().filter(c -> c == '(').count()
                        == value.chars().filter(c -> c == ')').count();
    }
}
