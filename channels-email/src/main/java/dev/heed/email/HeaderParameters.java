package dev.heed.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A header body of the form {@code value; name=parameter}, as in Content-Type and Content-Disposition (RFC 2045 section
 * 5.1), with the continuations and charsets of RFC 2231. Lenient and linear. Immutable.
 */
final class HeaderParameters {

    /** One piece of a parameter: {@code name*index*=value}. */
    private record Piece(String value, boolean percentEncoded) {}

    private final String value;
    private final Map<String, String> parameters;
    private final Set<String> percentEncoded;

    private HeaderParameters(String value, Map<String, String> parameters, Set<String> percentEncoded) {
        this.value = value;
        this.parameters = Map.copyOf(parameters);
        this.percentEncoded = Set.copyOf(percentEncoded);
    }

    static HeaderParameters parse(String body) {
        ParameterScanner scanner = new ParameterScanner(body);
        String value = scanner.token("; \t").toLowerCase(Locale.ROOT);
        Map<String, NavigableMap<Integer, Piece>> pieces = new HashMap<>();
        while (scanner.hasParameter()) {
            String name = scanner.token("=;").toLowerCase(Locale.ROOT);
            if (scanner.skip('=')) {
                collect(pieces, name, scanner.value());
            }
        }
        Map<String, String> parameters = new HashMap<>();
        Set<String> percentEncoded = new HashSet<>();
        pieces.forEach((name, parts) -> {
            if (parts.values().stream().anyMatch(Piece::percentEncoded)) {
                percentEncoded.add(name);
            }
            parameters.put(name, joined(parts));
        });
        return new HeaderParameters(value, parameters, percentEncoded);
    }

    /** What stands before the first semicolon, in lower case, {@code ""} when there is none. */
    String value() {
        return value;
    }

    /**
     * One parameter, if it is there and not blank.
     *
     * @param name in lower case, without the marks of RFC 2231
     */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(parameter -> !parameter.isBlank());
    }

    /** The same for a parameter that people read: encoded words are decoded where RFC 2231 was not used instead. */
    Optional<String> text(String name, int maxEncodedWords) {
        return get(name).map(text -> percentEncoded.contains(name) ? text : EncodedWords.decode(text, maxEncodedWords));
    }

    /** The plain form has the index -1: RFC 2231 forms are preferred, and the first of two equal names counts. */
    private static void collect(Map<String, NavigableMap<Integer, Piece>> pieces, String name, String value) {
        int star = name.indexOf('*');
        if (star < 0) {
            pieces.computeIfAbsent(name, n -> new TreeMap<>()).putIfAbsent(-1, new Piece(value, false));
            return;
        }
        boolean percentEncoded = name.endsWith("*");
        String index = name.substring(star + 1, percentEncoded ? Math.max(name.length() - 1, star + 1) : name.length());
        try {
            int position = index.isEmpty() ? 0 : Integer.parseInt(index);
            pieces.computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
                    .putIfAbsent(position, new Piece(value, percentEncoded));
        } catch (NumberFormatException e) {
            pieces.computeIfAbsent(name.substring(0, star), n -> new TreeMap<>());
        }
    }

    private static String joined(NavigableMap<Integer, Piece> pieces) {
        if (pieces.isEmpty() || pieces.lastKey() < 0) {
            return pieces.isEmpty() ? "" : pieces.firstEntry().getValue().value();
        }
        pieces.remove(-1);
        Optional<String> charset = Optional.empty();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        boolean first = true;
        for (Piece piece : pieces.values()) {
            String text = piece.value();
            int quote = text.indexOf('\'');
            int end = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
            if (first && piece.percentEncoded() && end >= 0) {
                charset = Optional.of(text.substring(0, quote));
                text = text.substring(end + 1);
            }
            first = false;
            octets.writeBytes(piece.percentEncoded() ? percentDecoded(text) : text.getBytes(StandardCharsets.UTF_8));
        }
        return MailCharsets.decode(octets.toByteArray(), charset, Optional.empty());
    }

    private static byte[] percentDecoded(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
            if (octets[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(octets[i]);
            }
        }
        return out.toByteArray();
    }
}
