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
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final int PLACE = 11;

    private final Db db;
    private final Scope scope;
    private final NextNumber nextPlace;
    private final NextNumber nextDead;
    private final String insert;
    private final String settle;
    private final String find;
    private final String heads;
    private final String lease;
    private final String claimed;
    private final String dead;
    private final String forget;
    private final String forgetOfTicket;
    private final String forgetTo;

    Outbox(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        Naming naming = db.naming;
        nextPlace = next("place", "");
        nextDead = next("dead", " and p.dead is not null");
        insert = db.dialect
                .insertIfAbsent(naming.in("${prefix}outbox"), COLUMNS, 1)
                .replaceFirst(", \\?\\)", ", " + nextPlace.expression + " + ?)");
        settle = naming.in("update ${prefix}outbox set place = case when ? and state <> " + WAITING + " then "
                + nextPlace.expression
                + " else place end," // before the state is another one
                + " dead = case when ? then " + nextDead.expression + " end,"
                + " state = ?, due = ?, since = ?, in_flight = ?, doubts = ?, reason = ?"
                + " where bucket = ? and shop = ? and id = ? and attempt = ? and (in_flight or dead is not null)");
        String all =
                "select id, ticket, state, due, since, attempt, in_flight, doubts, reason, body, place from ${prefix}outbox";
        String where = " where bucket = ? and shop = ?";
        find = naming.in(all + where + " and id = ?");
        heads = naming.in(all + " o" + where + " and state = " + WAITING + " and due <= ? and not exists (select 1"
                + " from ${prefix}outbox e where e.bucket = o.bucket and e.shop = o.shop and e.ticket = o.ticket"
                + " and e.state = " + WAITING
                + " and (e.place < o.place or (e.place = o.place and e.id < o.id)))"
                + " order by due, place, id limit ");
        lease = naming.in("update ${prefix}outbox set due = ?, attempt = attempt + 1,"
                + " doubts = doubts + case when in_flight then 1 else 0 end, in_flight = true" + where
                + " and id = ? and attempt = ? and state = " + WAITING);
        claimed = naming.in(") update ${prefix}outbox o set due = ?, attempt = o.attempt + 1,"
                + " doubts = o.doubts + case when o.in_flight then 1 else 0 end, in_flight = true from head"
                + " where o.bucket = ? and o.shop = ? and o.id = head.id and o.attempt = head.attempt and o.state = 0"
                + " returning head.id, head.ticket, head.state, head.due, head.since, head.attempt, head.in_flight,"
                + " head.doubts, head.reason, head.body, head.place");
        dead = naming.in(all + where + " and dead is not null order by dead, id limit ?");
        String delete = "delete from ${prefix}outbox" + where;
        forget = naming.in(delete + " and id = ?");
        forgetOfTicket = naming.in(delete + " and ticket = ?");
        forgetTo = naming.in(delete + " and receiver in (");
    }

    private NextNumber next(String column, String of) {
        String rows = "${prefix}outbox p where p.bucket = ? and p.shop = ?" + of;
        return new NextNumber(db.dialect, column, "p." + column, db.naming.in(rows));
    }

    /** What was claimed, with its outcome; first of all, since its refusal weighs most but one. */
    void settle(UnitOfWork unit, Script script) {
        for (OutboxEntry entry : unit.settledOutbox()) {
            boolean waits = entry.state() == State.WAITING;
            Command placed = nextPlace.ask(Command.plain(settle).flag(waits), script, place -> place.scope(scope));
            Command command = nextDead.ask(placed.flag(entry.dead()), script, dead -> dead.scope(scope));
            script.expect(
                    CommitResult.SUPERSEDED,
                    command.number(STATES.indexOf(entry.state()))
                            .number(Micros.of(entry.due()))
                            .number(Micros.of(entry.since()))
                            .flag(entry.inFlight())
                            .number(entry.doubts())
                            .bytes(Texts.bytesOrNull(entry.reason().orElse(null)))
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
            Command command = Command.of(insert, scope)
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
                    .text(OutboundJson.write(entry.message()));
            Command placed = nextPlace.ask(command, script, place -> place.scope(scope));
            script.run(placed.number(before++)); // of those that are written together none sees the others
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

    /** What nobody else is claiming is locked, and leased; in one statement where the database can. */
    List<OutboxEntry> claim(Instant now, Duration length, int limit) {
        Instant until = now.plus(length);
        if (!db.dialect.combines() || db.gateway.isActive()) {
            return db.apart(connection -> claim(connection, now, until, limit));
        }
        Command command = Command.of("with head as materialized (" + heads(limit) + claimed, scope)
                .number(Micros.of(now))
                .number(Micros.of(until))
                .scope(scope);
        Instant end = Micros.instant(Micros.of(until));
        record Claimed(long place, OutboxEntry entry) {}
        return db.list(command, row -> new Claimed(row.getLong(PLACE), entry(row))).stream()
                .sorted(Comparator.comparing((Claimed one) -> one.entry.due()).thenComparing(Claimed::place))
                .map(one -> one.entry.claimed(end))
                .toList();
    }

    /** The limit stands in the text: a database that does not know it takes one plan for few rows and one for many. */
    private String heads(int limit) {
        return heads + limit + db.dialect.lockWhatIsFree();
    }

    /** What somebody else has claimed meanwhile, in a database that does not lock, is not given out. */
    private List<OutboxEntry> claim(Connection connection, Instant now, Instant until, int limit) throws SQLException {
        List<OutboxEntry> due =
                db.list(connection, Command.of(heads(limit), scope).number(Micros.of(now)), this::entry);
        Instant end = Micros.instant(Micros.of(until));
        List<OutboxEntry> claimed = new ArrayList<>(due.size());
        for (OutboxEntry entry : due) {
            Command command = Command.plain(lease)
                    .number(Micros.of(until))
                    .scope(scope)
                    .id(entry.id())
                    .number(entry.attempt());
            if (db.update(connection, command) == 1) {
                claimed.add(entry.claimed(end));
            }
        }
        return claimed;
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
