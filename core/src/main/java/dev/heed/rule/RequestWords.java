package dev.heed.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of one language by which something is asked for or suggested. Immutable and thread-safe. */
final class RequestWords {
    private final Map<Section, Phrases> sections = new EnumMap<>(Section.class);

    enum Section {
        WANT,
        OPENER,
        VERB,
        VERB_AFTER,
        QUESTION,
        WHICH,
        HAVE,
        AFTER_HAVE,
        MISSING,
        DETERMINER,
        PREPOSITION,
        CLAUSE,
        FIRST_PERSON,
        NEGATION,
        SUGGEST,
        BEGIN,
        PAST
    }

    private RequestWords() {}

    /** All languages. */
    static List<RequestWords> languages() {
        return BuiltIn.LANGUAGES;
    }

    private static List<RequestWords> read() {
        Map<String, RequestWords> languages = new LinkedHashMap<>();
        WordFile.read("request-words.txt").forEach((name, phrases) -> {
            int blank = name.indexOf(' ');
            Section section =
                    Section.valueOf(Folding.upper(name.substring(blank + 1).replace('-', '_')));
            languages
                    .computeIfAbsent(name.substring(0, blank), unknown -> new RequestWords())
                    .sections
                    .put(section, new Phrases(phrases));
        });
        return List.copyOf(new ArrayList<>(languages.values()));
    }

    /** How many words of a section stand here; none if no phrase of it does. */
    int lengthAt(Section section, Words words, int at) {
        Phrases phrases = sections.get(section);
        return phrases == null || at < 0 ? 0 : phrases.lengthAt(words, at);
    }

    boolean isAt(Section section, Words words, int at) {
        return lengthAt(section, words, at) > 0;
    }

    /** Whether a phrase of a section ends just before a word. */
    boolean endsAt(Section section, Words words, int end) {
        for (int from = Math.max(0, end - LONGEST); from < end; from++) {
            if (lengthAt(section, words, from) == end - from) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase of a section begins between these words. */
    boolean isAmong(Section section, Words words, int from, int to) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (isAt(section, words, at)) {
                return true;
            }
        }
        return false;
    }

    private static final int LONGEST = 6;

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final List<RequestWords> LANGUAGES = read();
    }
}
