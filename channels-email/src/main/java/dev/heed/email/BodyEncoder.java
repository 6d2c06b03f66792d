package dev.heed.email;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Bodies as lines of at most 76 ASCII characters (RFC 2045 section 6.7 and 6.8). Neither encoding can produce the two
 * characters {@code =_}, on which the boundaries of {@link MailWriter} rely.
 */
final class BodyEncoder {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAX_LINE = 75;

    /** An encoded body and the value of its Content-Transfer-Encoding. */
    record Encoded(String encoding, String body) {}

    private BodyEncoder() {}

    static Encoded octets(byte[] octets) {
        return new Encoded("base64", BASE64.encodeToString(octets));
    }

    /** Text that is mostly ASCII stays legible in the source of the mail. Line ends become CRLF. */
    static Encoded text(String text) {
        String lines = PlainText.clean(text).replace("\n", "\r\n");
        byte[] octets = lines.getBytes(StandardCharsets.UTF_8);
        int beyondAscii = 0;
        for (byte octet : octets) {
            beyondAscii += octet < 0 ? 1 : 0;
        }
        return beyondAscii > octets.length / 4
                ? octets(octets)
                : new Encoded("quoted-printable", quotedPrintable(octets));
    }

    private static String quotedPrintable(byte[] octets) {
        StringBuilder out = new StringBuilder(octets.length + octets.length / 8);
        int column = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n') {
                out.append("\r\n");
                column = 0;
            } else if (octets[i] != '\r') {
                boolean plain = isPlain(octets, i, column);
                int width = plain ? 1 : 3;
                if (column + width > MAX_LINE) {
                    out.append("=\r\n");
                    column = 0;
                }
                append(out, octets[i], plain);
                column += width;
            }
        }
        return out.toString();
    }

    /** Blanks at line ends get lost on the way, and mail stores change lines that begin with From or a dot. */
    private static boolean isPlain(byte[] octets, int at, int column) {
        byte octet = octets[at];
        if (octet == ' ' || octet == '\t') {
            return at + 1 < octets.length && octets[at + 1] != '\r';
        }
        boolean risky = column == 0 && (octet == 'F' || octet == '.');
        return octet > ' ' && octet < 127 && octet != '=' && !risky;
    }

    private static void append(StringBuilder out, byte octet, boolean plain) {
        if (plain) {
            out.append((char) octet);
        } else {
            out.append('=').append(HEX.toHexDigits(octet));
        }
    }
}
