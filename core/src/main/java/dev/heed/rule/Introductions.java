package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sentences with which a program says that it is a person: "I am Maria". Immutable and thread-safe. */
final class Introductions {
    private static final int LONGEST = 400;

    private final GroupNames groups;
    private final List<OwnNames> roster;
    private final List<List<String>> ofSelf;
    private final List<List<String>> ofSomebody;
    private final List<List<String>> behind;

    Introductions(GroupNames groups, List<OwnNames> roster) {
        this.groups = groups;
        this.roster = roster;
        this.ofSelf = groups.words().phrases(Section.INTRODUCTION_OF_SELF);
        this.ofSomebody = groups.words().phrases(Section.INTRODUCTION);
        this.behind = groups.words().phrases(Section.INTRODUCTION_BEHIND);
    }

    /** The first sentence in which somebody of the roster, or anybody with a common given name, introduces herself. */
    Optional<Finding.Span> in(String text) {
        Matcher sentence = Patterns.SENTENCE.matcher(text);
        while (sentence.find()) {
            String shown = sentence.group().strip();
            if (shown.length() <= LONGEST
                    && introduces(Words.of(Patterns.I_AM.matcher(shown).replaceAll("I am")))) {
                int start = sentence.start() + sentence.group().indexOf(shown);
                return Optional.of(new Finding.Span(start, start + shown.length(), shown));
            }
        }
        return Optional.empty();
    }

    private boolean introduces(Words words) {
        for (int i = 0; i < words.size(); i++) {
            int self = i + lengthOf(ofSelf, words, i);
            int somebody = i + lengthOf(ofSomebody, words, i);
            boolean begins = i == 0 || words.parted().get(i);
            if ((self > i && (isName(words, self, true) || isHuman(words, self)))
                    || (somebody > i && isName(words, somebody, false))
                    || (begins && isNameThatSpeaks(words, i))) {
                return true;
            }
        }
        return false;
    }

    /** How many words of a phrase begin here; none if no phrase does. */
    private static int lengthOf(List<List<String>> phrases, Words words, int from) {
        return phrases.stream()
                .filter(phrase -> from + phrase.size() <= words.size()
                        && words.folded().subList(from, from + phrase.size()).equals(phrase))
                .findFirst()
                .map(List::size)
                .orElse(0);
    }

    private boolean isName(Words words, int from, boolean anybody) {
        int start = from;
        while (start < words.size() && isBeforeName(words.folded().get(start))) {
            start++;
        }
        int end = endOfAgentsName(words, start);
        if (end > start && (endsHere(words, end) || lengthOf(behind, words, end) > 0)) {
            return true;
        }
        boolean given = anybody
                && start < words.size()
                && groups.isOf(Section.GIVEN, words.folded().get(start))
                && Character.isUpperCase(words.written().get(start).codePointAt(0));
        return given && (endsHere(words, start + 1) || endsHere(words, start + 2));
    }

    /** "I am a real person", but neither "I am a personal assistant" nor "a person-finder". */
    private boolean isHuman(Words words, int from) {
        int at = from;
        while (at < words.size()
                && groups.isOf(Section.BEFORE_HUMAN, words.folded().get(at))) {
            at++;
        }
        boolean human =
                at < words.size() && groups.isOf(Section.HUMAN, words.folded().get(at));
        return human
                && (at + 1 == words.size()
                        || words.parted().get(at + 1)
                        || groups.isOf(Section.BEFORE_HUMAN, words.folded().get(at + 1)));
    }

    /** "Hier ist die Maria", "I am Dr. Keller". */
    private boolean isBeforeName(String word) {
        return groups.isOf(Section.TITLE, word) || groups.isOf(Section.ARTICLE, word);
    }

    private int endOfAgentsName(Words words, int start) {
        int end = start;
        for (OwnNames names : roster) {
            int to = start;
            while (to < words.size()
                    && (names.isPart(words.folded().get(to))
                            || (to > start && names.isInitial(words.folded().get(to))))) {
                to++;
            }
            end = Math.max(end, to);
        }
        return end;
    }

    /** "Maria here", "Maria Keller speaking". */
    private boolean isNameThatSpeaks(Words words, int from) {
        int end = endOfAgentsName(words, from);
        int length = end > from && end < words.size() && !words.parted().get(end) ? lengthOf(behind, words, end) : 0;
        return length > 0 && endsHere(words, end + length);
    }

    private boolean endsHere(Words words, int at) {
        if (at >= words.size()) {
            return at == words.size();
        }
        String next = words.folded().get(at);
        return words.parted().get(at) || groups.isOf(Section.CONNECTOR, next) || groups.isOf(Section.FUNCTION, next);
    }

    /** Apart, so that they are compiled for the first message and not while a desk is built. */
    private static final class Patterns {
        /** Possessive, since the matcher would otherwise go one step deeper for each full stop within a sentence. */
        private static final Pattern SENTENCE =
                Pattern.compile("[^.!?\\n]++(?:(?:\\.(?!\\s)|(?<=\\b(?:Dr|Prof|Mrs?|Ms|Hr|Fr|Sra?))\\.)[^.!?\\n]++)*+");
        /** A word of its own, or it would be the German "im". */
        private static final Pattern I_AM = Pattern.compile("(?iu)\\bI['’]m\\b");
    }
}
