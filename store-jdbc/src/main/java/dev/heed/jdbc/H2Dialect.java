package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** H2 2.x, in memory or in a file of one process. */
final class H2Dialect extends Dialect {
    private static final String DUPLICATE_KEY = "23505";
    private static final int DEADLOCK = 40001;
    private static final int CONCURRENT_UPDATE = 90131;

    @Override
    String folder() {
        return "h2";
    }

    @Override
    String product() {
        return "H2";
    }

    @Override
    int idType() {
        return Types.JAVA_OBJECT;
    }

    @Override
    String upsert(String table, List<String> keys, List<String> values) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(values);
        return insert(table, all, 1)
                .replaceFirst("insert into", "merge into")
                .replaceFirst("\\) values", ") key (" + String.join(", ", keys) + ") values");
    }

    /** Only the statement is undone. */
    @Override
    boolean isRefusedAsDuplicate(SQLException e) {
        return DUPLICATE_KEY.equals(e.getSQLState());
    }

    @Override
    boolean isWorthAnotherTry(SQLException e) {
        return super.isWorthAnotherTry(e) || e.getErrorCode() == DEADLOCK || e.getErrorCode() == CONCURRENT_UPDATE;
    }

    @Override
    String keep() {
        return " for update";
    }

    @Override
    String lockWhatIsFree() {
        return " for update skip locked";
    }

    /** There is one process, and the migrator takes one at a time. */
    @Override
    void lockSchema(Connection connection, String prefix) {}
}
