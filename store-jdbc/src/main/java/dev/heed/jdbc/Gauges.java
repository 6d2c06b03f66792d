package dev.heed.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a shop's rows say of how it stands. Thread-safe. */
final class Gauges {
    private static final List<String> TABLES = List.of(
            "absence",
            "address",
            "archive",
            "counter",
            "customer",
            "document",
            "history",
            "holder",
            "inbound",
            "link",
            "outbox",
            "profile",
            "reference",
            "shop",
            "term",
            "ticket",
            "unreadable");

    private final Db db;
    private final Scope scope;

    /** How many, and since when the first of them. */
    private record Waiting(long number, Duration lag) {}

    Gauges(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    StoreHealth health(Instant now) {
        String where = " where bucket = ? and shop = ?";
        Waiting tickets = waiting("select count(*), min(wake) from ${prefix}ticket" + where + " and wake <= ?", now);
        Waiting outbox =
                waiting("select count(*), min(due) from ${prefix}outbox" + where + " and state = 0 and due <= ?", now);
        Command dead = Command.of(
                db.naming.in("select count(*) from ${prefix}outbox" + where + " and dead is not null"), scope);
        return new StoreHealth(
                tickets.number,
                tickets.lag,
                outbox.number,
                outbox.lag,
                db.list(dead, row -> row.getLong(1)).get(0));
    }

    private Waiting waiting(String sql, Instant now) {
        Command command = Command.of(db.naming.in(sql), scope).number(Micros.of(now));
        return db.list(command, row -> {
                    long number = row.getLong(1);
                    return new Waiting(
                            number,
                            number == 0 ? Duration.ZERO : Duration.between(Micros.instant(row.getLong(2)), now));
                })
                .get(0);
    }

    static Map<String, TableSize> sizes(Db db) {
        Map<String, TableSize> sizes = new TreeMap<>();
        for (String table : TABLES) {
            String name = db.naming.in("${prefix}" + table);
            long rows = db.list(Command.plain("select count(*) from " + name), row -> row.getLong(1))
                    .get(0);
            long bytes = db.list(Command.plain(db.dialect.size()).text(name), row -> row.getLong(1))
                    .get(0);
            sizes.put(name, new TableSize(rows, bytes));
        }
        return sizes;
    }
}
