package dev.heed.rule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes spellings of one word equal: case, accents, what cannot be seen, look-alike letters, letters written as digits. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]+");
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"));

    /** Letters of other scripts that look like a Latin one (Unicode TR 39, the part that is used in practice). */
    private static final String LOOK_ALIKE =
            "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkмmтtвbнhгrпnиuґrѵvӏl" + "αaβbεeηnιiκkνvοoρpτtυuχxωwγyσo";

    private Folding() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Lower case without accents; ä is a, ß is ss. */
    static String fold(String word) {
        if (isAscii(word)) { // most words by far, and a desk reads thousands when it is built
            return word.toLowerCase(Locale.ROOT);
        }
        String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return folded.toString();
    }

    /** As {@link #fold}, and then as a German keyboard without umlauts would write it: ä is ae. */
    static String foldUmlauts(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return fold(lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    }

    /** A folded word with look-alike letters, and digits and signs among letters, read as the Latin letters meant. */
    static String disguiseRemoved(String folded) {
        if (isLowerAscii(folded)) {
            return folded;
        }
        StringBuilder plain = new StringBuilder(folded.length());
        boolean letters = folded.chars().anyMatch(Character::isLetter);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int at = LOOK_ALIKE.indexOf(c);
            if (at >= 0 && at % 2 == 0 && c > 0x7F) {
                plain.append(LOOK_ALIKE.charAt(at + 1));
            } else {
                plain.append(letters ? unleet(c) : c);
            }
        }
        return plain.toString();
    }

    /** A letter that is written three times or more stands once: {@code sooo}. */
    static String drawnTogether(String folded) {
        StringBuilder one = new StringBuilder(folded.length());
        for (int from = 0; from < folded.length(); ) {
            int to = from + 1;
            while (to < folded.length() && folded.charAt(to) == folded.charAt(from)) {
                to++;
            }
            one.append(folded, from, to - from > 2 ? from + 1 : to);
            from = to;
        }
        return one.toString();
    }

    private static boolean isLowerAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static char unleet(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }
}
