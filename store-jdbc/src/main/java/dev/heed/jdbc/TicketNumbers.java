package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The numbers by which people name tickets. A node takes some at once, the more the more it needs, so that opening tickets
 * does not wait for one row; what it has not given when it ends is a gap. Thread-safe.
 */
final class TicketNumbers {
    private static final String NAME = "ticket";
    private static final long BEFORE_THE_FIRST = 1000;
    private static final int MOST_AT_ONCE = 64;

    private final Db db;
    private final Scope scope;
    private final Counters counters;
    private final String taken;
    private final Deque<Long> free = new ArrayDeque<>();
    private int atOnce = 1;

    TicketNumbers(Db db, Scope scope, Counters counters) {
        this.db = db;
        this.scope = scope;
        this.counters = counters;
        taken = db.naming.in(
                "select number from ${prefix}ticket where bucket = ? and shop = ? and number between ? and ?");
    }

    synchronized long next() {
        while (free.isEmpty()) {
            int howMany = atOnce;
            free.addAll(db.apart(connection -> take(connection, howMany)));
            atOnce = Math.min(MOST_AT_ONCE, atOnce * 2);
        }
        return free.remove();
    }

    /** Without those of tickets that were imported. */
    private List<Long> take(Connection connection, int howMany) throws SQLException {
        long last = counters.take(connection, NAME, howMany, BEFORE_THE_FIRST);
        long first = last - howMany + 1;
        Set<Long> imported = new HashSet<>(
                db.list(connection, Command.of(taken, scope).number(first).number(last), row -> row.getLong(1)));
        return LongStream.rangeClosed(first, last)
                .filter(number -> !imported.contains(number))
                .boxed()
                .toList();
    }
}
