package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import dev.heed.json.DocumentJson;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A search as JSON: what a saved view keeps, and what cursors are told apart by. */
final class SearchJson {
    private static final long VERSION = 1;

    private SearchJson() {}

    static long fingerprint(TicketSearch search) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(search).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static String write(TicketSearch search) {
        SearchCriteria asked = search.criteria();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", VERSION);
        texts(out, "status", asked.statuses(), TicketStatus::name);
        asked.owner().ifPresent(owner -> out.put("owner", owner.value()));
        flag(out, "unowned", asked.unowned());
        texts(out, "tags", asked.allTags(), Tag::value);
        texts(out, "anyTag", asked.anyTags(), Tag::value);
        texts(out, "kind", asked.kinds(), TicketKind::name);
        texts(out, "customer", asked.customers(), CustomerId::value);
        texts(out, "channel", asked.channels(), ChannelId::value);
        texts(out, "reference", asked.references(), one -> one.kind() + ":" + one.key());
        texts(out, "field", asked.fields().entrySet(), SearchJson::field);
        texts(out, "words", asked.words(), word -> word);
        texts(out, "noteWords", asked.noteWords(), word -> word);
        range(out, "opened", asked.opened());
        range(out, "changed", asked.changed());
        range(out, "due", asked.due());
        flag(out, "withSpam", asked.withSpam());
        flag(out, "withDeleted", asked.withDeleted());
        if (asked.putOff() != PutOff.LEFT_OUT) {
            out.put("putOff", asked.putOff().name());
        }
        out.put("orderBy", search.order().name());
        flag(out, "descending", search.descending());
        return DocumentJson.write(out);
    }

    private static String field(Map.Entry<FieldKey, FieldValue> field) {
        return field.getKey() + ":" + field.getValue().kind() + ":"
                + field.getValue().text();
    }

    private static <E> void texts(
            Map<String, Object> out, String name, Collection<E> values, Function<E, String> text) {
        if (!values.isEmpty()) {
            out.put(name, values.stream().map(text).toList());
        }
    }

    private static void flag(Map<String, Object> out, String name, boolean value) {
        if (value) {
            out.put(name, true);
        }
    }

    private static void range(Map<String, Object> out, String name, Optional<TimeRange> range) {
        range.ifPresent(one -> {
            Map<String, Object> ends = new LinkedHashMap<>();
            one.from().ifPresent(from -> ends.put("from", from.toString()));
            one.until().ifPresent(until -> ends.put("until", until.toString()));
            out.put(name, ends);
        });
    }

    static TicketSearch read(String json) {
        Map<String, Object> left = new LinkedHashMap<>(DocumentJson.read(json));
        if (!Long.valueOf(VERSION).equals(left.remove("version"))) {
            throw wrong("version");
        }
        TicketSearchBuilder search = TicketSearch.builder();
        readPeople(left, search);
        readFiling(left, search);
        readTimes(left, search);
        readOrder(left, search);
        if (!left.isEmpty()) {
            throw wrong("one with a name that is not known");
        }
        return search.build();
    }

    private static void readPeople(Map<String, Object> left, TicketSearchBuilder search) {
        taken(left, "status", TicketStatus[]::new, TicketStatus::valueOf).ifPresent(search::status);
        taken(left, "kind", TicketKind[]::new, TicketKind::valueOf).ifPresent(search::kind);
        taken(left, "customer", CustomerId[]::new, CustomerId::of).ifPresent(search::customer);
        taken(left, "channel", ChannelId[]::new, ChannelId::of).ifPresent(search::channel);
        text(left, "owner").map(AgentId::of).ifPresent(search::owner);
        if (flag(left, "unowned")) {
            search.unowned();
        }
        if (flag(left, "withSpam")) {
            search.withSpam();
        }
        if (flag(left, "withDeleted")) {
            search.withDeleted();
        }
        text(left, "putOff")
                .map(name -> checked("putOff", name, PutOff::valueOf))
                .ifPresent(search::putOff);
    }

    private static void readFiling(Map<String, Object> left, TicketSearchBuilder search) {
        taken(left, "tags", Tag[]::new, Tag::of).ifPresent(search::tags);
        taken(left, "anyTag", Tag[]::new, Tag::of).ifPresent(search::anyTag);
        taken(left, "reference", Reference[]::new, SearchJson::reference).ifPresent(search::reference);
        texts(left, "field").ifPresent(all -> all.forEach(one -> ask(search, one)));
        texts(left, "words").ifPresent(all -> search.words(String.join(" ", all)));
        texts(left, "noteWords").ifPresent(all -> search.noteWords(String.join(" ", all)));
    }

    private static void readTimes(Map<String, Object> left, TicketSearchBuilder search) {
        range(left, "opened").ifPresent(search::opened);
        range(left, "changed").ifPresent(search::changed);
        range(left, "due").ifPresent(search::due);
    }

    private static void readOrder(Map<String, Object> left, TicketSearchBuilder search) {
        SortBy order = text(left, "orderBy")
                .map(name -> checked("orderBy", name, SortBy::valueOf))
                .orElseThrow(() -> wrong("orderBy"));
        if (flag(left, "descending")) {
            search.orderByDescending(order);
        } else {
            search.orderBy(order);
        }
    }

    private static Optional<List<String>> texts(Map<String, Object> left, String name) {
        return taken(left, name, String[]::new, text -> text).map(List::of);
    }

    private static Reference reference(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong("reference");
        }
        return new Reference(ReferenceKind.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static void ask(TicketSearchBuilder search, String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw wrong("field");
        }
        search.field(FieldKey.of(parts[0]), FieldValue.parse(parts[1], parts[2]));
    }

    private static <E> Optional<E[]> taken(
            Map<String, Object> left, String name, IntFunction<E[]> array, Function<String, E> make) {
        Object value = left.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name);
        }
        List<E> made = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text)) {
                throw wrong(name);
            }
            made.add(checked(name, text, make));
        }
        return Optional.of(made.toArray(array));
    }

    private static <E> E checked(String name, String text, Function<String, E> make) {
        try {
            return make.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name);
        }
    }

    private static Optional<String> text(Map<String, Object> left, String name) {
        Object value = left.remove(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name);
        }
        return Optional.ofNullable((String) value);
    }

    private static boolean flag(Map<String, Object> left, String name) {
        Object value = left.remove(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(name);
        }
        return Boolean.TRUE.equals(value);
    }

    private static Optional<TimeRange> range(Map<String, Object> left, String name) {
        Object value = left.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(name);
        }
        Map<String, Object> ends = new LinkedHashMap<>();
        map.forEach((key, end) -> ends.put(key.toString(), end));
        Optional<Instant> from = text(ends, "from").map(text -> checked(name, text, Instant::parse));
        Optional<Instant> until = text(ends, "until").map(text -> checked(name, text, Instant::parse));
        return Optional.of(new TimeRange(from, until));
    }

    private static InvalidInputException wrong(String field) {
        return new InvalidInputException(
                "A search as JSON has a field that is missing or wrong: " + field + ".", "Write it with toJson().");
    }
}
