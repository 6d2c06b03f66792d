package dev.heed.jdbc;

import dev.heed.error.StoreException;
import dev.heed.jdbc.Archive.Beginning;
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
    private static final int MOST_LOOKS = 5;

    private final Db db;
    private final Scope scope;
    private final EventJson json;
    private final TicketCache cache;
    private final Archive archive;
    private final String one;
    private final String many;

    /** A row of a ticket: which state of it is meant. */
    record Head(UUID id, long version, long edition) {}

    /** A row of a history. */
    private record Added(long first, String body) {}

    /** A ticket's row, and what was added to it after a version. */
    private record Look(Head head, List<Added> added) {}

    TicketReads(Db db, Scope scope, EventJson json, TicketCache cache, Archive archive) {
        this.db = db;
        this.scope = scope;
        this.json = json;
        this.cache = cache;
        this.archive = archive;
        one = db.naming.in("select t.version, t.edition, h.first, h.body from ${prefix}ticket t"
                + " left join ${prefix}history h on h.bucket = t.bucket and h.shop = t.shop and h.ticket = t.id"
                + " and h.first > ? where t.bucket = ? and t.shop = ? and t.id = ? order by h.first");
        many = db.naming.in(
                "select ticket, first, body from ${prefix}history" + " where bucket = ? and shop = ? and ticket in (");
    }

    /** In one look: which version holds, and what was added to the one that is known. */
    Optional<Ticket> find(TicketId id) {
        Seen known = cache.find(id);
        if (known == null) {
            return whole(id);
        }
        Optional<Look> look = look(id, known.ticket().version());
        Optional<Ticket> followed = look.flatMap(seen -> follow(known, seen));
        if (followed.isPresent()) {
            keep(followed.get(), known.edition());
            return followed;
        }
        cache.forget(id);
        return look.isEmpty() ? Optional.empty() : whole(id);
    }

    private Optional<Look> look(TicketId id, long after) {
        List<Head> heads = new ArrayList<>(1);
        List<Added> added = new ArrayList<>();
        db.list(Command.plain(one).number(after).scope(scope).id(id.value()), row -> {
            heads.add(new Head(id.value(), row.getLong(1), row.getLong(2)));
            String body = row.getString(4);
            return body != null && added.add(new Added(row.getLong(3), body));
        });
        return heads.stream().findFirst().map(head -> new Look(head, added));
    }

    /** Empty if its history was rewritten since, or what was added stands in the archive. */
    private Optional<Ticket> follow(Seen known, Look look) {
        List<TicketEvent> events = events(look.added);
        return known.edition() == look.head.edition && known.ticket().version() + events.size() == look.head.version
                ? Optional.of(known.ticket().apply(events))
                : Optional.empty();
    }

    /** Looked at again where it is archived or rewritten between two looks. */
    private Optional<Ticket> whole(TicketId id) {
        for (int attempt = 0; attempt < MOST_LOOKS; attempt++) {
            Optional<Look> look = look(id, 0);
            if (look.isEmpty()) {
                return Optional.empty();
            }
            Head head = look.get().head;
            List<TicketEvent> events = events(head, look.get().added, archived(id.value(), look.get().added));
            if (events.size() == head.version) {
                Ticket ticket = Ticket.replay(events);
                keep(ticket, head.edition);
                return Optional.of(ticket);
            }
        }
        throw notWhole(id);
    }

    private static StoreException notWhole(TicketId id) {
        return new StoreException(
                "The history of ticket " + id + " does not fit its row.",
                "Somebody has changed the tables by hand: bring its history back from a backup.",
                null);
    }

    private @Nullable Beginning archived(UUID id, List<Added> added) {
        return isWhole(added) ? null : archive.find(List.of(id)).get(id);
    }

    private static boolean isWhole(List<Added> added) {
        return !added.isEmpty() && added.get(0).first == 1;
    }

    /** What stands in the archive, and what was added to it. */
    private List<TicketEvent> events(Head head, List<Added> added, @Nullable Beginning beginning) {
        if (beginning == null || beginning.edition() != head.edition) {
            return events(added);
        }
        List<TicketEvent> events = new ArrayList<>(json.readHistory(beginning.json()));
        events.addAll(events(
                added.stream().filter(row -> row.first > beginning.events()).toList()));
        return events;
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
        Optional<Look> look = look(id, 0);
        for (int attempt = 0; look.isPresent() && attempt < MOST_LOOKS; attempt++) {
            Head head = look.get().head;
            List<TicketEvent> events = events(head, look.get().added, archived(id.value(), look.get().added));
            if (events.size() == head.version) {
                return List.copyOf(events);
            }
            look = look(id, 0);
        }
        if (look.isPresent()) {
            throw notWhole(id);
        }
        return List.of();
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
            Map<UUID, Beginning> beginnings = archive.find(missing.stream()
                    .filter(id -> !isWhole(histories.getOrDefault(id, List.of())))
                    .toList());
            heads.stream()
                    .filter(head -> !known.containsKey(head.id))
                    .forEach(head -> fold(head, histories.getOrDefault(head.id, List.of()), beginnings.get(head.id))
                            .ifPresent(ticket -> known.put(head.id, ticket)));
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
    private Optional<Ticket> fold(Head head, List<Added> all, @Nullable Beginning beginning) {
        List<Added> added =
                all.stream().filter(row -> row.first <= head.version).toList();
        List<TicketEvent> events = events(head, added, beginning);
        if (events.size() != head.version) {
            return whole(new TicketId(head.id));
        }
        Ticket ticket = Ticket.replay(events);
        keep(ticket, head.edition);
        return Optional.of(ticket);
    }
}
