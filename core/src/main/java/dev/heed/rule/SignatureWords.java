package dev.heed.rule;

import dev.heed.error.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words by which a collective signature is told from a personal one. Data, so that a shop can add its own language.
 * Immutable and thread-safe; each {@code with…} gives a new value. Compared without regard to case and accents.
 */
public final class SignatureWords {
    /** The sections in which a line is one phrase. */
    private static final Set<Section> PHRASES = EnumSet.of(
            Section.CLOSING, Section.INTRODUCTION_OF_SELF, Section.INTRODUCTION, Section.INTRODUCTION_BEHIND);

    private final Map<Section, Set<String>> sections;
    private final Map<String, Long> sectionsOf = new HashMap<>();
    private final Phrases closings;

    enum Section {
        COLLECTIVE,
        COLLECTIVE_SUFFIX,
        COLLECTIVE_ENDING,
        COLLECTIVE_SURNAME,
        HEAD_FIRST,
        HEAD_LAST,
        GENERIC,
        FUNCTION,
        FUNCTION_NAME,
        AND,
        PURPOSE,
        WITH,
        OFFICE_OF,
        COMPANY_FORM,
        OURS,
        INTRODUCTION_OF_SELF,
        INTRODUCTION,
        INTRODUCTION_BEHIND,
        HUMAN,
        BEFORE_HUMAN,
        CONNECTOR,
        TITLE,
        PLACEHOLDER,
        CLOSING,
        ARTICLE,
        ARTICLE_BEFORE_NOUN,
        GIVEN;

        @SuppressWarnings("EnumOrdinal") // a bit in memory, kept nowhere
        private long bit() {
            return 1L << ordinal();
        }
    }

    private SignatureWords(Map<Section, Set<String>> sections) {
        this.sections = sections;
        sections.forEach((section, words) -> {
            if (!PHRASES.contains(section)) {
                words.forEach(word -> sectionsOf.merge(word, bit(section), (some, more) -> some | more));
            }
        });
        this.closings = phrases(Section.CLOSING);
    }

    /** The words that come with Heed: English, German, French, Spanish, and the commonest of some other languages. */
    public static SignatureWords builtIn() {
        Map<Section, Set<String>> sections = new EnumMap<>(Section.class);
        try (InputStream in = SignatureWords.class.getResourceAsStream("signature-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("The resource signature-words.txt is missing from heed-core.");
            }
            read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), sections);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource signature-words.txt of heed-core cannot be read.", e);
        }
        return new SignatureWords(sections);
    }

    private static void read(BufferedReader reader, Map<Section, Set<String>> sections) throws IOException {
        Section section = Section.GENERIC;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = Section.valueOf(
                        Folding.upper(line.substring(1, line.indexOf(']')).replace('-', '_')));
                continue;
            }
            Set<String> words = sections.computeIfAbsent(section, key -> new HashSet<>());
            if (PHRASES.contains(section)) {
                words.add(line.strip());
            } else {
                words.addAll(split(line));
            }
        }
    }

    /** The words between blanks. By hand: every desk splits thousands of them while it starts. */
    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < line.length(); ) {
            int blank = line.indexOf(' ', from);
            int to = blank < 0 ? line.length() : blank;
            if (to > from) {
                words.add(line.substring(from, to));
            }
            from = to + 1;
        }
        return words;
    }

    /**
     * Adds nouns for groups: a name with one of them in it does not sign.
     *
     * @throws InvalidInputException if one is not a single word
     */
    public SignatureWords withCollectiveNouns(Collection<String> nouns) {
        return with(Section.COLLECTIVE, nouns);
    }

    /**
     * Adds words for offices and tasks: a name made only of such words does not sign.
     *
     * @throws InvalidInputException if one is not a single word
     */
    public SignatureWords withGenericWords(Collection<String> words) {
        return with(Section.GENERIC, words);
    }

    /**
     * Adds phrases with which letters end in a language.
     *
     * @throws InvalidInputException if one has no word in it
     */
    public SignatureWords withClosingPhrases(Collection<String> phrases) {
        return with(Section.CLOSING, phrases);
    }

    private SignatureWords with(Section section, Collection<String> added) {
        Map<Section, Set<String>> copy = new EnumMap<>(sections);
        Set<String> words = new TreeSet<>(words(section));
        added.forEach(entry -> words.add(compared(section, entry)));
        copy.put(section, words);
        return new SignatureWords(copy);
    }

    /** An entry as it is compared: taken apart as texts are. */
    private static String compared(Section section, String entry) {
        List<String> words = Words.of(entry).folded();
        if (words.isEmpty()) {
            throw new InvalidInputException("The entry “" + entry + "” has no word in it.", "Leave it out.");
        }
        if (words.size() > 1 && !PHRASES.contains(section)) {
            throw new InvalidInputException(
                    "“" + entry + "” is more than one word, and names are compared word by word.",
                    "Give the words that matter one by one; what a blank, a hyphen or a dot parts is several.");
        }
        return String.join(" ", words);
    }

    /**
     * Whether a word stands in a section.
     *
     * @throws IllegalArgumentException if the section is one of phrases
     */
    boolean is(Section section, String folded) {
        return (sectionsOf.getOrDefault(folded, 0L) & bit(section)) != 0;
    }

    /** Whether a word stands in one of these sections. */
    boolean isAny(Sections some, String folded) {
        return (sectionsOf.getOrDefault(folded, 0L) & some.bits) != 0;
    }

    private static long bit(Section section) {
        if (PHRASES.contains(section)) {
            throw new IllegalArgumentException("A line of " + section + " is a phrase: ask phrases(…).");
        }
        return section.bit();
    }

    /** Several sections of single words. */
    static final class Sections {
        private final long bits;

        Sections(Section... some) {
            long all = 0;
            for (Section section : some) {
                all |= bit(section);
            }
            bits = all;
        }
    }

    Set<String> words(Section section) {
        return sections.getOrDefault(section, Set.of());
    }

    /** The phrases of a section. */
    Phrases phrases(Section section) {
        List<List<String>> phrases = new ArrayList<>();
        for (String phrase : words(section)) {
            phrases.add(split(phrase));
        }
        return new Phrases(phrases);
    }

    /** The closing phrases. */
    Phrases closings() {
        return closings;
    }
}
