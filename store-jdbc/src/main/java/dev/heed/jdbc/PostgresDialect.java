package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL 12 and newer, and what speaks its protocol. */
final class PostgresDialect extends Dialect {
    private static final String DEADLOCK = "40P01";
    private static final String DIVISION_BY_ZERO = "22012";

    @Override
    String folder() {
        return "postgresql";
    }

    @Override
    String product() {
        return "PostgreSQL";
    }

    @Override
    boolean takesManyAtOnce() {
        return true;
    }

    @Override
    boolean combines() {
        return true;
    }

    @Override
    boolean isRefusedByCount(SQLException e) {
        return DIVISION_BY_ZERO.equals(e.getSQLState());
    }

    @Override
    String howToAnalyze() {
        return "analyze ";
    }

    @Override
    int idType() {
        return Types.OTHER;
    }

    @Override
    String insertIfAbsent(String table, List<String> columns, int rows) {
        return insert(table, columns, rows) + " on conflict do nothing";
    }

    @Override
    String upsert(String table, List<String> keys, List<String> values) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(values);
        return insert(table, all, 1) + " on conflict (" + String.join(", ", keys) + ") do update set "
                + values.stream().map(value -> value + " = excluded." + value).collect(Collectors.joining(", "));
    }

    /** Here it would end the whole transaction, so nothing is inserted that may be there without saying so. */
    @Override
    boolean isRefusedAsDuplicate(SQLException e) {
        return false;
    }

    @Override
    boolean isWorthAnotherTry(SQLException e) {
        return super.isWorthAnotherTry(e) || DEADLOCK.equals(e.getSQLState());
    }

    @Override
    String keep() {
        return " for key share";
    }

    @Override
    String lockWhatIsFree() {
        return " for update skip locked";
    }

    @Override
    void lockSchema(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, Keys.of("schema", prefix).getMostSignificantBits());
            lock.execute();
        }
    }
}
