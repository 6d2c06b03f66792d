package dev.heed.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An object of a document while it is read. Not thread-safe. */
public final class ConfigSection {
    private final ConfigReading reading;
    private final ConfigNode node;

    ConfigSection(ConfigReading reading, ConfigNode node) {
        this.reading = reading;
        this.node = node;
    }

    /** The object itself. */
    public ConfigNode node() {
        return node;
    }

    /** Whether the field is there. */
    public boolean has(String field) {
        return node.fields().containsKey(field);
    }

    /** The value of a field that may be missing. */
    public Optional<ConfigNode> field(String field) {
        return node.field(field);
    }

    /** What a field says that may be missing. */
    public <T> Optional<T> optional(String field, Function<ConfigNode, Optional<T>> read) {
        return field(field).flatMap(read);
    }

    /** What a field says that must be there. */
    public <T> Optional<T> required(String field, Function<ConfigNode, Optional<T>> read) {
        if (!has(field)) {
            reading.wrong(node, "the field '" + field + "' is missing.", "Add it.");
        }
        return optional(field, read);
    }

    /** Whether a field is true; false if it is missing. */
    public boolean flag(String field) {
        return optional(field, reading::truth).orElse(false);
    }

    /** The elements of a list that may be missing, each of which may stand there once. */
    public <T> List<T> distinct(String field, Function<ConfigNode, Optional<T>> element) {
        return field(field).map(list -> reading.distinct(list, element)).orElse(List.of());
    }

    /** The elements of a list that may be missing but not empty, each of which may stand there once. */
    public <T> List<T> some(String field, Function<ConfigNode, Optional<T>> element) {
        field(field)
                .filter(list ->
                        list.kind() == ConfigNode.Kind.LIST && list.elements().isEmpty())
                .ifPresent(list -> reading.wrong(list, "the list is empty.", "Leave it out if any will do."));
        return distinct(field, element);
    }

    /** The elements of a list that may be missing. */
    public <T> List<T> list(String field, Function<ConfigNode, Optional<T>> element) {
        return field(field).map(list -> reading.list(list, element)).orElse(List.of());
    }

    /**
     * Says so if not exactly one of two fields is there.
     *
     * @return whether one is
     */
    public boolean hasOneOf(String one, String other) {
        if (has(one) == has(other)) {
            reading.wrong(
                    node,
                    has(one)
                            ? "the fields '" + one + "' and '" + other + "' exclude each other."
                            : "one of the fields '" + one + "' and '" + other + "' is missing.",
                    has(one) ? "Leave one of them out." : "Add one of them.");
        }
        return has(one) != has(other);
    }
}
