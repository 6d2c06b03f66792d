package dev.heed.rule;

import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * The languages in which a sentence may claim something, told by single words: most say nothing of the kind.
     *
     * @param of the words by which claims of a kind begin in each
     */
    static List<WordSections<Section>> languagesOf(Words words, Map<String, List<WordSections<Section>>> of) {
        List<WordSections<Section>> some = new ArrayList<>();
        for (String word : words.folded()) {
            for (WordSections<Section> language : of.getOrDefault(word, List.of())) {
                if (!some.contains(language)) {
                    some.add(language);
                }
            }
        }
        return some;
    }

    /** The languages in which something may be denied by a word, each under each such word. */
    static Map<String, List<WordSections<Section>>> denials() {
        return BuiltIn.DENIALS;
    }

    /** As {@link #denials}, by which somebody may be blamed. */
    static Map<String, List<WordSections<Section>>> blame() {
        return BuiltIn.BLAME;
    }

    private static Map<String, List<WordSections<Section>>> byFirstWord(Set<Section> sections) {
        Map<String, List<WordSections<Section>>> languages = new HashMap<>();
        for (WordSections<Section> language : BuiltIn.LANGUAGES) {
            for (Section section : sections) {
                language.firstWords(section)
                        .forEach(word -> languages
                                .computeIfAbsent(word, any -> new ArrayList<>(1))
                                .add(language));
            }
        }
        return languages;
    }

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final List<WordSections<Section>> LANGUAGES =
                WordSections.read("claim-words.txt", Section.class);

        private static final Map<String, List<WordSections<Section>>> DENIALS = byFirstWord(ClaimWords.DENIALS);
        private static final Map<String, List<WordSections<Section>>> BLAME = byFirstWord(ClaimWords.BLAME);
    }
}
