package dev.heed.html;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A colour of CSS Color Module Level 4, as far as editors write them.
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 * @param alpha 0, cannot be seen, to 1
 */
record Colour(double red, double green, double blue, double alpha) {
    static final Colour BLACK = new Colour(0, 0, 0, 1);
    static final Colour WHITE = new Colour(1, 1, 1, 1);
    static final Colour TRANSPARENT = new Colour(0, 0, 0, 0);
    /** What browsers give to a link. */
    static final Colour LINK = new Colour(0, 0, 0xee / 255.0, 1);

    private static final int LONGEST = 100;
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9a-f]{6}");
    private static final Pattern OF_ATTRIBUTE = Pattern.compile("#(?:[0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final String NUMBER = "\\s*([0-9]{1,4}(?:\\.[0-9]{1,20})?|\\.[0-9]{1,20})";
    private static final Pattern WITH_COMMAS = function("\\s*,", "\\s*,");
    private static final Pattern WITH_BLANKS = function("\\s", "\\s*/");
    private static final Set<String> OF_THE_SYSTEM =
            Set.of("windowtext", "canvastext", "window", "canvas", "transparent");
    private static final Map<String, Colour> NAMED = named();

    /** The colour of a value in lower case, or null if it is none that can be judged. */
    static @Nullable Colour parse(String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        if (HEX.matcher(value).matches()) {
            return hex(value.substring(1));
        }
        Matcher function = WITH_COMMAS.matcher(value);
        if (function.matches() || function.usePattern(WITH_BLANKS).matches()) {
            return function(function);
        }
        return NAMED.get(value);
    }

    /** That of an attribute in lower case, or null; of what is no colour, browsers make up one. */
    static @Nullable Colour ofAttribute(String value) {
        String colour = SIX_DIGITS.matcher(value).matches() ? "#" + value : value;
        boolean known = colour.startsWith("#")
                ? OF_ATTRIBUTE.matcher(colour).matches()
                : NAMED.containsKey(colour) && !OF_THE_SYSTEM.contains(colour);
        return known ? parse(colour) : null;
    }

    /** What is seen when this is put on something opaque. */
    Colour on(Colour behind) {
        return new Colour(
                alpha * red + (1 - alpha) * behind.red,
                alpha * green + (1 - alpha) * behind.green,
                alpha * blue + (1 - alpha) * behind.blue,
                1);
    }

    Colour faded(double opacity) {
        return new Colour(red, green, blue, alpha * opacity);
    }

    /** Contrast of two opaque colours, 1 to 21, as Web Content Accessibility Guidelines 2.2 define it. */
    double contrast(Colour other) {
        double mine = luminance() + 0.05;
        double others = other.luminance() + 0.05;
        return Math.max(mine, others) / Math.min(mine, others);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Colour hex(String digits) {
        int width = digits.length() < 6 ? 1 : 2;
        double[] parts = {0, 0, 0, 1};
        for (int i = 0; i * width < digits.length(); i++) {
            String part = digits.substring(i * width, (i + 1) * width);
            parts[i] = Integer.parseInt(width == 1 ? part + part : part, 16) / 255.0;
        }
        return new Colour(parts[0], parts[1], parts[2], parts[3]);
    }

    private static Pattern function(String separator, String beforeAlpha) {
        return Pattern.compile("(rgb|hsl)a?\\(" + NUMBER + "(%|deg|)" + separator + NUMBER + "(%|)" + separator + NUMBER
                + "(%|)(?:" + beforeAlpha + NUMBER + "(%|))?\\s*\\)");
    }

    /** Null where units are mixed: browsers differ in what they make of that. */
    private static @Nullable Colour function(Matcher function) {
        boolean hsl = function.group(1).equals("hsl");
        boolean percent = function.group(5).equals("%") && function.group(7).equals("%");
        boolean alike =
                function.group(3).equals(function.group(5)) && function.group(5).equals(function.group(7));
        if (hsl ? !percent || function.group(3).equals("%") : !alike) {
            return null;
        }
        double alpha = function.group(8) == null ? 1 : share(function.group(8), function.group(9), 1);
        if (hsl) {
            return hsl(
                    Double.parseDouble(function.group(2)),
                    share(function.group(4), "%", 1),
                    share(function.group(6), "%", 1),
                    alpha);
        }
        return new Colour(
                share(function.group(2), function.group(3), 255),
                share(function.group(4), function.group(5), 255),
                share(function.group(6), function.group(7), 255),
                alpha);
    }

    private static double share(String number, String unit, double whole) {
        return Math.min(1, Double.parseDouble(number) / (unit.equals("%") ? 100 : whole));
    }

    private static Colour hsl(double hue, double saturation, double lightness, double alpha) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        double[] parts = new double[3];
        int[] offsets = {0, 8, 4};
        for (int i = 0; i < parts.length; i++) {
            double k = (offsets[i] + hue / 30) % 12;
            parts[i] = lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return new Colour(parts[0], parts[1], parts[2], alpha);
    }

    private static Map<String, Colour> named() {
        String names = "black#000000 windowtext#000000 canvastext#000000 white#ffffff silver#c0c0c0 gray#808080 "
                + "grey#808080 red#ff0000 maroon#800000 yellow#ffff00 olive#808000 lime#00ff00 green#008000 aqua#00ffff "
                + "cyan#00ffff teal#008080 blue#0000ff navy#000080 fuchsia#ff00ff magenta#ff00ff purple#800080 "
                + "orange#ffa500 darkorange#ff8c00 orangered#ff4500 tomato#ff6347 coral#ff7f50 salmon#fa8072 "
                + "crimson#dc143c firebrick#b22222 darkred#8b0000 brown#a52a2a sienna#a0522d chocolate#d2691e "
                + "saddlebrown#8b4513 goldenrod#daa520 darkgoldenrod#b8860b gold#ffd700 pink#ffc0cb hotpink#ff69b4 "
                + "deeppink#ff1493 violet#ee82ee darkviolet#9400d3 indigo#4b0082 rebeccapurple#663399 darkmagenta#8b008b "
                + "slateblue#6a5acd royalblue#4169e1 mediumblue#0000cd darkblue#00008b midnightblue#191970 "
                + "dodgerblue#1e90ff deepskyblue#00bfff steelblue#4682b4 skyblue#87ceeb lightblue#add8e6 "
                + "cornflowerblue#6495ed cadetblue#5f9ea0 darkcyan#008b8b lightseagreen#20b2aa darkgreen#006400 "
                + "forestgreen#228b22 seagreen#2e8b57 mediumseagreen#3cb371 limegreen#32cd32 lightgreen#90ee90 "
                + "olivedrab#6b8e23 darkolivegreen#556b2f dimgray#696969 dimgrey#696969 darkgray#a9a9a9 darkgrey#a9a9a9 "
                + "lightgray#d3d3d3 lightgrey#d3d3d3 gainsboro#dcdcdc whitesmoke#f5f5f5 slategray#708090 "
                + "slategrey#708090 darkslategray#2f4f4f darkslategrey#2f4f4f beige#f5f5dc ivory#fffff0 snow#fffafa "
                + "khaki#f0e68c lightyellow#ffffe0 lavender#e6e6fa aliceblue#f0f8ff ghostwhite#f8f8ff tan#d2b48c "
                + "wheat#f5deb3 linen#faf0e6 window#ffffff canvas#ffffff";
        Map<String, Colour> colours = new HashMap<>();
        for (String entry : Splitter.on(' ').split(names)) {
            int hash = entry.indexOf('#');
            colours.put(entry.substring(0, hash), hex(entry.substring(hash + 1)));
        }
        colours.put("transparent", TRANSPARENT);
        return Map.copyOf(colours);
    }
}
