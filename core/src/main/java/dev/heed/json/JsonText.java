package dev.heed.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.heed.error.InvalidInputException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between JSON as text and plain values: maps, lists, texts, numbers, truth values. Stateless. */
final class JsonText {
    /** Old versions held files of 30 MiB in base64. */
    static final int LONGEST_TEXT = 40 * 1024 * 1024;

    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 64;
    static final int LONGEST_NAME = 256;
    /** Half a pair of surrogates is no UTF-8, so all from there on are written as escapes. */
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
            .build();

    private JsonText() {}

    /**
     * What a text says.
     *
     * @throws InvalidInputException if it is not JSON, or beyond a limit
     */
    static @Nullable Object parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new JsonTree(parser).whole();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read.", e);
        }
    }

    /**
     * A value as text.
     *
     * @throws InvalidInputException if it could not be read again
     */
    static String format(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON cannot be written into memory.", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                out.writeFieldName((String) field.getKey());
                write(field.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object one : list) {
                write(one, out);
            }
            out.writeEndArray();
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(readable((String) value));
        }
    }

    private static String readable(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInputException(
                    "A text of a ticket event is too large for its JSON form: it has " + text.length() + " characters.",
                    "It may have " + LONGEST_TEXT + " characters.");
        }
        return text;
    }
}
