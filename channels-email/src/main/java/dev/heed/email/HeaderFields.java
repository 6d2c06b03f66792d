package dev.heed.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header of a mail or of one part: unfolded text by field name, names in any case. Immutable. */
final class HeaderFields {

    /**
     * One field.
     *
     * @param name in lower case
     * @param body unfolded, encoded words still encoded
     */
    record Field(String name, String body) {}

    /** A field as it was received, its octets still to be decoded. */
    static final class RawField {

        private final String name;
        private final byte[] body;

        RawField(String name, byte[] body) {
            this.name = name;
            this.body = body;
        }
    }

    private static final HeaderFields EMPTY = new HeaderFields(List.of());

    private final List<Field> fields;

    private HeaderFields(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    static HeaderFields empty() {
        return EMPTY;
    }

    /** Octets beyond ASCII are UTF-8, else of the charset that Content-Type declares, else windows-1252. */
    static HeaderFields of(List<RawField> raw) {
        Optional<String> charset = raw.stream()
                .filter(field -> field.name.equalsIgnoreCase("Content-Type"))
                .findFirst()
                .flatMap(field ->
                        HeaderParameters.parse(MailCharsets.decode(field.body)).get("charset"));
        List<Field> fields = new ArrayList<>();
        for (RawField field : raw) {
            String body = MailCharsets.decode(field.body, Optional.empty(), charset);
            fields.add(new Field(field.name.strip().toLowerCase(Locale.ROOT), unfolded(body)));
        }
        return new HeaderFields(fields);
    }

    List<Field> all() {
        return fields;
    }

    /** The first field of that name with a body that is not blank. */
    Optional<String> first(String name) {
        return named(name).stream().filter(body -> !body.isBlank()).findFirst();
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    /** The bodies of all fields of that name, in order. */
    List<String> named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(key))
                .map(Field::body)
                .toList();
    }

    /** The first field of that name as a value with parameters, empty when the field is missing. */
    HeaderParameters parameters(String name) {
        return HeaderParameters.parse(first(name).orElse(""));
    }

    private static String unfolded(String body) {
        StringBuilder line = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\r' && c != '\n' && c != '\0') {
                line.append(c);
            }
        }
        return line.toString().strip();
    }
}
