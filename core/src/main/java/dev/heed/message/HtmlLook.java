package dev.heed.message;

import com.google.common.base.Splitter;
import dev.heed.message.HtmlSight.Cause;
import dev.heed.message.HtmlStyle.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one element looks: what its name, its attributes and its style do, in this order.
 *
 * @param sight how text in it looks
 * @param block whether it stands on lines of its own
 */
record HtmlLook(HtmlSight sight, boolean block) {
    private static final Map<String, Double> SIZES =
            Map.of("small", 1 / 1.2, "sub", 1 / 1.2, "sup", 1 / 1.2, "big", 1.2, "h5", 0.83, "h6", 0.67);
    private static final String IMPORTANT = "!important";
    private static final int LONGEST = 40;

    /** What a browser would show of the element of a start tag. */
    static HtmlLook of(String source, HtmlTag tag, HtmlSight parent) {
        HtmlSight sight = new HtmlSight(parent);
        HtmlStyle style = new HtmlStyle(tag.name(), parent, sight);
        byName(tag, sight, style);
        byAttributes(tag, sight, style);
        declare(source, tag, sight, style);
        style.paint();
        if (style.beginsOutside()) {
            sight.veil = cause(tag, "style", "text that begins outside of its block.");
        }
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
        present(tag, "bgcolor", "background", sight, style);
        present(tag, "color", "color", sight, style);
        present(tag, "face", "font-family", sight, style);
        if (tag.name().equals("font") && tag.has("size")) {
            String size = tag.value("size").strip();
            present(
                    tag,
                    "size",
                    "font-size",
                    size.matches("1|-\\d") ? "x-small" : size.matches("2") ? "small" : "medium",
                    sight,
                    style);
        }
    }

    private static void present(HtmlTag tag, String attribute, String property, HtmlSight sight, HtmlStyle style) {
        if (tag.has(attribute)) {
            String value = tag.value(attribute).strip().toLowerCase(Locale.ROOT);
            present(tag, attribute, property, value.matches("[0-9a-f]{6}") ? "#" + value : value, sight, style);
        }
    }

    private static void present(
            HtmlTag tag, String attribute, String property, String value, HtmlSight sight, HtmlStyle style) {
        Cause cause = cause(tag, attribute, "the " + attribute + " “" + shortened(tag.value(attribute)) + "”.");
        if (style.declare(property, value) != Verdict.SHOWN) {
            sight.veil = cause;
        }
        remember(sight, property, cause);
    }

    private static void declare(String source, HtmlTag tag, HtmlSight sight, HtmlStyle style) {
        List<String> important = new ArrayList<>();
        for (String declaration :
                Splitter.on(';').trimResults().omitEmptyStrings().split(tag.value("style"))) {
            if (declaration.toLowerCase(Locale.ROOT).endsWith(IMPORTANT)) {
                important.add(declaration);
            } else {
                declare(source, tag, declaration, declaration, sight, style);
            }
        }
        for (String declaration : important) {
            String without = declaration.substring(0, declaration.length() - IMPORTANT.length());
            declare(source, tag, declaration, without, sight, style);
        }
    }

    private static void declare(
            String source, HtmlTag tag, String written, String declaration, HtmlSight sight, HtmlStyle style) {
        String lower = declaration.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        String property = (colon < 0 ? lower : lower.substring(0, colon)).strip();
        String value = colon < 0 ? "" : lower.substring(colon + 1).strip();
        Cause cause = cause(tag, "style", "the style “" + shortened(written) + "”.");
        Verdict verdict = style.declare(property, value);
        if (verdict == Verdict.REFUSED) {
            throw Html.hides(source, cause);
        }
        if (verdict == Verdict.HIDES) {
            sight.veil = cause;
        }
        remember(sight, property, cause);
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
