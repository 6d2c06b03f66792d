package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Message ids of RFC 5322 section 3.6.4 without their angle brackets. Finds them in broken fields, too. */
final class MessageIds {

    private static final int MAX_LENGTH = 998;
    private static final int MAX_WRITTEN = 900;
    private static final Splitter WORDS =
            Splitter.on(CharMatcher.whitespace().or(CharMatcher.anyOf(",;"))).omitEmptyStrings();
    private static final CharMatcher BLANKS = CharMatcher.whitespace().or(CharMatcher.javaIsoControl());

    private MessageIds() {}

    /** The id of a Message-ID field, also one without brackets. */
    static Optional<String> one(String body) {
        List<String> ids = all(body, Integer.MAX_VALUE);
        return ids.isEmpty() ? id(CharMatcher.anyOf("<>").removeFrom(body)) : Optional.of(ids.get(0));
    }

    /**
     * All ids of In-Reply-To or References in order, each once: in brackets, also with blanks or line breaks within,
     * and bare words with an {@code @}.
     *
     * @param max how many are kept, the last ones
     */
    static List<String> all(String body, int max) {
        Set<String> ids = new LinkedHashSet<>();
        int at = 0;
        while (at < body.length()) {
            int open = body.indexOf('<', at);
            bare(body.substring(at, open < 0 ? body.length() : open), ids);
            if (open < 0) {
                break;
            }
            int end = CharMatcher.anyOf("<>").indexIn(body, open + 1);
            end = end < 0 ? body.length() : end;
            id(body.substring(open + 1, end)).ifPresent(ids::add);
            at = end < body.length() && body.charAt(end) == '>' ? end + 1 : end;
        }
        return ids.stream().skip(Math.max(0L, ids.size() - (long) max)).toList();
    }

    /**
     * The id as it is written between angle brackets.
     *
     * @throws IllegalArgumentException if there is nothing to write or not all of it can be written in ASCII
     */
    static String require(String field, String id) {
        return writable(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The id of " + field + " is not valid. Give left@right in ASCII without angle brackets."));
    }

    /** The id without blanks and controls; empty when a header cannot hold it without any escaping. */
    static Optional<String> writable(String id) {
        return id(id).filter(text -> text.length() <= MAX_WRITTEN
                && CharMatcher.inRange('!', '~').matchesAllOf(text)
                && CharMatcher.anyOf("<>").matchesNoneOf(text));
    }

    private static void bare(String text, Set<String> ids) {
        for (String word : WORDS.split(text)) {
            String candidate = CharMatcher.anyOf("<>\"'()").trimFrom(word);
            int at = candidate.indexOf('@');
            if (at > 0 && at < candidate.length() - 1) {
                id(candidate).ifPresent(ids::add);
            }
        }
    }

    private static Optional<String> id(String text) {
        String id = BLANKS.removeFrom(text);
        return id.isEmpty() || id.length() > MAX_LENGTH ? Optional.empty() : Optional.of(id);
    }
}
