package dev.heed.spi.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The words of a text as searches know them, so that every store finds the same: letters and digits that stand together, in
 * lower case, compatibility forms and accents taken away (normal form NFKD), ß as ss. In scripts that are written without
 * spaces, and in Hangul, each character is a word. Of a longer word the first {@value #LONGEST} characters count.
 */
public final class SearchWords {
    static final int LONGEST = 64;
    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309a';

    private SearchWords() {}

    /** The different words of a text, in their order. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        each(text, words::add);
        return words;
    }

    /** Hands over every word of a text. */
    static void each(String text, Consumer<String> to) {
        String folded = folded(text);
        int begin = -1;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean alone = c > 0x7F && isWrittenWithoutSpaces(c);
            if (begin >= 0 && (alone || !isPartOfAWord(c))) {
                to.accept(cut(folded, begin, i));
                begin = -1;
            }
            if (alone) {
                to.accept(folded.substring(i, next));
            } else if (begin < 0 && isPartOfAWord(c)) {
                begin = i;
            }
            i = next;
        }
        if (begin >= 0) {
            to.accept(cut(folded, begin, folded.length()));
        }
    }

    private static String cut(String text, int begin, int end) {
        return text.codePointCount(begin, end) <= LONGEST
                ? text.substring(begin, end)
                : text.substring(begin, text.offsetByCodePoints(begin, LONGEST));
    }

    private static boolean isPartOfAWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWrittenWithoutSpaces(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
            default -> false;
        };
    }

    private static String folded(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == VOICED || c == HALF_VOICED || !isLeftOut(c)) {
                bare.append(c);
            }
        }
        String lower =
                bare.toString().toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ς', 'σ');
        return Normalizer.normalize(lower, Normalizer.Form.NFC); // puts Hangul and kana together again
    }

    /** Accents, and what only says how letters join. */
    private static boolean isLeftOut(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
