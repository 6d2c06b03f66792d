package dev.heed.testkit.simulation;

import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** By what people find a ticket again, told a second time. */
final class FilingFacts {
    private final TreeSet<Tag> tags = new TreeSet<>();
    private final TreeMap<FieldKey, FieldValue> fields = new TreeMap<>();
    private final TreeSet<Reference> references = new TreeSet<>();

    void take(FilingEvent event) {
        if (event instanceof FilingEvent.TagsAdded added) {
            tags.addAll(added.tags());
        } else if (event instanceof FilingEvent.TagsRemoved removed) {
            removed.tags().forEach(tags::remove);
        } else if (event instanceof FilingEvent.FieldSet set) {
            fields.put(set.field(), set.value());
        } else if (event instanceof FilingEvent.FieldCleared cleared) {
            fields.remove(cleared.field());
        } else if (event instanceof FilingEvent.ReferencesAdded added) {
            references.addAll(added.references());
        } else if (event instanceof FilingEvent.ReferencesRemoved removed) {
            removed.references().forEach(references::remove);
        }
    }

    Set<Tag> tags() {
        return tags;
    }

    Map<FieldKey, FieldValue> fields() {
        return fields;
    }

    Set<Reference> references() {
        return references;
    }

    /** All of it, each in its order. */
    List<Object> all() {
        return List.of(List.copyOf(tags), Map.copyOf(fields), List.copyOf(references));
    }
}
