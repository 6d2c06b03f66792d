package dev.heed.message;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which style declarations leave text visible: on white paper, in a readable size, where it stands. */
final class HtmlStyle {
    private static final Set<String> HARMLESS =
            Set.of("font-weight", "font-style", "font-family", "text-decoration", "text-align");
    private static final Set<String> SHOWN = Set.of("block", "inline", "inline-block");
    private static final Set<String> SIZES = Set.of("small", "medium", "large", "x-large", "xx-large", "larger");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)(px|pt|em|rem|%)");
    private static final Map<String, Double> SMALLEST = Map.of("px", 8.0, "pt", 6.0, "em", 1.0, "rem", 0.6, "%", 100.0);
    private static final Pattern KEYWORD = Pattern.compile("[a-z-]{1,30}");
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern RGB =
            Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");
    private static final Set<String> DARK_COLOURS = Set.of(
            "black",
            "navy",
            "blue",
            "darkblue",
            "green",
            "darkgreen",
            "teal",
            "maroon",
            "purple",
            "red",
            "darkred",
            "brown",
            "gray",
            "grey",
            "dimgray",
            "darkslategray",
            "indigo",
            "crimson",
            "firebrick");
    /** Contrast to white for large text, Web Content Accessibility Guidelines 2.2, success criterion 1.4.3. */
    private static final double LEAST_CONTRAST = 3.0;

    private HtmlStyle() {}

    /** Whether a declaration in lower case, such as {@code color: #333}, leaves text visible. */
    static boolean isVisible(String declaration) {
        int colon = declaration.indexOf(':');
        String property = (colon < 0 ? declaration : declaration.substring(0, colon)).strip();
        String value = colon < 0 ? "" : declaration.substring(colon + 1).strip();
        return switch (property) {
            case "color" -> isReadableColour(value);
            case "font-size" -> isReadableSize(value);
            case "display" -> SHOWN.contains(value);
            case "list-style-type" -> KEYWORD.matcher(value).matches();
            default -> HARMLESS.contains(property) && value.indexOf('(') < 0;
        };
    }

    private static boolean isReadableSize(String value) {
        Matcher size = SIZE.matcher(value);
        return SIZES.contains(value)
                || (size.matches()
                        && Double.parseDouble(size.group(1)) >= SMALLEST.getOrDefault(size.group(2), 1000.0));
    }

    private static boolean isReadableColour(String value) {
        if (DARK_COLOURS.contains(value)) {
            return true;
        }
        Matcher hex = HEX.matcher(value);
        if (hex.matches()) {
            String digits = hex.group(1);
            int width = digits.length() / 3;
            return isReadable(channel(digits, 0, width), channel(digits, 1, width), channel(digits, 2, width));
        }
        Matcher rgb = RGB.matcher(value);
        return rgb.matches()
                && isReadable(
                        Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3)));
    }

    private static int channel(String digits, int index, int width) {
        String channel = digits.substring(index * width, (index + 1) * width);
        return Integer.parseInt(width == 1 ? channel + channel : channel, 16);
    }

    private static boolean isReadable(int red, int green, int blue) {
        double luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        return 1.05 / (luminance + 0.05) >= LEAST_CONTRAST;
    }

    private static double linear(int channel) {
        double share = Math.min(channel, 255) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
