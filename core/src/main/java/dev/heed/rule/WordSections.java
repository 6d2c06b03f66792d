package dev.heed.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one language for one purpose, in sections. Immutable and thread-safe.
 *
 * @param <S> the sections
 */
final class WordSections<S extends Enum<S>> {
    private static final int LONGEST = 6;

    private final Map<S, Phrases> sections;

    private WordSections(Class<S> names) {
        sections = new EnumMap<>(names);
    }

    /** All languages of a file whose sections are named {@code [language section]}. */
    static <S extends Enum<S>> List<WordSections<S>> read(String resource, Class<S> names) {
        return of(WordFile.read(resource), names);
    }

    /** All languages of phrases that stand under {@code language section}. */
    static <S extends Enum<S>> List<WordSections<S>> of(Map<String, List<List<String>>> file, Class<S> names) {
        Map<String, WordSections<S>> languages = new LinkedHashMap<>();
        file.forEach((name, phrases) -> {
            int blank = name.indexOf(' ');
            S section =
                    Enum.valueOf(names, Folding.upper(name.substring(blank + 1).replace('-', '_')));
            languages
                    .computeIfAbsent(name.substring(0, blank), unknown -> new WordSections<>(names))
                    .sections
                    .put(section, new Phrases(phrases));
        });
        return List.copyOf(new ArrayList<>(languages.values()));
    }

    /** Each language under each word with which a phrase of one of these sections begins. */
    static <S extends Enum<S>> Map<String, List<WordSections<S>>> byFirstWord(
            List<WordSections<S>> languages, Set<S> some) {
        Map<String, List<WordSections<S>>> byWord = new HashMap<>();
        for (WordSections<S> language : languages) {
            for (S section : some) {
                for (String word : language.firstWords(section)) {
                    byWord.computeIfAbsent(word, any -> new ArrayList<>(1)).add(language);
                }
            }
        }
        return byWord;
    }

    /**
     * The languages of which a sentence may say something, told by single words: most say nothing of the kind.
     *
     * @param byFirstWord as {@link #byFirstWord} gives it
     */
    static <S extends Enum<S>> List<WordSections<S>> in(Words words, Map<String, List<WordSections<S>>> byFirstWord) {
        List<WordSections<S>> some = new ArrayList<>();
        for (String word : words.folded()) {
            for (WordSections<S> language : byFirstWord.getOrDefault(word, List.of())) {
                if (!some.contains(language)) {
                    some.add(language);
                }
            }
        }
        return some;
    }

    private Set<String> firstWords(S section) {
        Phrases phrases = sections.get(section);
        return phrases == null ? Set.of() : phrases.firstWords();
    }

    /** How many words of a section stand here; none if no phrase of it does. */
    int lengthAt(S section, Words words, int at) {
        Phrases phrases = sections.get(section);
        return phrases == null || at < 0 ? 0 : phrases.lengthAt(words, at);
    }

    boolean isAt(S section, Words words, int at) {
        return lengthAt(section, words, at) > 0;
    }

    /** Whether a phrase of a section ends just before a word. */
    boolean endsAt(S section, Words words, int end) {
        return lengthBefore(section, words, end) > 0;
    }

    /** How many words of a section stand just before a word; none if no phrase of it does. */
    int lengthBefore(S section, Words words, int end) {
        for (int from = Math.max(0, end - LONGEST); from < end; from++) {
            if (lengthAt(section, words, from) == end - from) {
                return end - from;
            }
        }
        return 0;
    }

    /** Whether a phrase of a section begins between these words. */
    boolean isAmong(S section, Words words, int from, int to) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (isAt(section, words, at)) {
                return true;
            }
        }
        return false;
    }
}
