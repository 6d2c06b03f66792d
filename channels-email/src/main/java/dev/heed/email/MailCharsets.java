package dev.heed.email;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charsets as mail names them, and text from octets whose declared charset may be missing or wrong.
 *
 * <p>Never throws and never drops octets. A charset is replaced by its superset, since senders declare the subset.
 */
final class MailCharsets {

    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("gb2312", "gb18030"),
            Map.entry("gb-2312", "gb18030"),
            Map.entry("iso-gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("chinesebig5", "big5-hkscs"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("cp-850", "ibm850"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8mb4", "utf-8"));

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ESCAPE = 0x1B;

    private MailCharsets() {}

    /** The charset to decode with for a name found in a mail; empty when this JDK has none. */
    static Optional<Charset> named(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        return charset(SUPERSETS.getOrDefault(key, key)).or(() -> charset(key));
    }

    /** Text of octets without any declared charset. */
    static String decode(byte[] octets) {
        return decode(octets, Optional.empty(), Optional.empty());
    }

    /**
     * Text of octets: UTF-8 when they are valid multi-byte UTF-8, else the declared charset if it fits, else the hint
     * if it fits, else ISO-2022-JP when there are escape sequences, else windows-1252. A byte order mark is dropped.
     *
     * @param declared charset name of the part
     * @param hint a second opinion, such as the charset of a meta element
     */
    static String decode(byte[] octets, Optional<String> declared, Optional<String> hint) {
        boolean ascii = isAscii(octets);
        if (ascii
                && declared.map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(Utf7::isName)
                        .isPresent()) {
            return Utf7.decode(octets);
        }
        Optional<Charset> charset = declared.flatMap(MailCharsets::named);
        if (!ascii && !charset.filter(MailCharsets::isWide).isPresent()) {
            Optional<String> utf8 = strictly(octets, StandardCharsets.UTF_8);
            if (utf8.isPresent()) {
                return withoutByteOrderMark(utf8.get());
            }
        }
        return charset.flatMap(c -> tolerably(octets, c))
                .or(() -> hint.flatMap(MailCharsets::named).flatMap(c -> tolerably(octets, c)))
                .or(() -> ascii ? japanese(octets) : Optional.empty())
                .map(MailCharsets::withoutByteOrderMark)
                .orElseGet(() -> new String(octets, FALLBACK));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static Optional<String> japanese(byte[] octets) {
        for (byte octet : octets) {
            if (octet == ESCAPE) {
                return named("iso-2022-jp").flatMap(c -> strictly(octets, c));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> strictly(byte[] octets, Charset charset) {
        try {
            CharBuffer chars = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets));
            return Optional.of(chars.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Decodes when at most one in twenty of the octets beyond ASCII is wrong: a cut character spoils no mail. */
    private static Optional<String> tolerably(byte[] octets, Charset charset) {
        String text = new String(octets, charset);
        long wrong = text.chars().filter(c -> c == REPLACEMENT).count();
        if (wrong == 0) {
            return Optional.of(text);
        }
        long beyondAscii = 0;
        for (byte octet : octets) {
            beyondAscii += octet < 0 ? 1 : 0;
        }
        return wrong * 20 <= beyondAscii ? Optional.of(text) : Optional.empty();
    }

    private static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> charset(String name) {
        return Optional.ofNullable(Installed.BY_NAME.get(name));
    }

    /** All charsets by lower-case name: the JDK asks every provider again for each unknown name, which is slow. */
    private static final class Installed {

        private static final Map<String, Charset> BY_NAME = new HashMap<>();

        static {
            for (Charset charset : Charset.availableCharsets().values()) {
                charset.aliases().forEach(alias -> BY_NAME.putIfAbsent(alias.toLowerCase(Locale.ROOT), charset));
                BY_NAME.put(charset.name().toLowerCase(Locale.ROOT), charset);
            }
        }
    }
}
