package dev.heed.jdbc;

import dev.heed.error.StoreException;
import dev.heed.jdbc.TicketReads.Head;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The histories of tickets that have been closed for long: what they had by then stands compressed in one row, and what is added
 * later stands in the history as ever. The letters that were sent are dropped. Thread-safe.
 */
final class Archive {
    private static final int AT_ONCE = 50;
    private static final String CLOSED = "status = " + TicketRow.CLOSED;
    private static final int SENT = 1;
    private static final List<String> KEY = List.of("bucket", "shop", "ticket");
    private static final List<String> VALUES = List.of("edition", "events", "body");

    private final Db db;
    private final Scope scope;
    private final String find;
    private final String closed;
    private final String rows;
    private final String keep;
    private final String dropRows;
    private final String dropLetters;
    private final String mark;
    private final String forget;

    /**
     * The beginning of a history.
     *
     * @param edition of the ticket from which it was taken
     * @param events how many
     * @param json an array of them
     */
    record Beginning(UUID ticket, long edition, int events, String json) {}

    /** A row of a history. */
    private record Row(UUID ticket, long first, int events, String json) {}

    Archive(Db db, Scope scope) {
        this(db, scope, CLOSED);
    }

    /** Of tickets for which a condition on their rows holds. */
    Archive(Db db, Scope scope, String condition) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        String where = " where bucket = ? and shop = ?";
        find = naming.in("select ticket, edition, events, body from ${prefix}archive" + where + " and ticket in (");
        closed = naming.in("select id, version, edition from ${prefix}ticket" + where + " and " + condition
                        + " and archived = false and changed < ? order by changed, number limit ?")
                + db.dialect.lockWhatIsFree();
        rows = naming.in("select ticket, first, events, body from ${prefix}history" + where + " and ticket in (");
        keep = db.dialect.upsert(naming.in("${prefix}archive"), KEY, VALUES);
        dropRows = naming.in("delete from ${prefix}history" + where + " and ticket = ?");
        dropLetters = naming.in("delete from ${prefix}outbox" + where + " and ticket = ? and state = " + SENT);
        mark = naming.in("update ${prefix}ticket set archived = true" + where + " and id = ? and version = ?");
        forget = naming.in("delete from ${prefix}archive" + where + " and ticket = ?");
    }

    /** Of those tickets that have one, by their ids. */
    Map<UUID, Beginning> find(List<UUID> tickets) {
        return byTicket(tickets.isEmpty() ? List.of() : db.list(lookup(tickets), this::beginning));
    }

    private Command lookup(List<UUID> tickets) {
        return Command.of(find + Db.marks(tickets.size()) + ")", scope).ids(Db.filled(tickets));
    }

    private Beginning beginning(ResultSet row) throws SQLException {
        return new Beginning(db.dialect.id(row, 1), row.getLong(2), row.getInt(3), inflated(row.getBytes(4)));
    }

    private static Map<UUID, Beginning> byTicket(List<Beginning> all) {
        Map<UUID, Beginning> found = new HashMap<>();
        all.forEach(one -> found.put(one.ticket, one));
        return found;
    }

    /** Where the whole history is replaced. */
    void forget(UUID ticket, Script script) {
        script.alone(Command.of(forget, scope).id(ticket));
    }

    /**
     * Moves histories here, those that were closed first before the others.
     *
     * @return of how many tickets
     */
    int move(Instant closedBefore, int atMost) {
        int moved = 0;
        boolean more = true;
        while (more && moved < atMost) {
            int limit = Math.min(AT_ONCE, atMost - moved);
            int some = db.apart(connection -> moveSome(connection, closedBefore, limit));
            moved += some;
            more = some == limit;
        }
        return moved;
    }

    /** Nobody else changes the tickets meanwhile: their rows are locked. */
    private int moveSome(Connection connection, Instant closedBefore, int limit) throws SQLException {
        Command query =
                Command.of(closed, scope).number(Micros.of(closedBefore)).number(limit);
        List<Head> heads = db.list(connection, query, row -> TicketReads.head(row, db.dialect));
        if (heads.isEmpty()) {
            return 0;
        }
        List<UUID> ids = heads.stream().map(Head::id).toList();
        Map<UUID, Beginning> whole = byTicket(db.list(connection, lookup(ids), this::beginning));
        Command histories = Command.of(rows + Db.marks(ids.size()) + ") order by ticket, first", scope)
                .ids(Db.filled(ids));
        for (Row row : db.list(connection, histories, this::row)) {
            whole.merge(row.ticket, new Beginning(row.ticket, 0, row.events, row.json), Archive::joined);
        }
        Script script = new Script();
        for (Head head : heads) {
            move(head, whole.getOrDefault(head.id(), new Beginning(head.id(), 0, 0, "[]")), script);
        }
        script.runTogether(connection, db.dialect);
        return heads.size();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(db.dialect.id(row, 1), row.getLong(2), row.getInt(3), row.getString(4));
    }

    /** Two arrays as one. */
    private static Beginning joined(Beginning before, Beginning after) {
        String json = before.json.substring(0, before.json.lastIndexOf(']')) + ","
                + after.json.substring(after.json.indexOf('[') + 1);
        return new Beginning(before.ticket, before.edition, before.events + after.events, json);
    }

    private void move(Head head, Beginning whole, Script script) {
        if (whole.events != head.version()) {
            throw new StoreException(
                    "Ticket " + head.id() + " has " + head.version() + " events, and " + whole.events + " were found.",
                    "Somebody has changed the tables by hand: bring its history back from a backup.",
                    null);
        }
        script.run(Command.of(keep, scope)
                .id(head.id())
                .number(head.edition())
                .number(whole.events)
                .bytes(deflated(whole.json)));
        script.run(Command.of(dropRows, scope).id(head.id()));
        script.run(Command.of(dropLetters, scope).id(head.id()));
        script.run(Command.of(mark, scope).id(head.id()).number(head.version()));
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A history cannot be compressed in memory.", e);
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("An archived history is damaged.", e);
        }
    }
}
