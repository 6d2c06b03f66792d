package dev.heed.message;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import dev.heed.message.HtmlSight.Cause;
import dev.heed.message.HtmlStyle.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How one element looks: what its name, its attributes and its style do, in this order.
 *
 * @param sight how text in it looks
 * @param block whether it stands on lines of its own
 */
record HtmlLook(HtmlSight sight, boolean block) {
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

    /** What a browser would show of the element of a start tag. */
    static HtmlLook of(String source, HtmlTag tag, HtmlSight parent) {
        HtmlSight sight = new HtmlSight(parent);
        HtmlStyle style = new HtmlStyle(tag.name(), parent, sight);
        byName(tag, sight, style);
        byAttributes(tag, sight, style);
        declare(source, tag, sight, style);
        style.finish().ifPresent(what -> sight.veil = cause(tag, "style", what));
        return new HtmlLook(sight, style.isBlock());
    }

    private static void byName(HtmlTag tag, HtmlSight sight, HtmlStyle style) {
        Cause itself = new Cause(tag.start(), tag.end(), "the element <" + tag.name() + ">.");
        if (SIZES.containsKey(tag.name())) {
            sight.size *= SIZES.getOrDefault(tag.name(), 1.0);
            sight.sizes = itself;
        } else if (tag.name().equals("pre")) {
            sight.asWritten = true;
        } else if (tag.name().equals("a") && tag.has("href")) {
            sight.colour = HtmlColour.LINK;
            sight.colours = new Cause(tag.start(), tag.end(), "a link without a colour of its own, on a dark ground.");
        } else if (tag.name().equals("mark")) {
            sight.colour = HtmlColour.BLACK;
            Verdict known = style.declare("background", "yellow");
            sight.colours = known == Verdict.SHOWN ? itself : sight.colours;
        }
    }

    private static void byAttributes(HtmlTag tag, HtmlSight sight, HtmlStyle style) {
        if (tag.has("hidden")) {
            sight.veil = cause(tag, "hidden", "the attribute hidden.");
        }
        if (tag.has("aria-hidden") && !tag.value("aria-hidden").equalsIgnoreCase("false")) {
            sight.veil = cause(tag, "aria-hidden", "the attribute aria-hidden, for who listens to it.");
        }
        present(tag, "bgcolor", "background-color", HtmlLook::colour, sight, style);
        present(tag, "color", "color", HtmlLook::colour, sight, style);
        present(tag, "face", "font-family", value -> value, sight, style);
        if (tag.name().equals("font")) {
            present(tag, "size", "font-size", HtmlLook::size, sight, style);
        }
    }

    private static String colour(String value) {
        if (value.isEmpty() || value.equals("transparent")) {
            return ""; // for browsers no colour at all
        }
        HtmlColour colour = HtmlColour.ofAttribute(value);
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

    private static void present(
            HtmlTag tag,
            String attribute,
            String property,
            UnaryOperator<String> meaning,
            HtmlSight sight,
            HtmlStyle style) {
        if (tag.has(attribute)) {
            String value = Ascii.toLowerCase(tag.value(attribute));
            Cause cause = cause(tag, attribute, "the " + attribute + " “" + shortened(tag.value(attribute)) + "”.");
            if (UNUSUAL.matcher(value).find() || style.declare(property, meaning.apply(value)) != Verdict.SHOWN) {
                sight.veil = cause;
            }
            remember(sight, property, cause);
        }
    }

    private static void declare(String source, HtmlTag tag, HtmlSight sight, HtmlStyle style) {
        if (UNUSUAL.matcher(tag.value("style")).find()) {
            throw Html.hides(source, cause(tag, "style", "a style with blanks that are none in CSS."));
        }
        List<Declaration> declarations = declarations(tag.value("style"));
        for (Declaration declaration : declarations) {
            if (declaration.property.equals("font") || declaration.property.equals("font-size")) {
                style.declare(declaration.property, declaration.value);
            }
        }
        style.sizeIsKnown();
        for (Declaration declaration : declarations) {
            Cause cause = cause(tag, "style", "the style “" + shortened(declaration.written) + "”.");
            Verdict verdict = style.declare(declaration.property, declaration.value);
            if (verdict == Verdict.REFUSED) {
                throw Html.hides(source, cause);
            }
            if (verdict == Verdict.HIDES) {
                sight.veil = cause;
            }
            remember(sight, declaration.property, cause);
        }
    }

    /** In the order in which they count. */
    private static List<Declaration> declarations(String style) {
        List<Declaration> declarations = new ArrayList<>();
        List<Declaration> important = new ArrayList<>();
        for (String written : Splitter.on(';').trimResults().omitEmptyStrings().split(style)) {
            String lower = Ascii.toLowerCase(written);
            boolean last = lower.endsWith(IMPORTANT);
            String plain = last ? lower.substring(0, lower.length() - IMPORTANT.length()) : lower;
            int colon = plain.indexOf(':');
            String property = (colon < 0 ? plain : plain.substring(0, colon)).strip();
            String value = colon < 0 ? "" : plain.substring(colon + 1).strip();
            (last ? important : declarations).add(new Declaration(written, property, value));
        }
        declarations.addAll(important);
        return declarations;
    }

    private static void remember(HtmlSight sight, String property, Cause cause) {
        if (property.contains("color")
                || property.contains("background")
                || property.equals("opacity")
                || property.equals("mso-highlight")) {
            sight.colours = cause;
        } else if (property.contains("family")) {
            sight.font = cause;
        } else if (property.contains("font") || property.equals("line-height")) {
            sight.sizes = cause;
            sight.font = property.equals("font") ? cause : sight.font;
        }
    }

    private static Cause cause(HtmlTag tag, String attribute, String what) {
        HtmlTag.Attribute at = tag.attribute(attribute);
        return new Cause(at.start(), at.end(), what);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
