package dev.heed.html;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import dev.heed.html.StyleDeclarations.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds out how one element looks: what its name, its attributes and its style do, in this order. For one element each;
 * not thread-safe.
 */
final class StyleResolver {
    private static final Map<String, Double> SIZES = Map.of(
            "small", 1 / 1.2, "sub", 1 / 1.2, "sup", 1 / 1.2, "big", 1.2, "h1", 2.0, "h2", 1.5, "h3", 1.17, "h5", 0.83,
            "h6", 0.67);
    private static final List<String> FONT_SIZES =
            List.of("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large");
    /** Blanks and control characters that Java may take for blanks, and browsers do not. */
    private static final Pattern UNUSUAL = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}&&[^ \\t\\n\\r\\f]]");

    private static final String IMPORTANT = "!important";
    private static final int LONGEST = 40;

    private record Declaration(String written, String property, String value) {}

    private final String source;
    private final StartTag tag;
    private final ComputedStyle computed;
    private final StyleDeclarations declarations;

    private StyleResolver(String source, StartTag tag, ComputedStyle parent) {
        this.source = source;
        this.tag = tag;
        this.computed = new ComputedStyle(parent);
        this.declarations = new StyleDeclarations(tag.name(), parent, computed);
    }

    /** What a browser would show of the element of a start tag. */
    static ComputedStyle resolve(String source, StartTag tag, ComputedStyle parent) {
        StyleResolver resolver = new StyleResolver(source, tag, parent);
        resolver.byName();
        resolver.byAttributes();
        resolver.declare();
        resolver.declarations.finish().ifPresent(what -> resolver.computed.hiddenBy = resolver.cause("style", what));
        return resolver.computed;
    }

    private void byName() {
        Cause itself = new Cause(tag.start(), tag.end(), "the element <" + tag.name() + ">.");
        if (SIZES.containsKey(tag.name())) {
            computed.size *= SIZES.getOrDefault(tag.name(), 1.0);
            computed.sizeCause = itself;
        } else if (tag.name().equals("pre")) {
            computed.preformatted = true;
        } else if (tag.name().equals("a") && tag.has("href")) {
            computed.colour = Colour.LINK;
            computed.colourCause =
                    new Cause(tag.start(), tag.end(), "a link without a colour of its own, on a dark background.");
        } else if (tag.name().equals("mark")) {
            computed.colour = Colour.BLACK;
            Verdict known = declarations.declare("background", "yellow");
            computed.colourCause = known == Verdict.SHOWN ? itself : computed.colourCause;
        }
    }

    private void byAttributes() {
        if (tag.has("hidden")) {
            computed.hiddenBy = cause("hidden", "the attribute hidden.");
        }
        if (tag.has("aria-hidden") && !tag.value("aria-hidden").equalsIgnoreCase("false")) {
            computed.hiddenBy = cause("aria-hidden", "the attribute aria-hidden, for who listens to it.");
        }
        present("bgcolor", "background-color", StyleResolver::colour);
        present("color", "color", StyleResolver::colour);
        present("face", "font-family", value -> value);
        if (tag.name().equals("font")) {
            present("size", "font-size", StyleResolver::size);
        }
    }

    private static String colour(String value) {
        if (value.isEmpty() || value.equals("transparent")) {
            return ""; // for browsers no colour at all
        }
        Colour colour = Colour.ofAttribute(value);
        return colour == null ? "none of HTML" : value.matches("[0-9a-f]{6}") ? "#" + value : value;
    }

    /** Sizes are 1 to 7; with a sign, they are counted from 3. */
    private static String size(String value) {
        if (!value.matches("[+-]?[0-9]")) {
            return "none of HTML";
        }
        int size = Integer.parseInt(value) + (Character.isDigit(value.charAt(0)) ? 0 : 3);
        return FONT_SIZES.get(Math.max(1, Math.min(size, FONT_SIZES.size())) - 1);
    }

    private void present(String attribute, String property, UnaryOperator<String> meaning) {
        if (tag.has(attribute)) {
            String value = Ascii.toLowerCase(tag.value(attribute));
            Cause cause = cause(attribute, "the " + attribute + " “" + shortened(tag.value(attribute)) + "”.");
            if (UNUSUAL.matcher(value).find()
                    || declarations.declare(property, meaning.apply(value)) != Verdict.SHOWN) {
                computed.hiddenBy = cause;
            }
            remember(property, cause);
        }
    }

    private void declare() {
        if (UNUSUAL.matcher(tag.value("style")).find()) {
            throw Refusal.hides(source, cause("style", "a style with blanks that are none in CSS."));
        }
        List<Declaration> inOrder = inOrder(tag.value("style"));
        for (Declaration declaration : inOrder) {
            if (declaration.property.equals("font") || declaration.property.equals("font-size")) {
                declarations.declare(declaration.property, declaration.value);
            }
        }
        declarations.sizeIsKnown();
        for (Declaration declaration : inOrder) {
            Cause cause = cause("style", "the style “" + shortened(declaration.written) + "”.");
            Verdict verdict = declarations.declare(declaration.property, declaration.value);
            if (verdict == Verdict.REFUSED) {
                throw Refusal.hides(source, cause);
            }
            if (verdict == Verdict.HIDES) {
                computed.hiddenBy = cause;
            }
            remember(declaration.property, cause);
        }
    }

    /** In the order in which they count. */
    private static List<Declaration> inOrder(String declared) {
        List<Declaration> inOrder = new ArrayList<>();
        List<Declaration> important = new ArrayList<>();
        for (String written : Splitter.on(';').trimResults().omitEmptyStrings().split(declared)) {
            String lower = Ascii.toLowerCase(written);
            boolean last = lower.endsWith(IMPORTANT);
            String plain = last ? lower.substring(0, lower.length() - IMPORTANT.length()) : lower;
            int colon = plain.indexOf(':');
            String property = (colon < 0 ? plain : plain.substring(0, colon)).strip();
            String value = colon < 0 ? "" : plain.substring(colon + 1).strip();
            (last ? important : inOrder).add(new Declaration(written, property, value));
        }
        inOrder.addAll(important);
        return inOrder;
    }

    private void remember(String property, Cause cause) {
        if (property.contains("color")
                || property.contains("background")
                || property.equals("opacity")
                || property.equals("mso-highlight")) {
            computed.colourCause = cause;
        } else if (property.contains("family")) {
            computed.fontCause = cause;
        } else if (property.contains("font") || property.equals("line-height")) {
            computed.sizeCause = cause;
            computed.fontCause = property.equals("font") ? cause : computed.fontCause;
        }
    }

    private Cause cause(String attribute, String what) {
        StartTag.Attribute at = tag.attribute(attribute);
        return new Cause(at.start(), at.end(), what);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
