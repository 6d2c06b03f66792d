package dev.heed.rule;

import java.util.List;

/** The words by which something is denied, or somebody blamed. */
final class ClaimWords {
    enum Section {
        DENY,
        LACKING,
        THING,
        BLAME,
        BLAME_PARTY,
        PARTY_BLAME,
        PARTY,
        CONDITION,
        NEGATION,
        WE,
        YOU,
        ADDRESSED
    }

    private ClaimWords() {}

    /** All languages. */
    static List<WordSections<Section>> languages() {
        return BuiltIn.LANGUAGES;
    }

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final List<WordSections<Section>> LANGUAGES =
                WordSections.read("claim-words.txt", Section.class);
    }
}
