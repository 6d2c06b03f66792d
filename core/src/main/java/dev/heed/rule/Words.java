package dev.heed.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line taken apart into words, with what stands between them. Apostrophes join ({@code O'Brien} is one word), all
 * other punctuation parts.
 * Not thread-safe.
 */
final class Words {
    private static final int COMMON = 12;
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bb\u02bc]");

    private final List<String> folded;
    private final List<String> written;
    private final List<Boolean> parted;
    private @Nullable String joined;

    private Words(List<String> folded, List<String> written, List<Boolean> parted) {
        this.folded = folded;
        this.written = written;
        this.parted = parted;
    }

    static Words of(String line) {
        List<String> written = new ArrayList<>(COMMON);
        List<Boolean> parted = new ArrayList<>(COMMON);
        int start = -1;
        boolean clause = false;
        for (int i = 0; i <= line.length(); ) {
            int c = i < line.length() ? line.codePointAt(i) : ' ';
            if (isWordPart(c) || (start >= 0 && isUnseen(c))) {
                start = start < 0 ? i : start;
            } else if (!joins(line, i, c)) {
                if (start >= 0) {
                    written.add(withoutApostrophes(line.substring(start, i)));
                    parted.add(clause);
                    start = -1;
                    clause = false;
                }
                clause |= partsClauses(c) && !isHyphen(line, i, c);
            }
            i += Character.charCount(c);
        }
        List<String> folded = new ArrayList<>(written.size());
        for (String each : written) {
            folded.add(Folding.fold(each));
        }
        return new Words(folded, written, parted);
    }

    /** The words, folded. */
    List<String> folded() {
        return folded;
    }

    /** The words as written. */
    List<String> written() {
        return written;
    }

    /** For each word, whether punctuation that parts clauses stands before it. */
    List<Boolean> parted() {
        return parted;
    }

    /** The same, where letters written as digits or signs, or drawn out, are read as those meant, and some words not at all. */
    Words plain(Set<String> unread) {
        List<String> plain = new ArrayList<>(folded.size());
        for (String word : folded) {
            String meant = Folding.drawnTogether(Folding.disguiseRemoved(word));
            plain.add(unread.contains(word) ? "" : meant);
        }
        return new Words(plain, written, parted);
    }

    private static String withoutApostrophes(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isApostrophe(word.charAt(i))) {
                return APOSTROPHES.matcher(word).replaceAll("");
            }
        }
        return word;
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || isSignInWord(c);
        }
        if (isApostrophe(c)) {
            return false;
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** A soft hyphen, or what joins letters; within a word only. */
    private static boolean isUnseen(int c) {
        return c >= 0x80 && Character.getType(c) == Character.FORMAT;
    }

    private static boolean isSignInWord(int c) {
        return c == '&' || c == '@' || c == '$';
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

    /** Whether one of these words is among them, or a name glued of words in their letters. */
    boolean mayName(Set<String> words, Set<String> glued) {
        for (String word : folded) {
            if (words.contains(word)) {
                return true;
            }
        }
        String letters = joined();
        for (String name : glued) {
            if (letters.contains(name)) {
                return true;
            }
        }
        return false;
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
        String result = joined;
        if (result == null) {
            result = String.join("", folded);
            joined = result;
        }
        return result;
    }
}
