package dev.heed.config;

import java.util.regex.Pattern;

/** Repeats what somebody wrote, without what would break a line, and not all of it. */
final class Quote {
    private static final int LONGEST = 60;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$-]{1," + LONGEST + "}");

    private Quote() {}

    static String of(String text) {
        String some = text;
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            some = text.substring(0, end) + "…";
        }
        return UNSEEN.matcher(some).replaceAll("?");
    }

    /** How a path goes on to a field: {@code .name}, or {@code ["a name"]} where it is not plain. */
    static String step(String field) {
        return PLAIN.matcher(field).matches() ? "." + field : "[\"" + of(field) + "\"]";
    }
}
