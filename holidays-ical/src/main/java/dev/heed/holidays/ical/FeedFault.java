package dev.heed.holidays.ical;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.util.List;

/** Says what of a feed cannot be understood, and where. */
final class FeedFault {
    private static final int LONGEST_QUOTE = 80;

    private FeedFault() {}

    /** A fault in a line, counted from one. */
    static ConfigurationException at(int line, String what, String remedy) {
        return new ConfigurationException(List.of(Problem.of("Line " + line + " of the feed: " + what, remedy)));
    }

    /** A fault of a property, with its value as it stands in the feed. */
    static ConfigurationException in(FeedProperty property, String what, String remedy) {
        return at(property.line(), property.name() + ":" + quote(property.value()) + " " + what, remedy);
    }

    /** A fault of the whole feed. */
    static ConfigurationException of(String what, String remedy) {
        return new ConfigurationException(List.of(Problem.of(what, remedy)));
    }

    /** The beginning of what somebody wrote, on one line. */
    static String quote(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        if (line.length() <= LONGEST_QUOTE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return line.substring(0, end) + "…";
    }
}
