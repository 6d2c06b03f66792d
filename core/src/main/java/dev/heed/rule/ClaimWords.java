package dev.heed.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final Set<Section> DENIALS = Set.of(Section.DENY, Section.LACKING);
    private static final Set<Section> BLAME = Set.of(Section.BLAME, Section.BLAME_PARTY, Section.PARTY);

    private ClaimWords() {}

    /** The languages in which something may be denied by a word, each under each such word. */
    static Map<String, List<WordSections<Section>>> denials() {
        return BuiltIn.DENIALS;
    }

    /** As {@link #denials}, by which somebody may be blamed. */
    static Map<String, List<WordSections<Section>>> blame() {
        return BuiltIn.BLAME;
    }

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final List<WordSections<Section>> LANGUAGES =
                WordSections.read("claim-words.txt", Section.class);

        private static final Map<String, List<WordSections<Section>>> DENIALS =
                WordSections.byFirstWord(LANGUAGES, ClaimWords.DENIALS);
        private static final Map<String, List<WordSections<Section>>> BLAME =
                WordSections.byFirstWord(LANGUAGES, ClaimWords.BLAME);
    }
}
