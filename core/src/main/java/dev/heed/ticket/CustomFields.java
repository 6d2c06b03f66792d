package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The custom fields that a shop has declared, in their order. Immutable and thread-safe. */
public final class CustomFields {
    /** How many a shop can declare. */
    public static final int MOST = 200;

    private static final CustomFields NONE = new CustomFields(Map.of());
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_MISTAKEN = 64;

    private final Map<FieldKey, CustomField> fields;

    private CustomFields(Map<FieldKey, CustomField> fields) {
        this.fields = fields;
    }

    /** A shop without any. */
    public static CustomFields none() {
        return NONE;
    }

    /**
     * These, in this order.
     *
     * @throws ConfigurationException if two have one key, or there are more than {@value #MOST}
     */
    public static CustomFields of(Collection<CustomField> fields) {
        List<Problem> problems = new ArrayList<>();
        if (fields.size() > MOST) {
            problems.add(Problem.of(
                    "There are " + fields.size() + " custom fields; " + MOST + " are the most.",
                    "Put what belongs together into one."));
        }
        Map<FieldKey, CustomField> byKey = new LinkedHashMap<>();
        for (CustomField field : fields) {
            if (byKey.putIfAbsent(field.key(), field) != null) {
                problems.add(Problem.of(
                        "There are two custom fields “" + field.key() + "”.", "Give each a key of its own."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new CustomFields(byKey);
    }

    /** All of them. */
    public List<CustomField> all() {
        return List.copyOf(fields.values());
    }

    /** The field with this key. */
    public Optional<CustomField> find(FieldKey key) {
        return Optional.ofNullable(fields.get(requireNonNull(key, "key")));
    }

    /**
     * The field with this key.
     *
     * @throws NotFoundException if none is declared; it names the one that may be meant
     */
    public CustomField get(FieldKey key) {
        return find(key).orElseThrow(() -> unknown(key.value()));
    }

    /**
     * The key that is written so, which need not be declared any more.
     *
     * @throws NotFoundException if no field can have such a key; it names the one that may be meant
     */
    public FieldKey key(String key) {
        if (!FieldKey.isOne(key)) {
            throw unknown(key);
        }
        return new FieldKey(key);
    }

    private NotFoundException unknown(String mistaken) {
        String shown = FieldKey.isOne(mistaken) ? "“" + mistaken + "”" : "with such a key";
        String meant =
                nearest(mistaken).map(key -> " Did you mean “" + key + "”?").orElse("");
        List<FieldKey> some = fields.keySet().stream().limit(MOST_NAMED).toList();
        String more = fields.size() > MOST_NAMED ? " and " + (fields.size() - MOST_NAMED) + " more" : "";
        return new NotFoundException(
                "There is no custom field " + shown + "." + meant + " There are: " + some + more + ".",
                "Declare the field on the builder of the desk, or use one that is.");
    }

    private Optional<FieldKey> nearest(String mistaken) {
        if (mistaken.length() > LONGEST_MISTAKEN) {
            return Optional.empty();
        }
        String lower = PlainText.strip(mistaken).toLowerCase(Locale.ROOT);
        int most = Math.max(1, lower.length() / 3);
        List<FieldKey> near = new ArrayList<>(fields.keySet());
        near.removeIf(key -> EditDistance.between(lower, key.value()) > most);
        return near.stream().min(Comparator.comparingInt(key -> EditDistance.between(lower, key.value())));
    }
}
