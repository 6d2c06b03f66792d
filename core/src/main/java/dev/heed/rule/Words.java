package dev.heed.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A line taken apart into words, with what stands between them. Apostrophes join ({@code O'Brien} is one word), all
 * other punctuation parts.
 *
 * @param folded the words, folded
 * @param written the words as written
 * @param parted for each word, whether punctuation that parts clauses stands before it
 */
record Words(List<String> folded, List<String> written, List<Boolean> parted) {

    static Words of(String line) {
        List<String> written = new ArrayList<>();
        List<Boolean> parted = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean clause = false;
        for (int i = 0; i <= line.length(); ) {
            int c = i < line.length() ? line.codePointAt(i) : ' ';
            if (!isApostrophe(c) && isWordPart(c)) {
                word.appendCodePoint(c);
            } else if (!joins(line, i, c)) {
                if (!word.isEmpty()) {
                    written.add(word.toString());
                    parted.add(clause);
                    word.setLength(0);
                    clause = false;
                }
                clause |= partsClauses(c) && !isHyphen(line, i, c);
            }
            i += Character.charCount(c);
        }
        return new Words(written.stream().map(Folding::fold).toList(), written, parted);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || c == '&'
                || c == '@'
                || c == '$';
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02bb' || c == '\u02bc';
    }

    /** A hyphen inside a word parts words, but no clauses. */
    private static boolean isHyphen(String line, int at, int c) {
        return (c == '-' || c == '\u2011')
                && at > 0
                && at + 1 < line.length()
                && Character.isLetter(line.charAt(at - 1))
                && Character.isLetter(line.charAt(at + 1));
    }

    private static boolean joins(String line, int at, int c) {
        if (!isApostrophe(c) || at == 0 || at + 1 >= line.length() || !Character.isLetter(line.charAt(at - 1))) {
            return false;
        }
        // an elided article is a word of its own: l'équipe, d'appels
        boolean elision = (line.charAt(at - 1) == 'l' || line.charAt(at - 1) == 'L' || line.charAt(at - 1) == 'd')
                && (at == 1 || !Character.isLetter(line.charAt(at - 2)));
        return !elision && Character.isLetter(line.charAt(at + 1));
    }

    private static boolean partsClauses(int c) {
        return ",;:|/()[]<>·•–—-\\\n".indexOf(c) >= 0;
    }

    int size() {
        return folded.size();
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    Words from(int index) {
        return between(index, size());
    }

    Words between(int from, int to) {
        return new Words(folded.subList(from, to), written.subList(from, to), parted.subList(from, to));
    }

    String joined() {
        return String.join("", folded);
    }
}
