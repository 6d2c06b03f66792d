package dev.heed.rule;

import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the things are called that customers provide, so that a reply which asks for one is known by its plain words. A key
 * without a label here is known by its own words: {@code club-card} by "club card". Immutable and thread-safe; each {@code
 * with} gives a new value.
 */
public final class FactLabels {
    private final Map<FactKey, List<List<String>>> added;

    private FactLabels(Map<FactKey, List<List<String>>> added) {
        this.added = added;
    }

    /**
     * The labels that come with Heed, in English, German, French and Spanish, of {@code order-number}, {@code
     * invoice-number}, {@code email-address}, {@code phone-number}, {@code serial-number}, {@code screenshot}, {@code
     * address}, {@code payment-reference}, {@code customer-number} and {@code tracking-number}.
     */
    public static FactLabels builtIn() {
        return new FactLabels(Map.of());
    }

    /**
     * Adds what people call something, in any language; case and accents do not count.
     *
     * @param key what it is, in words or as a key
     * @throws InvalidInputException if a label has no word in it, or the key none
     */
    public FactLabels with(String key, String... labels) {
        Map<FactKey, List<List<String>>> more = new LinkedHashMap<>(added);
        List<List<String>> ofKey = new ArrayList<>(more.getOrDefault(FactKey.of(key), List.of()));
        for (String label : labels) {
            List<String> words = Words.of(label).folded();
            if (words.isEmpty()) {
                throw new InvalidInputException(
                        "A label of " + FactKey.of(key) + " has no word in it.", "Say what people call it.");
            }
            ofKey.add(List.copyOf(words));
        }
        more.put(FactKey.of(key), List.copyOf(ofKey));
        return new FactLabels(more);
    }

    /** All labels, folded, of all keys that have any. */
    Map<FactKey, List<List<String>>> all() {
        Map<FactKey, List<List<String>>> all = new LinkedHashMap<>();
        BuiltIn.LABELS.forEach((key, labels) -> all.put(FactKey.of(key), new ArrayList<>(labels)));
        added.forEach((key, labels) ->
                all.computeIfAbsent(key, unknown -> new ArrayList<>()).addAll(labels));
        return all;
    }

    /** Read when the first reply is looked at, and not while a desk is built. */
    private static final class BuiltIn {
        private static final Map<String, List<List<String>>> LABELS = WordFile.read("fact-labels.txt");
    }
}
