package dev.heed.html;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of CSS in pixels of 1/96 inch. */
final class Length {
    private static final Pattern LENGTH =
            Pattern.compile("([+-]?(?:\\d{1,5}(?:\\.\\d{1,20})?|\\.\\d{1,20}))(px|pt|pc|in|cm|mm|q|em|rem|ex|ch|%)?");
    private static final Map<String, Double> PIXELS = Map.of(
            "px", 1.0, "pt", 4 / 3.0, "pc", 16.0, "in", 96.0, "cm", 96 / 2.54, "mm", 9.6 / 2.54, "q", 2.4 / 2.54);
    private static final Splitter PARTS = Splitter.on(Pattern.compile("\\s+")).omitEmptyStrings();
    private static final int LONGEST = 200;

    private Length() {}

    /**
     * One length in pixels, or empty if it is none.
     *
     * @param size of the font around it, to which em is relative
     * @param whole what 100% is
     */
    static Optional<Double> pixels(String value, double size, double whole) {
        Matcher length = LENGTH.matcher(value);
        if (!length.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(length.group(1));
        if (length.group(2) == null) {
            return number == 0 ? Optional.of(0.0) : Optional.empty();
        }
        return Optional.of(
                switch (length.group(2)) {
                    case "em" -> number * size;
                    case "rem" -> number * ComputedStyle.USUAL_SIZE;
                    case "ex", "ch" -> number * size / 2;
                    case "%" -> number / 100 * whole;
                    default -> number * PIXELS.getOrDefault(length.group(2), 1.0);
                });
    }

    /** Whether all lengths in a value are between two bounds; words are not looked at, percentages must be 0 to
     * 100, and what has to be calculated is not. */
    static boolean areBetween(String value, double least, double most, double size) {
        if (value.length() > LONGEST || value.indexOf('(') >= 0) {
            return false;
        }
        for (String part : PARTS.split(value)) {
            if (Character.isLetter(part.charAt(0)) || part.startsWith("#") || part.startsWith("-webkit-")) {
                continue;
            }
            boolean percent = part.endsWith("%");
            Optional<Double> pixels = pixels(part, size, 100);
            if (pixels.isEmpty()
                    || pixels.get() < (percent ? Math.max(0, least) : least)
                    || pixels.get() > (percent ? 100 : most)) {
                return false;
            }
        }
        return true;
    }

    /** The left of the sides in a shorthand such as {@code margin: 0 auto}; empty if not all of them are understood. */
    static Optional<String> left(String value) {
        List<String> sides = PARTS.splitToList(value);
        boolean known = sides.stream()
                .allMatch(side -> side.equals("auto") || pixels(side, 1, 1).isPresent());
        if (!known || sides.isEmpty() || sides.size() > 4) {
            return Optional.empty();
        }
        return Optional.of(sides.get(sides.size() > 3 ? 3 : Math.min(1, sides.size() - 1)));
    }
}
