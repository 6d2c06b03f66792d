package dev.heed.jdbc;

import dev.heed.people.Address;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboundJson;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on its way out. Thread-safe. */
final class Outbox {
    private static final List<String> COLUMNS = List.of(
            "bucket",
            "shop",
            "id",
            "ticket",
            "receiver",
            "state",
            "due",
            "since",
            "attempt",
            "in_flight",
            "doubts",
            "reason",
            "body",
            "place");
    private static final List<State> STATES = List.of(State.WAITING, State.SENT, State.DEAD, State.UNKNOWN);
    private static final String WAITING = "0";

    private final Db db;
    private final Scope scope;
    private final String insert;
    private final String settle;
    private final String find;
    private final String heads;
    private final String lease;
    private final String dead;
    private final String forget;
    private final String forgetOfTicket;
    private final String forgetTo;

    Outbox(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        String lastOfTicket = naming.in(last("place", "p.ticket = ?"));
        String lastDead = naming.in(last("dead", "p.dead is not null"));
        insert = db.dialect
                .insertIfAbsent(naming.in("${prefix}outbox"), COLUMNS, 1)
                .replaceFirst(", \\?\\)", ", " + lastOfTicket + " + ?)");
        settle = naming.in(
                "update ${prefix}outbox set state = ?, due = ?, since = ?, in_flight = ?, doubts = ?, reason = ?,"
                        + " dead = case when ? then " + lastDead + " end,"
                        + " place = case when ? and state <> " + WAITING + " then " + lastOfTicket + " else place end"
                        + " where bucket = ? and shop = ? and id = ? and attempt = ? and (in_flight or dead is not null)");
        String all =
                "select id, ticket, state, due, since, attempt, in_flight, doubts, reason, body from ${prefix}outbox";
        String where = " where bucket = ? and shop = ?";
        find = naming.in(all + where + " and id = ?");
        heads = naming.in(all + " o" + where + " and state = " + WAITING + " and due <= ? and not exists (select 1"
                        + " from ${prefix}outbox e where e.bucket = o.bucket and e.shop = o.shop and e.ticket = o.ticket"
                        + " and e.state = " + WAITING
                        + " and (e.place < o.place or (e.place = o.place and e.id < o.id)))"
                        + " order by due, id limit ?")
                + db.dialect.lockWhatIsFree();
        lease = naming.in("update ${prefix}outbox set due = ?, attempt = attempt + 1,"
                + " doubts = doubts + case when in_flight then 1 else 0 end, in_flight = true" + where
                + " and id in (");
        dead = naming.in(all + where + " and dead is not null order by dead, id limit ?");
        String delete = "delete from ${prefix}outbox" + where;
        forget = naming.in(delete + " and id = ?");
        forgetOfTicket = naming.in(delete + " and ticket = ?");
        forgetTo = naming.in(delete + " and receiver in (");
    }

    /** One more than the largest there is; two who ask at once may be given the same. */
    private static String last(String column, String of) {
        return "(select coalesce(max(p." + column + "), 0) + 1 from ${prefix}outbox p"
                + " where p.bucket = ? and p.shop = ? and " + of + ")";
    }

    /** What was claimed, with its outcome; first of all, since its refusal weighs most but one. */
    void settle(UnitOfWork unit, Script script) {
        for (OutboxEntry entry : unit.settledOutbox()) {
            boolean waits = entry.state() == State.WAITING;
            UUID ticket = entry.ticket().value();
            script.expect(
                    CommitResult.SUPERSEDED,
                    Command.plain(settle)
                            .number(STATES.indexOf(entry.state()))
                            .number(Micros.of(entry.due()))
                            .number(Micros.of(entry.since()))
                            .flag(entry.inFlight())
                            .number(entry.doubts())
                            .bytes(Texts.bytesOrNull(entry.reason().orElse(null)))
                            .flag(entry.dead())
                            .scope(scope)
                            .flag(waits)
                            .scope(scope)
                            .id(ticket)
                            .scope(scope)
                            .id(entry.id())
                            .number(entry.attempt()));
        }
    }

    void add(UnitOfWork unit, Script script) {
        unit.forgottenOutbox()
                .forEach(id -> script.alone(Command.of(forget, scope).id(id)));
        int before = 0;
        for (OutboxEntry entry : unit.newOutbox()) {
            script.run(Command.of(insert, scope)
                    .id(entry.id())
                    .id(entry.ticket().value())
                    .id(Keys.of(entry.message().to()))
                    .number(STATES.indexOf(entry.state()))
                    .number(Micros.of(entry.due()))
                    .number(Micros.of(entry.since()))
                    .number(entry.attempt())
                    .flag(entry.inFlight())
                    .number(entry.doubts())
                    .bytes(Texts.bytesOrNull(entry.reason().orElse(null)))
                    .text(OutboundJson.write(entry.message()))
                    .scope(scope)
                    .id(entry.ticket().value())
                    .number(before++)); // of those that are written together none sees the others
        }
    }

    /** Of a ticket whose history is replaced. */
    void forgetOf(UUID ticket, Script script) {
        script.alone(Command.of(forgetOfTicket, scope).id(ticket));
    }

    void forgetTo(List<Address> receivers, Script script) {
        if (!receivers.isEmpty()) {
            List<UUID> keys = receivers.stream().map(Keys::of).toList();
            script.alone(
                    Command.of(forgetTo + Db.marks(keys.size()) + ")", scope).ids(Db.filled(keys)));
        }
    }

    /** In one transaction: what nobody else is claiming is locked, and leased. */
    List<OutboxEntry> claim(Instant now, Duration length, int limit) {
        return db.apart(connection -> claim(connection, now, now.plus(length), limit));
    }

    private List<OutboxEntry> claim(Connection connection, Instant now, Instant until, int limit) throws SQLException {
        List<OutboxEntry> due = db.list(
                connection, Command.of(heads, scope).number(Micros.of(now)).number(limit), this::entry);
        if (!due.isEmpty()) {
            List<UUID> ids = due.stream().map(OutboxEntry::id).toList();
            String sql = lease + Db.marks(ids.size()) + ")";
            db.update(
                    connection,
                    Command.plain(sql).number(Micros.of(until)).scope(scope).ids(Db.filled(ids)));
        }
        Instant end = Micros.instant(Micros.of(until));
        return due.stream().map(entry -> entry.claimed(end)).toList();
    }

    List<OutboxEntry> dead(int limit) {
        return db.list(Command.of(dead, scope).number(limit), this::entry);
    }

    Optional<OutboxEntry> find(UUID id) {
        return db.first(Command.of(find, scope).id(id), this::entry);
    }

    private OutboxEntry entry(ResultSet row) throws SQLException {
        byte[] reason = row.getBytes(9);
        return new OutboxEntry(
                db.dialect.id(row, 1),
                new TicketId(db.dialect.id(row, 2)),
                OutboundJson.read(row.getString(10)),
                STATES.get(row.getInt(3)),
                Micros.instant(row.getLong(4)),
                Micros.instant(row.getLong(5)),
                row.getInt(6),
                row.getBoolean(7),
                row.getInt(8),
                Optional.ofNullable(reason).map(Texts::text));
    }
}
