package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Numbers that are given once: of a row for each kind of number, never of a sequence. Thread-safe. */
final class Counters {
    private final Db db;
    private final Scope scope;
    private final String take;
    private final String read;
    private final String begin;

    Counters(Db db, Scope scope) {
        this.db = db;
        this.scope = scope;
        take = db.naming.in("update ${prefix}counter set last = last + ? where bucket = ? and shop = ? and name = ?");
        read = db.naming.in("select last from ${prefix}counter where bucket = ? and shop = ? and name = ?");
        begin = db.dialect.insertIfAbsent(
                db.naming.in("${prefix}counter"), List.of("bucket", "shop", "name", "last"), 1);
    }

    /**
     * The last of so many numbers that nobody else is given; the row stays locked until the transaction ends.
     *
     * @param before what was given before the first
     */
    long take(Connection connection, String name, int howMany, long before) throws SQLException {
        Command add = Command.plain(take).number(howMany).scope(scope).text(name);
        if (db.update(connection, add) == 0) {
            new Script()
                    .run(Command.of(begin, scope).text(name).number(before))
                    .run(add)
                    .run(connection, db.dialect);
        }
        return db.list(connection, Command.of(read, scope).text(name), row -> row.getLong(1))
                .get(0);
    }
}
