package dev.heed.rule;

import dev.heed.error.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words by which a note that disparages somebody is told from one that says what happened. Data, so that a shop can add
 * its own, take some away, or bring a file of its own. Compared without regard to case and accents. Immutable and
 * thread-safe; each {@code with…} gives a new value.
 */
public final class DerogatoryWords {
    enum Section {
        INSULT,
        EPITHET,
        LIKENESS,
        TRAIT,
        CHARACTER,
        VERB,
        ALONE,
        PERSON,
        NOT_PERSON,
        PRONOUN,
        OPENING,
        PERSON_IS,
        SUBJECTLESS,
        TITLE,
        COPULA,
        ADVERB,
        ARTICLE,
        POINTER,
        NEGATION,
        OURS,
        CAUSE,
        AFTER,
        HARMLESS,
        SAYS
    }

    /** By which a sentence may disparage somebody. */
    private static final Set<Section> DEROGATORY = EnumSet.of(
            Section.INSULT,
            Section.EPITHET,
            Section.LIKENESS,
            Section.TRAIT,
            Section.CHARACTER,
            Section.VERB,
            Section.ALONE);

    private final Map<String, List<List<String>>> file;
    private final List<WordSections<Section>> languages;
    private final Map<String, List<WordSections<Section>>> derogatory;

    private DerogatoryWords(Map<String, List<List<String>>> file) {
        this.file = file;
        this.languages = WordSections.of(file, Section.class);
        this.derogatory = WordSections.byFirstWord(languages, DEROGATORY);
    }

    /** The words that come with Heed, in English, German, French and Spanish. */
    public static DerogatoryWords builtIn() {
        return BuiltIn.WORDS;
    }

    /**
     * Words of a shop's own instead of those that come with Heed, written as {@code derogatory-words.txt} beside this class:
     * {@code [language section]}, and below it lines of phrases parted by bars. The reader is not closed.
     *
     * @throws InvalidInputException if there is a section that Heed does not know, or a line before the first one
     * @throws UncheckedIOException if it cannot be read
     */
    public static DerogatoryWords read(Reader words) {
        try {
            return new DerogatoryWords(folded(WordFile.read(new BufferedReader(words))));
        } catch (IOException e) {
            throw new UncheckedIOException("The derogatory words cannot be read.", e);
        }
    }

    /**
     * Adds words that disparage whoever is called so.
     *
     * @param language in which they count as such, as {@code en}; one that Heed does not know, too
     * @throws InvalidInputException if one has no word in it, or the language is blank
     */
    public DerogatoryWords with(String language, String... insults) {
        if (language.isBlank() || language.indexOf(' ') >= 0) {
            throw new InvalidInputException("No language is named.", "Give a code such as en.");
        }
        Map<String, List<List<String>>> more = new LinkedHashMap<>(file);
        List<List<String>> all = new ArrayList<>(more.getOrDefault(language + " insult", List.of()));
        for (String insult : insults) {
            all.addAll(spellings(insult));
        }
        more.put(language + " insult", List.copyOf(all));
        return new DerogatoryWords(more);
    }

    /**
     * Takes words away by which nobody is disparaged in this shop, such as the name of a product.
     *
     * @throws InvalidInputException if one has no word in it
     */
    public DerogatoryWords without(String... words) {
        Set<List<String>> gone = new LinkedHashSet<>();
        for (String word : words) {
            gone.addAll(spellings(word));
        }
        Map<String, List<List<String>>> less = new LinkedHashMap<>(file);
        less.replaceAll((name, phrases) -> DEROGATORY.contains(section(name))
                ? phrases.stream().filter(phrase -> !gone.contains(phrase)).toList()
                : phrases);
        return new DerogatoryWords(less);
    }

    /** The languages in which a sentence may disparage somebody. */
    List<WordSections<Section>> languagesOf(Words words) {
        return WordSections.in(words, derogatory);
    }

    /** Whether somebody is said to have said something, in whatever language. */
    boolean say(Words words) {
        return has(Section.SAYS, words);
    }

    /** Whether a name follows a word. */
    boolean isTitle(Words word) {
        return has(Section.TITLE, word);
    }

    boolean isPerson(Words word) {
        return has(Section.PERSON, word);
    }

    private boolean has(Section section, Words words) {
        return languages.stream().anyMatch(language -> language.isAmong(section, words, 0, words.size()));
    }

    private static Map<String, List<List<String>>> folded(Map<String, List<List<String>>> written) {
        Map<String, List<List<String>>> folded = new LinkedHashMap<>();
        written.forEach((name, phrases) -> {
            section(name);
            Collection<List<String>> all = new LinkedHashSet<>();
            phrases.forEach(phrase -> all.addAll(spellings(String.join(" ", phrase))));
            folded.put(name, List.copyOf(all));
        });
        return folded;
    }

    private static Section section(String name) {
        String wanted = Folding.upper(name.substring(name.indexOf(' ') + 1).replace('-', '_'));
        return EnumSet.allOf(Section.class).stream()
                .filter(section -> name.indexOf(' ') > 0 && section.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "There is no section [" + name + "] of derogatory words.",
                        "Name a language and one of the sections of derogatory-words.txt, as in [en insult]."));
    }

    /** With ü as u, and with ü as ue. */
    private static Set<List<String>> spellings(String phrase) {
        Words words = Words.of(phrase);
        if (words.isEmpty()) {
            throw new InvalidInputException("A derogatory phrase has no word in it.", "Leave it out.");
        }
        Set<List<String>> spellings = new LinkedHashSet<>();
        spellings.add(List.copyOf(words.folded()));
        spellings.add(words.written().stream().map(Folding::foldUmlauts).toList());
        return spellings;
    }

    /** Read when the first note is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final DerogatoryWords WORDS = new DerogatoryWords(folded(WordFile.read("derogatory-words.txt")));
    }
}
