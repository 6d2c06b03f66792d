package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * Writes header fields in ASCII, folded at 78 characters where possible and never over 998 (RFC 5322 section 2.1.1).
 *
 * <p>A value can neither end its field nor begin another one: line ends and controls are taken out of every text before
 * it is written. Not thread-safe.
 */
final class HeaderWriter {

    private static final int LINE = 78;
    private static final int WORD = 75;
    private static final String FOLD = "\r\n ";
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final CharMatcher PRINTABLE = CharMatcher.inRange(' ', '~');
    private static final CharMatcher ATOM_TEXT = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("!#$%&'*+-/=?^_`{|}~ "));

    private final StringBuilder out = new StringBuilder();

    /** A field whose value needs no folding and comes from this package. */
    HeaderWriter fixed(String name, String value) {
        out.append(name).append(": ").append(HeaderText.singleLine(value)).append("\r\n");
        return this;
    }

    /** A field of free text, such as Subject. */
    HeaderWriter text(String name, String value) {
        String line = HeaderText.singleLine(value);
        out.append(name).append(": ");
        int column = name.length() + 2;
        if (isPlain(line)) {
            words(WORDS.splitToList(line), column);
        } else {
            words(EncodedWordWriter.encode(line, LINE - column, WORD), column);
        }
        out.append("\r\n");
        return this;
    }

    /**
     * A field with one mailbox.
     *
     * @throws IllegalArgumentException if the address cannot stand in a header
     */
    HeaderWriter mailbox(String name, Mailbox mailbox) {
        String address = "<" + MailAddress.requireAscii(name, mailbox.address()) + ">";
        String displayName = HeaderText.singleLine(mailbox.name());
        int column = name.length() + 2;
        out.append(name).append(": ");
        if (!displayName.isEmpty()) {
            column = displayName(displayName, column);
            out.append(column + address.length() + 1 > LINE ? FOLD : " ");
        }
        out.append(address).append("\r\n");
        return this;
    }

    /** A field of message ids that are valid, each on a line of its own. */
    HeaderWriter ids(String name, List<String> ids) {
        out.append(name)
                .append(": <")
                .append(String.join(">" + FOLD + "<", ids))
                .append(">\r\n");
        return this;
    }

    /**
     * A field of the form {@code value; name=parameter}, each parameter on a line of its own.
     *
     * @param parameters written by {@link ParameterWriter} or constant
     */
    HeaderWriter parameters(String name, String value, List<String> parameters) {
        out.append(name).append(": ").append(value);
        parameters.forEach(parameter -> out.append(";").append(FOLD).append(parameter));
        out.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Encoded where a reader could take it for an encoded word, or where it could not be folded. */
    private static boolean isPlain(String line) {
        return PRINTABLE.matchesAllOf(line)
                && !line.contains("=?")
                && WORDS.splitToStream(line).allMatch(word -> word.length() <= WORD - 10);
    }

    private int displayName(String name, int column) {
        if (!isPlain(name) || name.length() > LINE - column) {
            List<String> words = EncodedWordWriter.encode(name, LINE - column, WORD);
            return words(words, column);
        }
        String written = ATOM_TEXT.matchesAllOf(name)
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        out.append(written);
        return column + written.length();
    }

    private int words(List<String> words, int start) {
        int column = start;
        boolean first = true;
        for (String word : words) {
            if (!first) {
                boolean fits = column + 1 + word.length() <= LINE;
                out.append(fits ? " " : FOLD);
                column = fits ? column + 1 : 1;
            }
            out.append(word);
            column += word.length();
            first = false;
        }
        return column;
    }
}
