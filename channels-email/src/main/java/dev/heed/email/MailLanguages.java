package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Languages of a sender by Content-Language (RFC 3282 section 2) and Accept-Language (section 3). */
final class MailLanguages {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_LANGUAGES = 10;
    private static final Splitter TAGS =
            Splitter.on(CharMatcher.whitespace().or(CharMatcher.anyOf(",()"))).omitEmptyStrings();

    private MailLanguages() {}

    /** The language written first, then those preferred, most wanted first. Broken tags are left out. */
    static List<Locale> of(HeaderFields header) {
        Stream<Locale> written = header.named("Content-Language").stream()
                .filter(body -> body.length() <= MAX_LENGTH)
                .flatMap(TAGS::splitToStream)
                .map(Locale::forLanguageTag);
        Stream<Locale> preferred = header.named("Accept-Language").stream()
                .filter(body -> body.length() <= MAX_LENGTH)
                .flatMap(MailLanguages::accepted);
        Set<Locale> languages = new LinkedHashSet<>();
        Stream.concat(written, preferred)
                .filter(locale -> !locale.getLanguage().isEmpty())
                .forEach(languages::add);
        return languages.stream().limit(MAX_LANGUAGES).toList();
    }

    /** In the order of the weights; {@link Locale.LanguageRange} adds outdated synonyms, which nobody wrote. */
    private static Stream<Locale> accepted(String body) {
        String written = body.toLowerCase(Locale.ROOT);
        try {
            return Locale.LanguageRange.parse(body).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(written::contains)
                    .map(Locale::forLanguageTag);
        } catch (IllegalArgumentException e) { // not of the form of RFC 3282
            return Stream.empty();
        }
    }
}
