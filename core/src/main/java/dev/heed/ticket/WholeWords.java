package dev.heed.ticket;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words that somebody wrote from letters that were cut out of words. */
final class WholeWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}\\p{M}*\\p{L}|\\p{IsIdeographic}");

    /** Written without blanks between the words. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private WholeWords() {}

    /** Whether a quotation has a word of two letters at least, and stands in a text so that it begins and ends with words. */
    static boolean stand(String text, String quotation) {
        if (!WORD.matcher(quotation).find()) {
            return false;
        }
        for (int at = text.indexOf(quotation); at >= 0; at = text.indexOf(quotation, at + 1)) {
            if (isBoundary(text, at) && isBoundary(text, at + quotation.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !isOfWord(before) || !isOfWord(after) || isUnspaced(before) || isUnspaced(after);
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        return UNSPACED.contains(UnicodeScript.of(c));
    }
}
