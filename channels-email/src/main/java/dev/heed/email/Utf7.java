package dev.heed.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads UTF-7 (RFC 2152), which old mail programs send and the JDK does not know. Never fails. */
final class Utf7 {

    private Utf7() {}

    static boolean isName(String charset) {
        return charset.equals("utf-7") || charset.equals("unicode-1-1-utf-7") || charset.equals("utf7");
    }

    /** Octets outside of shifts stand for themselves, which is all of ASCII but {@code +}. */
    static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        int i = 0;
        while (i < octets.length) {
            if (octets[i] != '+') {
                text.append((char) (octets[i++] & 0xFF));
                continue;
            }
            int start = ++i;
            while (i < octets.length && isBase64(octets[i])) {
                i++;
            }
            text.append(start == i ? "+" : shifted(octets, start, i));
            if (i < octets.length && octets[i] == '-') {
                i++;
            }
        }
        return text.toString();
    }

    private static String shifted(byte[] octets, int start, int end) {
        byte[] units = TransferDecoding.base64(Arrays.copyOfRange(octets, start, end));
        return new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(byte octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || octet == '+'
                || octet == '/';
    }
}
