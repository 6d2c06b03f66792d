package dev.heed.rule;

import dev.heed.rule.RequestWords.Section;
import java.util.ArrayList;
import java.util.List;

/** Tells in one language whether a sentence tells the reader to do a step that it names. Stateless but for its words. */
final class Suggestions {
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 4;
    private static final int NEAR = 3;

    private final WordSections<Section> language;
    private final Words words;

    Suggestions(WordSections<Section> language, Words words) {
        this.language = language;
        this.words = words;
    }

    /** Whether the sentence suggests a step of this name. */
    boolean suggest(List<String> name) {
        List<String> content = content(name);
        if (content.isEmpty()) {
            return false;
        }
        int longest = 2 * content.size() + NEAR + 1;
        for (int from = 0; from < words.size(); from++) {
            int to = endOf(content, from, Math.min(words.size(), from + longest));
            if (to > 0 && (isOrder(name, from, to) || isBehindASuggestion(from, to))) {
                return true;
            }
        }
        return false;
    }

    /** Without what can be otherwise in every sentence: the, your, Sie. */
    private List<String> content(List<String> name) {
        Words all = Words.of(String.join(" ", name));
        List<String> content = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String word = all.folded().get(i);
            if (!language.isAt(Section.DETERMINER, all, i) && !word.equals("sie")) {
                content.add(word);
            }
        }
        return content;
    }

    /** Where the words of a name end that begins here, in any order; zero if it does not. */
    private int endOf(List<String> content, int from, int last) {
        List<String> left = new ArrayList<>(content);
        for (int at = from; at < last; at++) {
            String word = words.folded().get(at);
            boolean found = left.removeIf(wanted -> sameStem(wanted, word));
            if (at == from && !found) {
                return 0;
            }
            if (left.isEmpty()) {
                return at + 1;
            }
        }
        return 0;
    }

    static boolean sameStem(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shared = 0;
        String a = stem(one);
        String b = stem(other);
        while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return shared >= SHORTEST_STEM && shared >= Math.max(a.length(), b.length()) - LONGEST_ENDING;
    }

    /** The German participle: gereinigt. */
    private static String stem(String word) {
        return word.startsWith("ge") && word.endsWith("t") && word.length() > SHORTEST_STEM + 2
                ? word.substring(2)
                : word;
    }

    /** "Restart the router." */
    private boolean isOrder(List<String> name, int from, int to) {
        boolean begins = from == 0 || (language.endsAt(Section.BEGIN, words, from) && begins(from));
        boolean asWritten = words.folded().get(from).equals(name.get(0));
        boolean polite = from + 1 < words.size() && words.folded().get(from + 1).equals("sie");
        return begins && (asWritten || polite) && !language.isAmong(Section.PAST, words, to, to + NEAR);
    }

    private boolean begins(int from) {
        int at = from;
        for (int start = 0; start < from; start++) {
            if (language.lengthAt(Section.BEGIN, words, start) == from - start) {
                at = start;
                break;
            }
        }
        return at == 0 || words.parted().get(from) || words.parted().get(at);
    }

    /** "Could you restart the router?", but not "Could you tell me when you restarted the router?" */
    private boolean isBehindASuggestion(int from, int to) {
        for (int at = 0; at < from; at++) {
            int length = language.lengthAt(Section.SUGGEST, words, at);
            int end = at + length;
            if (length > 0
                    && end <= from
                    && !isNegated(at, to)
                    && !language.isAmong(Section.CLAUSE, words, end, notThatYou(end, from))
                    && !language.isAmong(Section.FIRST_PERSON, words, end, from)) {
                return true;
            }
        }
        return false;
    }

    /** "I suggest that you restart the router": what is said in that clause is what is suggested. */
    private int notThatYou(int end, int from) {
        return language.isAt(Section.CLAUSE, words, end) && from - end <= NEAR ? end : from;
    }

    private boolean isNegated(int start, int to) {
        for (int at = start; at > Math.max(0, start - NEAR) && !words.parted().get(at); at--) {
            if (language.isAt(Section.NEGATION, words, at - 1)) {
                return true;
            }
        }
        return language.isAmong(Section.NEGATION, words, start, to);
    }
}
