package dev.heed.jdbc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Any text as bytes and back, also one with half a pair of surrogates or a NUL, which the text types of databases refuse:
 * UTF-8, or, where that cannot say it, a byte that begins no UTF-8 and UTF-16 behind it. Stateless.
 */
final class Texts {
    private static final byte UTF_16 = (byte) 0xFF;

    private Texts() {}

    static byte[] bytes(String text) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return ByteBuffer.allocate(1 + text.length() * Character.BYTES)
                    .put(UTF_16)
                    .put(sorted(text, text.length()))
                    .array();
        }
    }

    static String text(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == UTF_16 ? utf16(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String utf16(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, bytes.length - 1).asCharBuffer().toString();
    }

    /** The first letters as bytes that are in the order of {@link String#compareTo}. */
    static byte[] sorted(String text, int letters) {
        int length = Math.min(letters, text.length());
        ByteBuffer bytes = ByteBuffer.allocate(length * Character.BYTES);
        bytes.asCharBuffer().put(text, 0, length);
        return bytes.array();
    }

    /** All the letters of a text that was {@linkplain #sorted sorted} whole. */
    static String unsorted(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asCharBuffer().toString();
    }

    static byte @Nullable [] bytesOrNull(@Nullable String text) {
        return text == null ? null : bytes(text);
    }
}
