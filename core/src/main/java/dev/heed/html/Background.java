package dev.heed.html;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of {@code background} that all browsers understand; what they do not, leaves an earlier one in force. */
final class Background {
    private static final Set<String> NONE = Set.of("none", "transparent", "initial", "unset");
    private static final Pattern COLOUR = Pattern.compile("(?:rgb|hsl)a?\\([^()]{0,80}\\)");
    private static final String LENGTH = "(?:0|\\d{1,3}(?:px|%))";
    /** Stands for a colour that has been taken out; no value has it. */
    private static final String TAKEN = ";";

    /** Each may be there once. */
    private static final List<Pattern> COMPONENTS = List.of(
            component("(?:(?:left|center|right|" + LENGTH + ")(?:\\s+(?:top|center|bottom|" + LENGTH + "))?"
                    + "|(?:top|bottom)(?:\\s+(?:left|center|right))?)"
                    + "(?:\\s*/\\s*(?:cover|contain|(?:auto|" + LENGTH + ")(?:\\s+(?:auto|" + LENGTH + "))?))?"),
            component("none"),
            component("repeat|repeat-x|repeat-y|no-repeat"),
            component("scroll|fixed|local"),
            component("padding-box|border-box|content-box"),
            component("padding-box|border-box|content-box"));

    private static final int LONGEST = 200;

    private Background() {}

    /** The colour of a {@code background-color} in lower case; null if it is not surely one. */
    static @Nullable Colour colour(String value) {
        return value.equals("initial") || value.equals("unset") ? Colour.TRANSPARENT : Colour.parse(value);
    }

    /** The colour in a {@code background} in lower case, transparent if it has none; null if it is not surely one. */
    static @Nullable Colour parse(String value) {
        if (NONE.contains(value)) {
            return Colour.TRANSPARENT;
        }
        if (value.isEmpty() || value.length() > LONGEST) {
            return null;
        }
        Matcher function = COLOUR.matcher(value);
        String colour = function.find() ? function.group() : "";
        String rest = function.replaceFirst(TAKEN);
        for (Pattern component : COMPONENTS) {
            rest = component.matcher(rest).replaceFirst(" ");
        }
        rest = rest.strip();
        if (rest.isEmpty()) {
            return Colour.TRANSPARENT;
        }
        return Colour.parse(rest.equals(TAKEN) ? colour : rest);
    }

    private static Pattern component(String words) {
        return Pattern.compile("(?<!\\S)(?:" + words + ")(?!\\S)");
    }
}
