package dev.heed.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Text as encoded words of RFC 2047 in UTF-8, of at most 75 characters, never cut within a character. */
final class EncodedWordWriter {

    private static final String START = "=?UTF-8?";
    private static final String END = "?=";
    private static final int OVERHEAD = START.length() + 2 + END.length();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN_Q = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/";

    private EncodedWordWriter() {}

    /**
     * The words in order, to be parted by folded white space, which readers drop.
     *
     * @param text one line
     * @param first characters available for the first word
     * @param next characters available for each further word, at most 75
     */
    static List<String> encode(String text, int first, int next) {
        boolean q = q(text).length() <= b(text).length();
        List<String> words = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < text.length()) {
            int following = text.offsetByCodePoints(end, 1);
            int available = words.isEmpty() ? first : next;
            if (end > start && word(text.substring(start, following), q).length() > available) {
                words.add(word(text.substring(start, end), q));
                start = end;
            }
            end = following;
        }
        words.add(word(text.substring(start), q));
        return words;
    }

    private static String word(String text, boolean q) {
        return START + (q ? "Q?" + q(text) : "B?" + b(text)) + END;
    }

    private static String b(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The characters that RFC 2047 section 5 (3) allows everywhere, also in display names. */
    private static String q(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + OVERHEAD);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet == ' ') {
                encoded.append('_');
            } else if (PLAIN_Q.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('=').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
