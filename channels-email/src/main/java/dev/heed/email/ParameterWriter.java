package dev.heed.email;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** File names as header parameters: RFC 2231 for who reads it, an ASCII name for who does not. */
final class ParameterWriter {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    private static final CharMatcher QUOTABLE = CharMatcher.inRange(' ', '~').and(CharMatcher.noneOf("\"\\%"));
    private static final int MAX_QUOTED = 60;
    private static final int MAX_PIECE = 50;

    private ParameterWriter() {}

    /**
     * One or more parameters.
     *
     * @param parameter the name of the parameter, such as {@code name}
     * @param fileName one line
     */
    static List<String> fileName(String parameter, String fileName) {
        List<String> parameters = new ArrayList<>();
        parameters.add(parameter + "=\"" + asciiName(fileName) + "\"");
        if (!isPlain(fileName)) {
            List<String> pieces = pieces(fileName);
            for (int i = 0; i < pieces.size(); i++) {
                String prefix = i == 0 ? "UTF-8''" : "";
                parameters.add(parameter + "*" + i + "*=" + prefix + pieces.get(i));
            }
        }
        return parameters;
    }

    private static boolean isPlain(String name) {
        return QUOTABLE.matchesAllOf(name) && name.length() <= MAX_QUOTED && !name.contains("=?");
    }

    private static String asciiName(String name) {
        if (isPlain(name)) {
            return name;
        }
        String ascii = CharMatcher.anyOf(PLAIN).negate().replaceFrom(name, '_');
        return ascii.length() <= MAX_QUOTED ? ascii : ascii.substring(ascii.length() - MAX_QUOTED);
    }

    private static List<String> pieces(String name) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (piece.length() > MAX_PIECE - 3) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (PLAIN.indexOf(octet) >= 0) {
                piece.append((char) octet);
            } else {
                piece.append('%').append(HEX.toHexDigits(octet));
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
