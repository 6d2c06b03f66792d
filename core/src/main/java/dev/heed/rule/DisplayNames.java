package dev.heed.rule;

import java.util.regex.Pattern;

/** Tells display names that are plain names from those that carry something else into our own mail. */
final class DisplayNames {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'\\u2019\\-]{0,59}");
    private static final Pattern DOTTED = Pattern.compile("\\p{L}{2,}\\.\\p{L}{2,}");
    private static final int MOST_WORDS = 5;

    private DisplayNames() {}

    /** Letters and what belongs between them: no digits, addresses, links or commands. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches()
                && !DOTTED.matcher(name).find()
                && Words.of(name).size() <= MOST_WORDS;
    }
}
