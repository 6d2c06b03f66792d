package dev.heed.html;

import static dev.heed.html.StyleDeclarations.Verdict.HIDES;
import static dev.heed.html.StyleDeclarations.Verdict.REFUSED;
import static dev.heed.html.StyleDeclarations.Verdict.SHOWN;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the style declarations of one element do to its text. What changes colour, size or font goes into its
 * {@link ComputedStyle}; for the rest see {@link Verdict}. Not thread-safe.
 */
final class StyleDeclarations {
    /** What one declaration does. */
    enum Verdict {
        /** Text stays where it is and as it is, or its {@link ComputedStyle} says how it looks. */
        SHOWN,
        /** Text inside the element cannot be seen, or not be relied on to be seen. */
        HIDES,
        /** It can reach beyond the element, or is not known. */
        REFUSED
    }

    private static final Pattern PROPERTY = Pattern.compile("-?[a-z][a-z-]{0,60}|--[\\w-]{1,60}");
    private static final Pattern FOREIGN = Pattern.compile("[\\\\{}\\[\\]@<]|/\\*|url\\s*+\\(|^revert(?:-layer)?$");
    private static final Pattern NUMBER = Pattern.compile("\\d{0,3}(?:\\.\\d{1,20})?");
    private static final double NORMAL_LINE = 1.2;
    private static final Set<String> SAME = Set.of("inherit", "unset");
    private static final Set<String> IGNORED = Set.of("", "none", "auto");

    /** How far a table of Word reaches into the margin, in pixels. */
    private static final double MOST_NEGATIVE_MARGIN = 20;

    private final String element;
    private final ComputedStyle parent;
    private final ComputedStyle computed;
    private Colour ownBackground = Colour.TRANSPARENT;
    private boolean block;
    /** Whether its background is behind blocks inside it as well. */
    private boolean container;

    private double em;
    private double indent;
    private double margin;
    private double marginRight;
    private double padding;
    private boolean symbolsInWord;

    StyleDeclarations(String element, ComputedStyle parent, ComputedStyle computed) {
        this.element = element;
        this.parent = parent;
        this.computed = computed;
        this.block = AllowList.BLOCKS.contains(element);
        this.container = block || element.equals("td") || element.equals("th");
    }

    /** To be called when what gives the font its size has been declared, and before all is: lengths depend on it. */
    void sizeIsKnown() {
        em = computed.size;
    }

    /** Once all is declared: sets what is behind the text, and says what of it all together hides text. */
    Optional<String> finish() {
        Colour behind = container ? parent.blockBackground : parent.background;
        computed.ownBackground = ownBackground;
        computed.block = block;
        computed.background = ownBackground.on(behind);
        computed.blockBackground = container ? computed.background : parent.blockBackground;
        double negative = Math.min(0, Math.min(margin, marginRight));
        computed.negativeMargin = parent.negativeMargin + negative;
        if (indent < 0 && Math.max(0, margin) + padding + indent < -1) {
            return Optional.of("text that begins outside of its block.");
        }
        if (computed.negativeMargin < -MOST_NEGATIVE_MARGIN || (negative < 0 && !block)) {
            return Optional.of("negative margins.");
        }
        return symbolsInWord && !computed.symbols ? Optional.of("a pictorial font for Word.") : Optional.empty();
    }

    /** What a declaration in lower case, such as {@code color} and {@code #333}, does. */
    Verdict declare(String property, String value) {
        if (!PROPERTY.matcher(property).matches() || FOREIGN.matcher(value).find() || !isBalanced(value)) {
            return REFUSED;
        }
        return switch (property) {
            case "color" -> colour(value);
            case "background", "background-color" -> background(property, value);
            case "font-size" -> size(value);
            case "font" -> font(value);
            case "font-family" -> family(value);
            case "line-height" -> lineHeight(value);
            case "white-space", "white-space-collapse" -> whiteSpace(property, value);
            case "text-wrap-mode" -> SHOWN;
            case "display" -> display(value);
            case "opacity" -> opacity(value);
            case "text-indent" -> indent(value);
            case "margin", "margin-left", "margin-right", "padding", "padding-left" -> room(property, value);
            default ->
                property.startsWith("mso-")
                        ? inWord(property, value)
                        : LayoutProperties.verdict(element, property, value, em);
        };
    }

    /** What Word reads instead of the others can hide text there, and shows none elsewhere. */
    private Verdict inWord(String property, String value) {
        if (property.equals("mso-highlight") && !IGNORED.contains(value)) {
            Colour colour = Colour.parse(value);
            computed.highlight = colour == null ? null : colour.on(Colour.WHITE);
            return colour == null ? REFUSED : SHOWN;
        }
        if (property.endsWith("-font-size")) {
            return Font.pixels(value, parent.size).orElse(0.0) < ComputedStyle.SMALLEST ? HIDES : SHOWN;
        }
        if (property.endsWith("-font-family")) {
            symbolsInWord |= Font.hasSymbols(value);
            return SHOWN;
        }
        return LayoutProperties.verdict(element, property, value, em);
    }

    private Verdict colour(String value) {
        if (value.equals("auto")) {
            return SHOWN; // Word writes it, browsers ignore it
        }
        if (SAME.contains(value) || value.equals("currentcolor")) {
            computed.colour = parent.colour;
            return SHOWN;
        }
        Colour colour = Colour.parse(value.equals("initial") ? "black" : value);
        computed.colour = colour == null ? computed.colour : colour;
        return colour == null ? HIDES : SHOWN;
    }

    private Verdict background(String property, String value) {
        if (value.equals("inherit")) {
            ownBackground = parent.ownBackground;
            return SHOWN;
        }
        if (IGNORED.contains(value) && ownBackground.equals(Colour.TRANSPARENT)) {
            return SHOWN;
        }
        Colour colour = property.equals("background") ? Background.parse(value) : Background.colour(value);
        ownBackground = colour == null ? ownBackground : colour;
        return colour == null ? REFUSED : SHOWN;
    }

    private Verdict size(String value) {
        Optional<Double> size = Font.pixels(value, parent.size);
        computed.size = size.orElse(computed.size);
        return size.isPresent() ? SHOWN : HIDES;
    }

    private Verdict font(String value) {
        if (value.startsWith("-apple-system")) {
            return computed.symbols || computed.size != parent.size ? HIDES : SHOWN; // ignored by others than Apple
        }
        Optional<Font> font = SAME.contains(value) ? Optional.of(new Font(value, value, value)) : Font.parse(value);
        if (font.isEmpty()) {
            return HIDES;
        }
        Verdict size = size(font.get().size());
        Verdict height = lineHeight(font.get().lineHeight());
        Verdict family = family(font.get().family());
        return size == SHOWN && height == SHOWN ? family : HIDES;
    }

    private Verdict family(String value) {
        boolean symbols = SAME.contains(value) ? parent.symbols : Font.hasSymbols(value);
        boolean known = SAME.contains(value) || value.equals("initial") || Font.isFamily(value);
        if (value.indexOf('(') >= 0 || (!known && symbols != computed.symbols)) {
            return HIDES;
        }
        computed.symbols = symbols;
        return SHOWN;
    }

    private Verdict lineHeight(String value) {
        if (IGNORED.contains(value)) {
            return SHOWN;
        }
        boolean same = SAME.contains(value);
        boolean normal = value.equals("normal") || value.equals("initial");
        boolean factor = !value.isEmpty() && NUMBER.matcher(value).matches();
        Optional<Double> height = Length.pixels(value, em, em).filter(pixels -> pixels <= 300);
        computed.lineHeightIsFactor = same ? parent.lineHeightIsFactor : normal || factor;
        computed.lineHeight = same
                ? parent.lineHeight
                : normal ? NORMAL_LINE : factor ? Double.parseDouble(value) : height.orElse(0.0);
        return same || normal || factor || height.isPresent() ? SHOWN : HIDES;
    }

    private Verdict whiteSpace(String property, String value) {
        boolean collapse = property.endsWith("-collapse");
        switch (value) {
            case "inherit", "unset" -> computed.preformatted = parent.preformatted;
            case "initial" -> computed.preformatted = false;
            case "break-spaces" -> computed.preformatted = true;
            case "normal", "nowrap", "collapse" -> {
                computed.preformatted = false;
                return collapse == value.equals("collapse") ? SHOWN : REFUSED;
            }
            case "pre", "pre-wrap", "pre-line", "preserve", "preserve-breaks" -> {
                computed.preformatted = true;
                return collapse == value.startsWith("preserve") ? SHOWN : REFUSED;
            }
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
        computed.opacity = number ? parent.opacity * Math.min(1, Double.parseDouble(value)) : parent.opacity;
        return number ? SHOWN : HIDES;
    }

    private Verdict indent(String value) {
        Optional<Double> pixels =
                SAME.contains(value) || value.equals("initial") ? Optional.of(0.0) : Length.pixels(value, em, 100);
        indent = pixels.orElse(0.0);
        boolean near = Length.areBetween(value, -70, 400, em);
        return near && pixels.isPresent() ? SHOWN : REFUSED;
    }

    /** Margins and paddings give room for an indent to the left; those of a value that is not understood give none. */
    private Verdict room(String property, String value) {
        boolean side = property.startsWith("margin-");
        boolean again = side && value.equals("inherit") && parent.negativeMargin < 0;
        if (again || !Length.areBetween(value, side ? -MOST_NEGATIVE_MARGIN : 0, 400, em)) {
            return REFUSED;
        }
        double pixels =
                Length.left(value).flatMap(left -> Length.pixels(left, em, 100)).orElse(0.0);
        switch (property) {
            case "margin-right" -> marginRight = pixels;
            case "margin" -> {
                margin = pixels;
                marginRight = 0;
            }
            case "margin-left" -> margin = pixels;
            default -> padding = pixels;
        }
        return SHOWN;
    }

    /** A quotation mark or bracket that is not closed changes what the rest of the style means. */
    private static boolean isBalanced(String value) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0 && (c == '\n' || c == '\r' || c == '\f')) {
                return false;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0 && quote == 0;
    }
}
