package dev.heed.rule;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for what makes a name look like another one: invisible characters, mixed scripts, letters that are signs. */
final class Suspicion {
    private static final Set<UnicodeScript> ALIKE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);
    private static final Pattern SIGNS_AS_LETTERS = Pattern.compile(
            "[\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\u2460-\\u24FF\\x{1D400}-\\x{1D7FF}\\x{1F130}-\\x{1F189}\\u1D00-\\u1DBF]");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final char DELETE = 0x7F;
    private static final char NO_BREAK_SPACE = 0xA0;
    private static final char SOFT_HYPHEN = 0xAD;
    private static final char LAST_LATIN_EXTENDED = 0x24F;

    private Suspicion() {}

    /** What is wrong with the characters, if anything. */
    static Optional<String> of(String text) {
        if (isPlainLatin(text)) {
            return Optional.empty();
        }
        if (hasInvisible(text)) {
            return Optional.of("it contains invisible characters");
        }
        if (SIGNS_AS_LETTERS.matcher(text).find()) {
            return Optional.of("it is written in signs that only look like letters");
        }
        for (String word : Words.of(text).written()) {
            if (mixesScripts(word)) {
                return Optional.of("one word mixes letters of scripts that look alike");
            }
        }
        return Optional.empty();
    }

    /** Nearly all texts of the languages we know: nothing hidden, one script. */
    private static boolean isPlainLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = (c >= ' ' && c < DELETE) || c == '\n' || c == '\r' || c == '\t';
            if (!ascii && (c < NO_BREAK_SPACE || c > LAST_LATIN_EXTENDED || c == SOFT_HYPHEN)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasInvisible(String text) {
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean joiner = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            boolean needed = joiner && needsJoiners(before);
            int type = Character.getType(c);
            boolean hidden = type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(c));
            if ((hidden && !needed && !isTag(c, before))
                    || isFiller(c)
                    || (isVariation(c) && Character.isLetter(before))) {
                return true;
            }
            before = c;
            i += Character.charCount(c);
        }
        return false;
    }

    /** Joiners are spelling in Arabic and Indic scripts, and glue in emoji; between Latin letters they are a trick. */
    private static boolean needsJoiners(int before) {
        UnicodeScript script = UnicodeScript.of(before);
        return !ALIKE.contains(script)
                && (Character.isLetter(before) || Character.getType(before) != Character.SPACE_SEPARATOR);
    }

    /** Tag characters occur in flags of regions, behind the black flag. */
    private static boolean isTag(int c, int before) {
        return c >= 0xE0020 && c <= 0xE007F && (before == 0x1F3F4 || (before >= 0xE0020 && before <= 0xE007F));
    }

    /** Hangul fillers and the blank Braille pattern are letters and signs that show nothing. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean mixesScripts(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(ALIKE::contains)
                .forEach(scripts::add);
        return scripts.size() > 1;
    }
}
