package dev.heed.ticket;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people find a ticket again by. Immutable, each in its natural order.
 *
 * @param tags what it was tagged with
 * @param fields what stands in custom fields, declared or not
 * @param references where it leads in the systems of the shop
 */
record Filing(
        ImmutableSortedSet<Tag> tags,
        ImmutableSortedMap<FieldKey, FieldValue> fields,
        ImmutableSortedSet<Reference> references) {
    static final Filing NONE = new Filing(ImmutableSortedSet.of(), ImmutableSortedMap.of(), ImmutableSortedSet.of());

    /** How many tags a ticket can have. */
    static final int MOST_TAGS = 100;

    /** In how many fields of a ticket something can stand. */
    static final int MOST_FIELDS = CustomFields.MOST;

    /** How many references a ticket can have. */
    static final int MOST_REFERENCES = 100;

    Filing after(FilingEvent event) {
        if (event instanceof TagsAdded added) {
            return new Filing(with(tags, added.tags()), fields, references);
        } else if (event instanceof TagsRemoved removed) {
            return new Filing(without(tags, removed.tags()), fields, references);
        } else if (event instanceof FieldSet set) {
            Map<FieldKey, FieldValue> more = new TreeMap<>(fields);
            more.put(set.field(), set.value());
            return new Filing(tags, ImmutableSortedMap.copyOf(more), references);
        } else if (event instanceof FieldCleared cleared) {
            Map<FieldKey, FieldValue> fewer = new TreeMap<>(fields);
            fewer.remove(cleared.field());
            return new Filing(tags, ImmutableSortedMap.copyOf(fewer), references);
        } else if (event instanceof ReferencesAdded added) {
            return new Filing(tags, fields, with(references, added.references()));
        } else if (event instanceof ReferencesRemoved removed) {
            return new Filing(tags, fields, without(references, removed.references()));
        }
        return this;
    }

    private static <E extends Comparable<E>> ImmutableSortedSet<E> with(Set<E> some, Collection<E> more) {
        return ImmutableSortedSet.<E>naturalOrder().addAll(some).addAll(more).build();
    }

    private static <E extends Comparable<E>> ImmutableSortedSet<E> without(Set<E> some, Collection<E> gone) {
        Set<E> left = new HashSet<>(some);
        gone.forEach(left::remove);
        return ImmutableSortedSet.copyOf(left);
    }
}
