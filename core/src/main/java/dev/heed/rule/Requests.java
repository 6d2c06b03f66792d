package dev.heed.rule;

import dev.heed.rule.RequestWords.Section;

/** Tells in one language whether a sentence asks for what it names. Stateless but for its words. */
final class Requests {
    private static final int LONGEST_WAY = 14;
    private static final int LONGEST_OPENING = 7;
    private static final int FEW_WORDS = 4;
    private static final int NEAR = 3;

    private final WordSections<Section> language;
    private final Words words;
    private final boolean question;

    Requests(WordSections<Section> language, Words words, boolean question) {
        this.language = language;
        this.words = words;
        this.question = question;
    }

    /**
     * Whether the sentence asks for what stands between two words.
     *
     * @param from the first word of what it is called
     * @param to the word after the last one
     */
    boolean askFor(int from, int to) {
        int head = head(from);
        return asksWithAQuestion(from, to, head) || isMissing(from, to) || asksWithARequest(to, head);
    }

    /** Where what is wanted begins: "the exact order number". */
    private int head(int from) {
        int head = from;
        while (head > 0 && language.isAt(Section.DETERMINER, words, head - 1)) {
            head--;
        }
        return head;
    }

    private boolean asksWithAQuestion(int from, int to, int head) {
        if (!question) {
            return false;
        }
        boolean has = language.endsAt(Section.HAVE, words, head)
                && (to == words.size() || words.parted().get(to) || language.isAt(Section.AFTER_HAVE, words, to));
        return has
                || language.endsAt(Section.QUESTION, words, head)
                || language.isAt(Section.WHICH, words, from - 1)
                || words.size() <= FEW_WORDS;
    }

    /** "The order number is still missing", "Your order number, please." */
    private boolean isMissing(int from, int to) {
        int length = language.lengthAt(Section.MISSING, words, to);
        return length > 0 && to + length == words.size() && from <= FEW_WORDS && !isNegated(from, from, to + length);
    }

    private boolean asksWithARequest(int to, int head) {
        for (int at = 0; at < head; at++) {
            int want = language.lengthAt(Section.WANT, words, at);
            if (want > 0 && reaches(at, at + want, head, to)) {
                return true;
            }
            int opener = language.lengthAt(Section.OPENER, words, at);
            if (opener > 0 && (verbReaches(at, at + opener, head, to) || verbBehind(at, at + opener, head, to))) {
                return true;
            }
            boolean begins = at == 0 || language.endsAt(Section.BEGIN, words, at);
            int verb = language.lengthAt(Section.VERB, words, at);
            if (begins && verb > 0 && reaches(at, at + verb, head, to)) {
                return true;
            }
        }
        return false;
    }

    /** "Could you please also send …" */
    private boolean verbReaches(int start, int openerEnd, int head, int to) {
        int last = Math.min(head, openerEnd + LONGEST_OPENING);
        for (int at = openerEnd; at < last; at++) {
            if (language.isAt(Section.FIRST_PERSON, words, at) || language.isAt(Section.CLAUSE, words, at)) {
                return false;
            }
            int verb = language.lengthAt(Section.VERB, words, at);
            if (verb > 0 && reaches(start, at + verb, head, to)) {
                return true;
            }
        }
        return false;
    }

    /** "Könnten Sie uns … nennen?" */
    private boolean verbBehind(int start, int openerEnd, int head, int to) {
        int last = Math.min(words.size(), to + LONGEST_OPENING);
        for (int at = to; at < last && !language.isAt(Section.CLAUSE, words, at); at++) {
            if (language.isAt(Section.VERB_AFTER, words, at)) {
                return reaches(start, openerEnd, head, to);
            }
        }
        return false;
    }

    /** Whether what stands behind a request is what it wants, and not something said along with it. */
    private boolean reaches(int start, int end, int head, int to) {
        if (end > head || head - end > LONGEST_WAY || isNegated(start, head, to)) {
            return false;
        }
        if (end == head) {
            return true;
        }
        boolean asksWhich = language.isAt(Section.WHICH, words, head - 1);
        int wayEnd = asksWhich ? head - 1 : head;
        return !isNamedInPassing(head)
                && !language.isAmong(Section.CLAUSE, words, end, wayEnd)
                && !language.isAmong(Section.FIRST_PERSON, words, end, wayEnd);
    }

    /** "With the order number", "for a mail with a new order number". */
    private boolean isNamedInPassing(int head) {
        int before = head(head - 1);
        boolean described =
                before < head - 1 && !words.parted().get(head) && !language.isAt(Section.DETERMINER, words, head);
        return language.isAt(Section.PREPOSITION, words, head - 1)
                || (described && language.isAt(Section.PREPOSITION, words, before - 1));
    }

    /** "You do not need to send us …", "… brauchen wir nicht": near it, and not beyond a comma. */
    private boolean isNegated(int start, int head, int to) {
        for (int at = start; at > Math.max(0, start - NEAR) && !words.parted().get(at); at--) {
            if (language.isAt(Section.NEGATION, words, at - 1)) {
                return true;
            }
        }
        if (language.isAmong(Section.NEGATION, words, start, head)) {
            return true;
        }
        int last = Math.min(words.size(), to + NEAR);
        for (int at = to; at < last && !words.parted().get(at); at++) {
            if (language.isAt(Section.NEGATION, words, at)) {
                return true;
            }
        }
        return false;
    }
}
