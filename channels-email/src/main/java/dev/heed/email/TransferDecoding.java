package dev.heed.email;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Undoes the Content-Transfer-Encoding of RFC 2045 section 6. Tolerant: what is not encoded passes unchanged, rubbish
 * between base64 characters is skipped, missing padding is no error. Linear in the input.
 */
final class TransferDecoding {

    private static final int[] BASE64 = base64Values();
    private static final int SKIP = -1;
    private static final int PAD = -2;

    private TransferDecoding() {}

    /**
     * The octets that were encoded.
     *
     * @param encoding the header's value in any case; anything but base64 and quoted-printable is taken as not encoded
     */
    static byte[] decode(byte[] octets, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> looksLikeBase64(octets) ? base64(octets) : octets;
            case "quoted-printable" -> quotedPrintable(octets, false);
            default -> octets;
        };
    }

    /** Several padded pieces after one another are decoded as one: encoded words are cut so. */
    static byte[] base64(byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length / 4 * 3 + 3);
        int bits = 0;
        int count = 0;
        for (byte octet : octets) {
            int value = octet < 0 ? SKIP : BASE64[octet];
            if (value == PAD) {
                flush(out, bits, count);
                bits = 0;
                count = 0;
            } else if (value != SKIP) {
                bits = (bits << 6) | value;
                count++;
                if (count == 4) {
                    out.write(bits >> 16);
                    out.write(bits >> 8);
                    out.write(bits);
                    bits = 0;
                    count = 0;
                }
            }
        }
        flush(out, bits, count);
        return out.toByteArray();
    }

    /**
     * RFC 2045 section 6.7.
     *
     * @param underscoreIsBlank true for the Q encoding of RFC 2047
     */
    static byte[] quotedPrintable(byte[] octets, boolean underscoreIsBlank) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        int i = 0;
        while (i < octets.length) {
            byte octet = octets[i];
            if (octet == '=') {
                i = escape(octets, i, out);
            } else {
                out.write(octet == '_' && underscoreIsBlank ? ' ' : octet);
                i++;
            }
        }
        return out.toByteArray();
    }

    private static int escape(byte[] octets, int at, ByteArrayOutputStream out) {
        if (at + 2 < octets.length && hex(octets[at + 1]) >= 0 && hex(octets[at + 2]) >= 0) {
            out.write(hex(octets[at + 1]) * 16 + hex(octets[at + 2]));
            return at + 3;
        }
        int end = at + 1;
        while (end < octets.length && (octets[end] == ' ' || octets[end] == '\t' || octets[end] == '\r')) {
            end++;
        }
        if (end == octets.length || octets[end] == '\n') {
            return Math.min(end + 1, octets.length);
        }
        out.write('=');
        return at + 1;
    }

    private static void flush(ByteArrayOutputStream out, int bits, int count) {
        if (count == 2) {
            out.write(bits >> 4);
        } else if (count == 3) {
            out.write(bits >> 10);
            out.write(bits >> 2);
        }
    }

    /** Text that was only declared base64 has blanks and punctuation in it. */
    private static boolean looksLikeBase64(byte[] octets) {
        int strange = 0;
        int length = Math.min(octets.length, 64 * 1024);
        for (int i = 0; i < length; i++) {
            byte octet = octets[i];
            boolean lineEnd = octet == '\r' || octet == '\n';
            if (octet < 0 || (!lineEnd && BASE64[octet] == SKIP)) {
                strange++;
            }
        }
        return strange * 20L <= length;
    }

    private static int hex(byte octet) {
        return Character.digit(octet, 16);
    }

    private static int[] base64Values() {
        int[] values = new int[128];
        Arrays.fill(values, SKIP);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = i;
        }
        values['='] = PAD;
        return values;
    }
}
