package dev.heed.config;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody may have meant. */
final class Spelling {
    private static final int LONGEST = 64;
    private static final int MOST_COMPARED = 2_000;
    private static final int MOST_LISTED = 30;

    private Spelling() {}

    /** What to write in place of a word, and if none is near, which there are. */
    static String remedy(String written, Collection<String> known) {
        if (known.isEmpty()) {
            return "Leave it out.";
        }
        String all = "Possible are: "
                + known.stream().limit(MOST_LISTED).map(Quote::of).collect(Collectors.joining(", "))
                + (known.size() > MOST_LISTED ? " and others." : ".");
        return nearest(written, known)
                .map(word -> "Did you mean '" + Quote.of(word) + "'? " + all)
                .orElse(all);
    }

    /** The one of some words that differs least, and not much. */
    static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST || known.size() > MOST_COMPARED) {
            return Optional.empty();
        }
        String lower = Ascii.toLowerCase(written);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            String other = Ascii.toLowerCase(word);
            boolean begins = lower.length() > 1 && other.startsWith(lower);
            int distance = begins ? 1 : distance(lower, other);
            if (distance < least && distance <= Math.max(1, Math.max(lower.length(), other.length()) / 3)) {
                least = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters have to be put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
