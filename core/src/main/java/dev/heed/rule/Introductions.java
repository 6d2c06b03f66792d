package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.rule.SignatureWords.Section;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds sentences with which a program says that it is a person: "I am Maria". Immutable and thread-safe. */
final class Introductions {
    private static final int LONGEST = 400;

    private final GroupNames groups;
    private final AgentNames roster;
    private final Phrases ofSelf;
    private final Phrases ofSomebody;
    private final Phrases behind;

    Introductions(GroupNames groups, AgentNames roster) {
        this.groups = groups;
        this.roster = roster;
        this.ofSelf = groups.words().phrases(Section.INTRODUCTION_OF_SELF);
        this.ofSomebody = groups.words().phrases(Section.INTRODUCTION);
        this.behind = groups.words().phrases(Section.INTRODUCTION_BEHIND);
    }

    /** The first sentence in which somebody of the roster, or anybody with a common given name, introduces herself. */
    Optional<Finding.Span> in(String text) {
        for (int start = Sentences.next(text, 0); start < text.length(); ) {
            int end = Sentences.end(text, start);
            String sentence = text.substring(start, end);
            String shown = sentence.strip();
            if (shown.length() <= LONGEST && introduces(Words.of(withIAm(shown)))) {
                int from = start + sentence.indexOf(shown);
                return Optional.of(new Finding.Span(from, from + shown.length(), shown));
            }
            start = Sentences.next(text, end);
        }
        return Optional.empty();
    }

    private static String withIAm(String sentence) {
        boolean apostrophe = sentence.indexOf('\'') >= 0 || sentence.indexOf('\u2019') >= 0;
        return apostrophe ? Patterns.I_AM.matcher(sentence).replaceAll("I am") : sentence;
    }

    private boolean introduces(Words words) {
        for (int i = 0; i < words.size(); i++) {
            int self = i + ofSelf.lengthAt(words, i);
            int somebody = i + ofSomebody.lengthAt(words, i);
            boolean begins = i == 0 || words.parted().get(i);
            if ((self > i && (isName(words, self, true) || isHuman(words, self)))
                    || (somebody > i && isName(words, somebody, false))
                    || (begins && isNameThatSpeaks(words, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(Words words, int from, boolean anybody) {
        int start = from;
        while (start < words.size() && isBeforeName(words.folded().get(start))) {
            start++;
        }
        int end = endOfAgentsName(words, start);
        if (end > start && (endsHere(words, end) || behind.lengthAt(words, end) > 0)) {
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
        if (start >= words.size()) {
            return start;
        }
        int end = start;
        for (OwnNames names : roster.withWord(words.folded().get(start))) {
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
        int length = end > from && end < words.size() && !words.parted().get(end) ? behind.lengthAt(words, end) : 0;
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
        /** A word of its own, or it would be the German "im". */
        private static final Pattern I_AM = Pattern.compile("(?iu)\\bI['’]m\\b");
    }
}
