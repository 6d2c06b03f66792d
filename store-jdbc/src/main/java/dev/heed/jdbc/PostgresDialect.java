package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL 12 and newer, and what speaks its protocol. */
final class PostgresDialect extends Dialect {
    private static final int OLDEST = 120_000;
    private static final List<String> ON_FOR_SAFETY = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final String DEADLOCK = "40P01";
    private static final String DIVISION_BY_ZERO = "22012";

    @Override
    String folder() {
        return "postgresql";
    }

    @Override
    boolean indexesAreNamedWithoutSchema() {
        return true;
    }

    @Override
    boolean takesManyAtOnce() {
        return true;
    }

    @Override
    boolean cutsTables() {
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
    String size() {
        return "select greatest(pg_total_relation_size(t.name), coalesce((select sum(pg_total_relation_size(p.relid))"
                + " from pg_partition_tree(t.name) p), 0)) from (select cast(? as regclass) as name) t";
    }

    @Override
    String clock() {
        return "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";
    }

    @Override
    void check(Connection connection, Naming naming) throws SQLException {
        String encoding = text(connection, "show server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StoreException(
                    "The database is encoded in " + encoding + ", in which not every letter can be written.",
                    "Make one with: create database … encoding 'UTF8' template template0.",
                    null);
        }
        if (text(connection, "show transaction_read_only").equals("on")) {
            throw new StoreException(
                    "The database takes no writes: it is a replica, or the user may only read.",
                    "Name the primary in the URL (targetServerType=primary), or let the user write.",
                    null);
        }
        int version = Integer.parseInt(text(connection, "show server_version_num"));
        if (version < OLDEST) {
            throw new StoreException(
                    "PostgreSQL is of version " + version + ".", "Use version 12 (" + OLDEST + ") or newer.", null);
        }
    }

    @Override
    List<String> warnings(Connection connection) throws SQLException {
        List<String> warnings = new ArrayList<>();
        for (String setting : ON_FOR_SAFETY) {
            if (text(connection, "show " + setting).equals("off")) {
                warnings.add("The database may lose what it has acknowledged when it fails, since " + setting
                        + " is off. Switch it on.");
            }
        }
        return warnings;
    }

    @Override
    void lockSchema(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, Keys.of("schema", prefix).getMostSignificantBits());
            lock.execute();
        }
    }
}
