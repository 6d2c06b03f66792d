package dev.heed.email;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Encoded words of RFC 2047 in header text.
 *
 * <p>Lenient: blanks within a word, lower-case encodings, words that touch one another or stand in quotes, unknown
 * charsets. Neighbouring words of one charset and encoding are joined before the charset is applied, since some senders
 * cut within a character. What is no encoded word stays as it is.
 */
final class EncodedWords {

    /** One encoded word: {@code =?charset?encoding?content?=} from {@code start} to {@code end}, exclusive. */
    private record Word(int start, int end, String charset, char encoding, String content) {

        boolean continues(Word previous) {
            return charset.equalsIgnoreCase(previous.charset) && encoding == previous.encoding;
        }
    }

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final StringBuilder contents = new StringBuilder();
    private int remaining;

    private EncodedWords(String text, int maxWords) {
        this.text = text;
        this.remaining = maxWords;
    }

    /**
     * The text with its encoded words decoded.
     *
     * @param text unfolded header text
     * @param maxWords encoded words that are decoded; later ones stay encoded
     */
    static String decode(String text, int maxWords) {
        return text.contains("=?") ? new EncodedWords(text, maxWords).decode() : text;
    }

    private String decode() {
        int copied = 0;
        Optional<Word> previous = Optional.empty();
        Optional<Word> next = wordFrom(0);
        while (next.isPresent()) {
            Word word = next.get();
            boolean adjacent =
                    previous.isPresent() && text.substring(copied, word.start()).isBlank();
            if (!adjacent || !word.continues(previous.get())) {
                previous.ifPresent(this::flush);
            }
            if (!adjacent) {
                decoded.append(text, copied, word.start());
            }
            contents.append(word.content());
            copied = word.end();
            previous = next;
            next = wordFrom(copied);
        }
        previous.ifPresent(this::flush);
        return decoded.append(text, copied, text.length()).toString();
    }

    private Optional<Word> wordFrom(int from) {
        int start = text.indexOf("=?", from);
        while (start >= 0 && remaining > 0) {
            Optional<Word> word = wordAt(start);
            if (word.isPresent()) {
                remaining--;
                return word;
            }
            start = text.indexOf("=?", start + 2);
        }
        return Optional.empty();
    }

    private Optional<Word> wordAt(int start) {
        int charsetEnd = indexOfWithin('?', start + 2, 80);
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
            return Optional.empty();
        }
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        if (encoding != 'B' && encoding != 'Q') {
            return Optional.empty(); // before the end is looked for, which may be far away
        }
        int contentStart = charsetEnd + 3;
        int contentEnd = text.indexOf("?=", contentStart);
        if (contentEnd < 0) {
            remaining = 0; // no word can end any more
            return Optional.empty();
        }
        String charset = text.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        charset = language < 0 ? charset : charset.substring(0, language);
        return Optional.of(
                new Word(start, contentEnd + 2, charset, encoding, text.substring(contentStart, contentEnd)));
    }

    private int indexOfWithin(char wanted, int from, int distance) {
        int end = Math.min(text.length(), from + distance);
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private void flush(Word last) {
        byte[] content = contents.toString().getBytes(StandardCharsets.ISO_8859_1);
        contents.setLength(0);
        byte[] octets = last.encoding() == 'B'
                ? TransferDecoding.base64(content)
                : TransferDecoding.quotedPrintable(content, true);
        String charset = last.charset().toLowerCase(Locale.ROOT);
        decoded.append(MailCharsets.decode(octets, Optional.of(charset), Optional.empty()));
    }
}
