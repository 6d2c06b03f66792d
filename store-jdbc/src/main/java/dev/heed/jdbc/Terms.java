package dev.heed.jdbc;

import dev.heed.spi.store.QueryKeys;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a ticket has several of and is found by, as keys: tags, references, fields, who is asked. Stateless. */
final class Terms {
    private Terms() {}

    /** The terms of a ticket, each with the time by which those who ask for it want them sorted, or 0. */
    static Map<UUID, Long> of(Ticket ticket) {
        Map<UUID, Long> terms = new HashMap<>();
        ticket.tags().forEach(tag -> terms.put(tag(tag), 0L));
        ticket.references().forEach(reference -> terms.put(reference(reference), 0L));
        ticket.fields().forEach((key, value) -> terms.put(field(key, value), 0L));
        QueryKeys.asked(ticket).forEach((asked, due) -> terms.put(Keys.of(asked), Micros.of(due)));
        return terms;
    }

    private static UUID tag(Tag tag) {
        return Keys.of("tag", tag.value());
    }

    private static UUID reference(Reference reference) {
        return Keys.of("filed", reference.kind().toString(), reference.key());
    }

    /** A choice is found as the text it is. */
    private static UUID field(FieldKey key, FieldValue value) {
        String kind = value instanceof FieldValue.Choice ? "text" : value.kind();
        return Keys.of("field", key.value(), kind, value.text());
    }

    /** What a search asks for: of each of these sets a ticket has one term at least. */
    static List<Set<UUID>> asked(TicketSearch search) {
        List<Set<UUID>> asked = new ArrayList<>();
        search.allTags().forEach(tag -> asked.add(Set.of(tag(tag))));
        search.fields().forEach((key, value) -> asked.add(Set.of(field(key, value))));
        if (!search.anyTags().isEmpty()) {
            asked.add(search.anyTags().stream().map(Terms::tag).collect(Collectors.toSet()));
        }
        if (!search.references().isEmpty()) {
            asked.add(search.references().stream().map(Terms::reference).collect(Collectors.toSet()));
        }
        return asked;
    }
}
