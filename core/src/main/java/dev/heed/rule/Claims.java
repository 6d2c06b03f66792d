package dev.heed.rule;

import dev.heed.rule.ClaimWords.Section;

/** Tells in one language whether a sentence denies something, or blames somebody. Stateless but for its words. */
final class Claims {
    private static final int BEFORE = 8;
    private static final int AFTER = 3;
    private static final int NEAR = 3;
    private static final int FAR = 6;
    /** Nobody means what stands farther away; and whoever writes without end is read to the end all the same. */
    private static final int LONGEST_CLAUSE = 60;

    private final WordSections<Section> language;
    private final Words words;

    Claims(WordSections<Section> language, Words words) {
        this.language = language;
        this.words = words;
    }

    /** Whether it says that something is not there which the customer says to have sent, paid or ordered. */
    boolean deny() {
        for (int at = 0; at < words.size(); at++) {
            boolean denies = language.isAt(Section.DENY, words, at) || lacksAThing(at);
            if (denies && !isConditional(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean lacksAThing(int at) {
        int length = language.lengthAt(Section.LACKING, words, at);
        return length > 0
                && language.isAmong(Section.THING, words, at - BEFORE, Math.min(words.size(), at + length + AFTER))
                && !isDoneByTheCustomer(at);
    }

    /** "You have not received …" */
    private boolean isDoneByTheCustomer(int at) {
        int from = clause(at);
        return language.isAmong(Section.YOU, words, from, at + 1) && !language.isAmong(Section.WE, words, from, at);
    }

    /** Whether it says that the customer, or somebody else than the shop, has caused something. */
    boolean blame() {
        for (int at = 0; at < words.size(); at++) {
            boolean blames = blamesTheCustomer(at) || blamesWhoFollows(at) || blamesWhoStandsBefore(at);
            if (blames && !isConditional(at) && !language.isAmong(Section.NEGATION, words, at - NEAR, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean blamesTheCustomer(int at) {
        int length = language.lengthAt(Section.BLAME, words, at);
        int from = clause(at);
        return length > 0
                && (language.isAmong(Section.ADDRESSED, words, from, at + length)
                        || !language.isAmong(Section.WE, words, from, at + length));
    }

    /** "Caused by your bank." */
    private boolean blamesWhoFollows(int at) {
        int length = language.lengthAt(Section.BLAME_PARTY, words, at);
        int end = at + length;
        return length > 0 && language.isAmong(Section.PARTY, words, end, Math.min(words.size(), end + NEAR + 1));
    }

    /** "Your bank has declined it." */
    private boolean blamesWhoStandsBefore(int at) {
        int end = at + language.lengthAt(Section.PARTY, words, at);
        if (end == at) {
            return false;
        }
        for (int verb = end; verb < Math.min(words.size(), end + FAR); verb++) {
            boolean other = language.isAt(Section.WE, words, verb) || language.isAt(Section.NEGATION, words, verb);
            if (other) {
                return false;
            }
            if (language.isAt(Section.PARTY_BLAME, words, verb)) {
                return true;
            }
        }
        return false;
    }

    /** What is only said to be possible is not said to be so. */
    private boolean isConditional(int at) {
        return language.isAmong(Section.CONDITION, words, at - LONGEST_CLAUSE, at);
    }

    /** Where the part between commas begins in which a word stands. */
    private int clause(int at) {
        int from = at;
        while (from > Math.max(0, at - LONGEST_CLAUSE) && !words.parted().get(from)) {
            from--;
        }
        return from;
    }
}
