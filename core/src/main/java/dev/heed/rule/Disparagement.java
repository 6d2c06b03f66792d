package dev.heed.rule;

import dev.heed.rule.DerogatoryWords.Section;

/** Tells in one language where a sentence disparages somebody. Stateless but for its words. */
final class Disparagement {
    private static final int NEAR = 4;
    private static final int LONGEST = 6;
    private static final int LONGEST_ALONE = 8;

    private final WordSections<Section> language;
    private final Words words;

    Disparagement(WordSections<Section> language, Words words) {
        this.language = language;
        this.words = words;
    }

    /** Whether somebody is called something here. */
    boolean callsNames(int at) {
        return language.isAt(Section.INSULT, words, at) || isEpithet(at);
    }

    /** Whether something is said of somebody here that disparages whoever it is said of. */
    boolean disparages(int at) {
        return isSaidOfAPerson(at) || isDoneByAPerson(at);
    }

    /** Whether what stands here is somebody's name: "Mrs. Idiot". */
    boolean isName(int at) {
        return language.endsAt(Section.TITLE, words, at);
    }

    /** Whether what stands here disparages nobody after all. */
    boolean excuses(int at) {
        return isHarmless(at) || isNegated(at) || isOfOurs(at);
    }

    /** Whether there is nothing in it but a word that judges; a tag, perhaps. */
    boolean isAlone() {
        boolean judges = false;
        for (int at = 0; at < words.size(); ) {
            int length = language.lengthAt(Section.ALONE, words, at);
            judges |= length > 0;
            length = Math.max(length, language.lengthAt(Section.ADVERB, words, at));
            if (length == 0 || words.size() > LONGEST_ALONE) {
                return false;
            }
            at += length;
        }
        return judges;
    }

    /** "This clown", "she is a clown", "she is a pig"; but neither a clown costume nor this pig. */
    private boolean isEpithet(int at) {
        boolean epithet = language.isAt(Section.EPITHET, words, at);
        if (!epithet && !language.isAt(Section.LIKENESS, words, at)) {
            return false;
        }
        int from = before(at);
        boolean pointedAt =
                language.endsAt(Section.POINTER, words, from) || language.endsAt(Section.POINTER, words, at);
        if (epithet && pointedAt) {
            return true;
        }
        from = before(from - lengthBefore(Section.ARTICLE, from));
        int copula = lengthBefore(Section.COPULA, from);
        int subject = before(from - copula);
        return (copula > 0 && (isNoun(subject) || isPronoun(subject)))
                || language.endsAt(Section.PERSON_IS, words, from)
                || (epithet && copula > 0 && isSubjectless(from - copula));
    }

    /** "Annoying customer", "the customer is annoying"; but an annoying bug. */
    private boolean isSaidOfAPerson(int at) {
        int length =
                Math.max(language.lengthAt(Section.TRAIT, words, at), language.lengthAt(Section.CHARACTER, words, at));
        return length > 0 && (isBeforeAPerson(at + length) || isBehindAPerson(at, at + length));
    }

    private boolean isBeforeAPerson(int end) {
        int to = end;
        for (int more = 0; more < NEAR && to < words.size() && !words.parted().get(to); more++) {
            if (isPerson(to)) {
                return true;
            }
            int length = adjective(to);
            if (length == 0) {
                return false;
            }
            to += length;
        }
        return false;
    }

    private int adjective(int at) {
        return Math.max(
                language.lengthAt(Section.ADVERB, words, at),
                Math.max(language.lengthAt(Section.TRAIT, words, at), language.lengthAt(Section.CHARACTER, words, at)));
    }

    private boolean isBehindAPerson(int at, int end) {
        int from = before(at);
        int copula = lengthBefore(Section.COPULA, from);
        int subject = before(from - copula);
        if (copula == 0) {
            boolean ends = end == words.size() || words.parted().get(end) || language.isAt(Section.AFTER, words, end);
            boolean fused =
                    language.endsAt(Section.PERSON_IS, words, from) && language.isAt(Section.CHARACTER, words, at);
            return fused || (ends && isPersonBefore(subject));
        }
        return isNoun(subject)
                || (language.isAt(Section.CHARACTER, words, at)
                        && (isPronoun(subject) || isSubjectless(from - copula)));
    }

    /** "She keeps whining"; but a motor that whines. */
    private boolean isDoneByAPerson(int at) {
        if (!language.isAt(Section.VERB, words, at)) {
            return false;
        }
        int from = before(at);
        int subject = before(from - lengthBefore(Section.COPULA, from));
        return isNoun(subject) || isPronoun(subject) || language.endsAt(Section.PERSON_IS, words, from);
    }

    private boolean isNoun(int end) {
        return isPersonBefore(end) || (end >= 2 && language.endsAt(Section.TITLE, words, end - 1));
    }

    /** Whom something makes so is not so: "it drives the customer crazy". */
    private boolean isPersonBefore(int end) {
        int length = lengthBefore(Section.PERSON, end);
        return length > 0
                && isPerson(end - length)
                && !language.isAmong(Section.CAUSE, words, end - length - NEAR, end - length);
    }

    private boolean isPerson(int at) {
        return language.isAt(Section.PERSON, words, at) && !language.isAt(Section.NOT_PERSON, words, at);
    }

    private boolean isPronoun(int end) {
        return language.endsAt(Section.PRONOUN, words, end)
                || (end == 1 && language.endsAt(Section.OPENING, words, end));
    }

    /** "Está loco." */
    private boolean isSubjectless(int copula) {
        return copula >= 0
                && (copula == 0 || words.parted().get(copula))
                && language.isAt(Section.SUBJECTLESS, words, copula);
    }

    /** Where adverbs and adjectives begin that stand before a word, in its clause. */
    private int before(int end) {
        int from = Math.max(0, end);
        for (int more = 0; more < LONGEST && from > 0 && !isParted(from); more++) {
            int length = lengthBefore(Section.ADVERB, from);
            length = length > 0 ? length : lengthBefore(Section.TRAIT, from);
            length = length > 0 ? length : lengthBefore(Section.CHARACTER, from);
            if (length == 0) {
                return from;
            }
            from -= length;
        }
        return from;
    }

    private boolean isParted(int at) {
        return at < words.size() && words.parted().get(at);
    }

    /** How many words of a section stand before a word, in its clause. */
    private int lengthBefore(Section section, int end) {
        return end <= 0 || isParted(end) ? 0 : language.lengthBefore(section, words, end);
    }

    /** "Idiot-proof", "crazy about". */
    private boolean isHarmless(int at) {
        for (int from = Math.max(0, at - LONGEST); from <= at; from++) {
            if (from + language.lengthAt(Section.HARMLESS, words, from) > at) {
                return true;
            }
        }
        return false;
    }

    /** "Is not an idiot". */
    private boolean isNegated(int at) {
        int from = before(at);
        from = before(from - lengthBefore(Section.ARTICLE, from));
        if (lengthBefore(Section.NEGATION, from) > 0) {
            return true;
        }
        from = before(from - lengthBefore(Section.COPULA, from));
        return lengthBefore(Section.NEGATION, from) > 0;
    }

    /** "She called us idiots", "we look like idiots". */
    private boolean isOfOurs(int at) {
        for (int from = at - 1;
                from >= Math.max(0, at - NEAR) && !words.parted().get(from + 1);
                from--) {
            if (language.isAt(Section.OURS, words, from)) {
                return true;
            }
            if (isPerson(from) || language.isAt(Section.POINTER, words, from)) {
                return false;
            }
        }
        return false;
    }
}
