package dev.heed.jdbc;

import dev.heed.jdbc.TicketCache.Seen;
import dev.heed.json.EventJson;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tickets: of what this node has not seen yet it reads the events and folds them. Thread-safe. */
final class TicketReads {
    private final Db db;
    private final Scope scope;
    private final EventJson json;
    private final TicketCache cache;
    private final String one;
    private final String many;
    private final String history;

    /** A row of a ticket: which state of it is meant. */
    record Head(UUID id, long version, long edition) {}

    /** A row of a history. */
    private record Added(long first, String body) {}

    TicketReads(Db db, Scope scope, EventJson json, TicketCache cache) {
        this.db = db;
        this.scope = scope;
        this.json = json;
        this.cache = cache;
        one = db.naming.in("select t.version, t.edition, h.first, h.body from ${prefix}ticket t"
                + " left join ${prefix}history h on h.bucket = t.bucket and h.shop = t.shop and h.ticket = t.id"
                + " and h.first > ? where t.bucket = ? and t.shop = ? and t.id = ? order by h.first");
        many = db.naming.in(
                "select ticket, first, body from ${prefix}history" + " where bucket = ? and shop = ? and ticket in (");
        history = db.naming.in(
                "select first, body from ${prefix}history where bucket = ? and shop = ? and ticket = ? order by first");
    }

    Optional<Ticket> find(TicketId id) {
        return find(id, cache.find(id));
    }

    /** In one look: which version holds, and what was added to the one that is known. */
    private Optional<Ticket> find(TicketId id, @Nullable Seen known) {
        long from = known == null ? 0 : known.ticket().version();
        List<Head> heads = new ArrayList<>(1);
        List<Added> added = new ArrayList<>();
        db.list(Command.plain(one).number(from).scope(scope).id(id.value()), row -> {
            heads.add(new Head(id.value(), row.getLong(1), row.getLong(2)));
            String body = row.getString(4);
            return body != null && added.add(new Added(row.getLong(3), body));
        });
        if (heads.isEmpty()) {
            cache.forget(id);
            return Optional.empty();
        }
        Head head = heads.get(0);
        if (known != null && (known.edition() != head.edition || from > head.version)) {
            cache.forget(id);
            return find(id, null);
        }
        Ticket ticket =
                known == null ? Ticket.replay(events(added)) : known.ticket().apply(events(added));
        keep(ticket, head.edition);
        return Optional.of(ticket);
    }

    /** In a transaction that is under way it may be one that will never have been. */
    private void keep(Ticket ticket, long edition) {
        if (!db.gateway.isActive()) {
            cache.put(ticket, edition);
        }
    }

    private List<TicketEvent> events(List<Added> added) {
        if (added.size() == 1) {
            return json.readHistory(added.get(0).body());
        }
        List<TicketEvent> events = new ArrayList<>();
        added.forEach(one -> events.addAll(json.readHistory(one.body())));
        return events;
    }

    List<TicketEvent> history(TicketId id) {
        List<Added> all =
                db.list(Command.of(history, scope).id(id.value()), row -> new Added(row.getLong(1), row.getString(2)));
        return List.copyOf(events(all));
    }

    /** As {@link #tickets}, of rows that this transaction has locked and not changed yet: others have committed them. */
    List<Ticket> committed(List<Head> heads) {
        List<Ticket> tickets = tickets(heads);
        Map<UUID, Long> editions = new HashMap<>();
        heads.forEach(head -> editions.put(head.id, head.edition));
        tickets.forEach(
                ticket -> cache.put(ticket, editions.getOrDefault(ticket.id().value(), 0L)));
        return tickets;
    }

    static Head head(ResultSet row, Dialect dialect) throws SQLException {
        return new Head(dialect.id(row, 1), row.getLong(2), row.getLong(3));
    }

    /** Tickets in the order of their rows, each in the state that its row is of; those that this node knows cost nothing. */
    List<Ticket> tickets(List<Head> heads) {
        Map<UUID, Ticket> known = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        for (Head head : heads) {
            Seen seen = cache.find(new TicketId(head.id));
            if (seen != null && seen.edition() == head.edition && seen.ticket().version() == head.version) {
                known.put(head.id, seen.ticket());
            } else {
                missing.add(head.id);
            }
        }
        if (!missing.isEmpty()) {
            Map<UUID, List<Added>> histories = histories(missing);
            heads.stream()
                    .filter(head -> !known.containsKey(head.id))
                    .forEach(head -> fold(head, histories).ifPresent(ticket -> known.put(head.id, ticket)));
        }
        return heads.stream()
                .flatMap(head -> Optional.ofNullable(known.get(head.id)).stream())
                .toList();
    }

    private Map<UUID, List<Added>> histories(List<UUID> ids) {
        Map<UUID, List<Added>> histories = new HashMap<>();
        String sql = many + Db.marks(ids.size()) + ") order by ticket, first";
        db.list(
                Command.of(sql, scope).ids(Db.filled(ids)),
                row -> histories
                        .computeIfAbsent(db.dialect.id(row, 1), id -> new ArrayList<>())
                        .add(new Added(row.getLong(2), row.getString(3))));
        return histories;
    }

    /** What was added after the row was read is left out; where the whole history is another by now, that is read. */
    private Optional<Ticket> fold(Head head, Map<UUID, List<Added>> histories) {
        List<Added> added = histories.getOrDefault(head.id, List.of()).stream()
                .filter(row -> row.first <= head.version)
                .toList();
        List<TicketEvent> events = events(added);
        if (events.size() != head.version) {
            return find(new TicketId(head.id), null);
        }
        Ticket ticket = Ticket.replay(events);
        keep(ticket, head.edition);
        return Optional.of(ticket);
    }
}
