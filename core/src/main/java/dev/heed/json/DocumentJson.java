package dev.heed.json;

import dev.heed.error.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The content of a {@code StoredDocument} as a JSON object of plain values. */
public final class DocumentJson {
    private DocumentJson() {}

    /** One line; of texts, whole numbers, truth values, lists and maps of them. */
    public static String write(Map<String, ?> fields) {
        return JsonText.format(fields);
    }

    /**
     * The fields of an object, in their order.
     *
     * @throws InvalidInputException if it is no JSON object
     */
    public static Map<String, Object> read(String content) {
        if (!(JsonText.parse(content) instanceof Map<?, ?> fields)) {
            throw new InvalidInputException("A document is not a JSON object.", "Keep it as it was written.");
        }
        Map<String, Object> read = new LinkedHashMap<>();
        fields.forEach((name, value) -> read.put(String.valueOf(name), value));
        return read;
    }
}
