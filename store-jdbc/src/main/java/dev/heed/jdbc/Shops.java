package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The shops whose rows are here, by name; so that two names can never share one key unseen. Stateless. */
final class Shops {
    private Shops() {}

    static boolean isKnown(Db db, Scope scope) {
        String find = db.naming.in("select 1 from ${prefix}shop where bucket = ? and shop = ?");
        return !db.list(Command.of(find, scope), row -> 1).isEmpty();
    }

    static void register(Db db, Scope scope, String name, Connection connection) throws SQLException {
        String table = db.naming.in("${prefix}shop");
        String find = "select name from " + table + " where bucket = ? and shop = ?";
        List<byte[]> known = db.list(connection, Command.of(find, scope), row -> row.getBytes(1));
        if (known.isEmpty()) {
            String insert = db.dialect.insertIfAbsent(table, List.of("bucket", "shop", "name"), 1);
            new Script().run(Command.of(insert, scope).bytes(Texts.bytes(name))).run(connection, db.dialect);
        } else if (!Texts.text(known.get(0)).equals(name)) {
            throw new StoreException(
                    "Two shops have names with the same key of 64 bits.", "Give one of them another name.", null);
        }
    }
}
