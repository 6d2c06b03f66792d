package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addr-spec of RFC 5322 section 3.4.1, {@code local@domain}. International addresses (RFC 6532) are allowed. */
final class MailAddress {

    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
    private static final int MAX_LENGTH = 320;
    private static final CharMatcher AROUND = CharMatcher.whitespace().or(CharMatcher.anyOf("<>,;'()[]{}"));
    private static final CharMatcher NEVER =
            CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).or(CharMatcher.anyOf("<>,;:()\\\""));

    private MailAddress() {}

    /** The address within a loosely written word such as {@code mailto:a@b.org} or {@code 'a@b.org';}. */
    static Optional<String> find(String word) {
        String candidate = AROUND.trimFrom(word);
        if (candidate.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            candidate = candidate.substring("mailto:".length());
        }
        candidate = CharMatcher.is('.').trimTrailingFrom(candidate);
        boolean quoted = candidate.startsWith("\"");
        candidate = quoted ? candidate : withoutBlanks(candidate);
        return isValid(candidate) ? Optional.of(candidate) : Optional.empty();
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

    /** Whether the text is an address that can stand in a header and in an SMTP command without any escaping. */
    static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || address.length() > MAX_LENGTH) {
            return false;
        }
        String local = address.substring(0, at);
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        return NEVER.matchesNoneOf(address.substring(at + 1))
                && (quoted
                        ? isQuotable(local.substring(1, local.length() - 1))
                        : NEVER.or(CharMatcher.is('@')).matchesNoneOf(local));
    }

    /**
     * The address as it is written into a header, its domain in ASCII (RFC 3490).
     *
     * @throws IllegalArgumentException if it is no address, has a local part beyond ASCII or control characters
     */
    static String requireAscii(String field, String address) {
        int at = address.lastIndexOf('@');
        if (!isValid(address)) {
            throw invalid(field, null);
        }
        String local = address.substring(0, at);
        try {
            String ascii = local + "@" + IDN.toASCII(address.substring(at + 1));
            if (isValid(ascii) && CharMatcher.ascii().matchesAllOf(ascii)) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(field, e);
        }
        throw invalid(field, null);
    }

    private static IllegalArgumentException invalid(String field, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The address of " + field + " is not valid. Give local@domain with an ASCII local part.", cause);
    }

    private static boolean isQuotable(String content) {
        return CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\"\\")).matchesNoneOf(content);
    }
}
