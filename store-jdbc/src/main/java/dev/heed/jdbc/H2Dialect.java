package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    @Override
    String size() {
        return "select coalesce(disk_space_used(?), 0)";
    }

    @Override
    String clock() {
        return "select cast(extract(epoch from current_timestamp(6)) * 1000000 as bigint)";
    }

    /**
     * What is acknowledged has to be on the disk: by itself it would be there half a second later. And what is read has to be
     * what stands there: H2 gives an answer a second time that was true before a transaction whose locks are free already
     * (h2database issue 4208).
     */
    @Override
    void check(Connection connection, Naming naming) throws SQLException {
        if (connection.isReadOnly()) {
            throw new StoreException(
                    "The database is opened for reading only.", "Open it without ACCESS_MODE_DATA=r.", null);
        }
        String delay = "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
        try (Statement statement = connection.createStatement()) {
            if (!text(connection, delay).equals("0")) {
                statement.execute("set write_delay 0");
            }
            statement.execute("set optimize_reuse_results 0");
        }
    }

    /** There is one process, in which one at a time migrates. */
    @Override
    void lockSchema(Connection connection, String prefix) {}
}
