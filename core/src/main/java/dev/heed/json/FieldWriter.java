package dev.heed.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects the fields of one JSON object in their order. What is empty is left out. Not thread-safe. */
final class FieldWriter {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    FieldWriter text(String name, String value) {
        fields.put(name, value);
        return this;
    }

    FieldWriter text(String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
        return this;
    }

    FieldWriter texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
        return this;
    }

    FieldWriter number(String name, long value) {
        fields.put(name, value);
        return this;
    }

    FieldWriter flag(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    FieldWriter constant(String name, Enum<?> value) {
        return text(name, value.name());
    }

    /** ISO 8601 in UTC, to the nanosecond. */
    FieldWriter instant(String name, Instant value) {
        return text(name, InstantText.format(value));
    }

    FieldWriter object(String name, FieldWriter value) {
        fields.put(name, value.fields);
        return this;
    }

    <T> FieldWriter objects(String name, List<T> values, Function<T, FieldWriter> form) {
        if (!values.isEmpty()) {
            fields.put(
                    name, values.stream().map(value -> form.apply(value).fields).toList());
        }
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
