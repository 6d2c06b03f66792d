package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Locale;
import java.util.Optional;

/** Finds the addr-spec in what people and programs write where an address belongs. */
final class LooseAddress {

    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
    private static final CharMatcher AROUND = CharMatcher.whitespace().or(CharMatcher.anyOf("<>,;'()[]{}"));

    private LooseAddress() {}

    /** The address within a loosely written word such as {@code mailto:a@b.org} or {@code 'a@b.org';}. */
    static Optional<String> find(String word) {
        String candidate = AROUND.trimFrom(word);
        if (candidate.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            candidate = candidate.substring("mailto:".length());
        }
        candidate = CharMatcher.is('.').trimTrailingFrom(candidate);
        boolean quoted = candidate.startsWith("\"");
        candidate = quoted ? candidate : withoutBlanks(candidate);
        return MailAddress.isValid(candidate) ? Optional.of(candidate) : Optional.empty();
    }

    /** Blanks around {@code @} and dots were allowed once; elsewhere they part the address from other words. */
    private static String withoutBlanks(String text) {
        for (String word : WORDS.split(text)) {
            if (word.indexOf('@') > 0 && word.indexOf('@') < word.length() - 1) {
                return word;
            }
        }
        return CharMatcher.whitespace().removeFrom(text);
    }
}
