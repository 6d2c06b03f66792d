package dev.heed.html;

import com.google.common.base.Splitter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of {@code font}.
 *
 * @param size as written
 * @param lineHeight as written, or "normal"
 * @param family surely a list of fonts
 */
record Font(String size, String lineHeight, String family) {
    private static final Pattern FONT =
            Pattern.compile("((?:(?:normal|italic|oblique|bold|bolder|lighter|small-caps|[1-9]00)\\s+){0,4})"
                    + "([\\w.%-]{1,20})(?:\\s*/\\s*([\\w.%]{1,20}))?\\s+([^/]{1,300})");
    private static final String WEIGHT = "(?:bold|bolder|lighter|[1-9]00)";
    private static final Pattern TWICE = Pattern.compile(
            "(?:italic|oblique)\\s.*(?:italic|oblique)|small-caps\\s.*small-caps|" + WEIGHT + "\\s.*" + WEIGHT);
    private static final Pattern SYMBOLS = Pattern.compile(
            "(?:^|,)\\s*[\"']?\\s*(?:webdings|wingdings|symbol|zapf\\s?dingbats|mt extra|marlett|bookshelf symbol|ms outlook"
                    + "|monotype sorts|segoe mdl2|holomdl2)");
    private static final String NAME = "-?[a-z_\\x{80}-\\x{10ffff}][\\w\\x{80}-\\x{10ffff}-]*+";
    private static final Pattern FAMILY =
            Pattern.compile("\"[^\"]*+\"|'[^']*+'|" + NAME + "(?:\\s++" + NAME + "){0,9}");
    private static final Set<String> NO_NAMES = Set.of("inherit", "initial", "unset", "default");
    private static final Splitter LIST = Splitter.on(',').trimResults();

    private static final int LONGEST = 1000;

    /** Empty if it is not surely one that all browsers understand. */
    static Optional<Font> parse(String value) {
        Matcher font = FONT.matcher(value);
        if (value.length() > LONGEST
                || !font.matches()
                || TWICE.matcher(font.group(1)).find()
                || !isFamily(font.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new Font(font.group(2), font.group(3) == null ? "normal" : font.group(3), font.group(4)));
    }

    /** Whether a list of fonts has one with pictures for letters. */
    static boolean hasSymbols(String families) {
        return SYMBOLS.matcher(families).find();
    }

    /** Whether browsers understand a list of fonts; if not, an earlier one stays in force. */
    static boolean isFamily(String families) {
        return families.length() <= LONGEST
                && LIST.splitToStream(families)
                        .allMatch(family -> FAMILY.matcher(family).matches() && !NO_NAMES.contains(family));
    }

    /** A {@code font-size} in lower case in an element of some size; empty if it is not surely understood. */
    static Optional<Double> pixels(String size, double outer) {
        return switch (size) {
            case "inherit", "unset" -> Optional.of(outer);
            case "x-small" -> Optional.of(10.0);
            case "small" -> Optional.of(13.0);
            case "medium", "initial" -> Optional.of(16.0);
            case "large" -> Optional.of(18.0);
            case "x-large" -> Optional.of(24.0);
            case "xx-large" -> Optional.of(32.0);
            case "xxx-large" -> Optional.of(48.0);
            case "smaller" -> Optional.of(outer / 1.2);
            case "larger" -> Optional.of(outer * 1.2);
            default -> Length.pixels(size, outer, outer).filter(pixels -> pixels <= 300);
        };
    }
}
