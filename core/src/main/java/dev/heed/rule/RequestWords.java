package dev.heed.rule;

import java.util.List;

/** The words by which something is asked for or suggested. */
final class RequestWords {
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
    static List<WordSections<Section>> languages() {
        return BuiltIn.LANGUAGES;
    }

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final List<WordSections<Section>> LANGUAGES =
                WordSections.read("request-words.txt", Section.class);
    }
}
