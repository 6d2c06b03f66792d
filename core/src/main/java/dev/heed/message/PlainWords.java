package dev.heed.message;

/** Words that every store and every encoding can keep. */
final class PlainWords {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainWords() {}

    /** The same, with U+FFFD for halves of surrogate pairs and for control characters that are no white space. */
    static String of(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (isStrange(words, i)) {
                return replaced(words);
            }
        }
        return words;
    }

    private static String replaced(String words) {
        StringBuilder plain = new StringBuilder(words);
        for (int i = 0; i < words.length(); i++) {
            if (isStrange(words, i)) {
                plain.setCharAt(i, REPLACEMENT);
            }
        }
        return plain.toString();
    }

    private static boolean isStrange(String words, int at) {
        char c = words.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == words.length() || !Character.isLowSurrogate(words.charAt(at + 1));
        } else if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(words.charAt(at - 1));
        }
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\u0085';
    }
}
