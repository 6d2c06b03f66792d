package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MariaDB 10.6 and newer, and MySQL 8, in what both understand. */
final class MySqlDialect extends Dialect {
    private static final int DUPLICATE_KEY = 1062;
    private static final int DEADLOCK = 1213;
    /** Of a transaction that sees a snapshot, which another one has changed. */
    private static final int CHANGED_SINCE = 1020;

    private static final int UNDER_WAY = 1568;
    /** A column or an index that is there. */
    private static final Set<Integer> DONE_ALREADY = Set.of(1060, 1061);

    private static final int ID_BYTES = 16;
    private static final long SMALLEST_PACKET = 16L * 1024 * 1024;
    private static final int PATIENCE = 60;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*", Pattern.DOTALL);
    private static final int OLDEST_MARIADB = 10_06;
    private static final int OLDEST_MYSQL = 8_00;
    private static final int MAJOR = 100;

    @Override
    String folder() {
        return "mysql";
    }

    @Override
    boolean hasSchemasAsCatalogs() {
        return true;
    }

    @Override
    void setId(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setBytes(
                index,
                ByteBuffer.allocate(ID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    @Override
    int idType() {
        return Types.BINARY;
    }

    @Override
    UUID id(ResultSet row, int column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    String upsert(String table, List<String> keys, List<String> values) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(values);
        return insert(table, all, 1) + " on duplicate key update "
                + values.stream()
                        .map(value -> value + " = values(" + value + ")")
                        .collect(Collectors.joining(", "));
    }

    @Override
    boolean asksBefore() {
        return true;
    }

    /** Only the statement is undone. */
    @Override
    boolean isRefusedAsDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE_KEY;
    }

    @Override
    boolean isWorthAnotherTry(SQLException e) {
        return super.isWorthAnotherTry(e) || e.getErrorCode() == DEADLOCK || e.getErrorCode() == CHANGED_SINCE;
    }

    @Override
    String keep() {
        return " lock in share mode";
    }

    @Override
    String lockWhatIsFree() {
        return " for update skip locked";
    }

    @Override
    String size() {
        return "select coalesce(sum(t.data_length + t.index_length), 0) from information_schema.tables t join (select ? as n) p"
                + " where t.table_schema = case when locate('.', p.n) > 0 then substring_index(p.n, '.', 1) else database() end"
                + " and t.table_name = substring_index(p.n, '.', -1)";
    }

    @Override
    String clock() {
        return "select timestampdiff(microsecond, '1970-01-01 00:00:00.000000', utc_timestamp(6))";
    }

    /** In a transaction that sees the same as long as it lasts, gaps between rows are locked, and others wait for nothing. */
    @Override
    void beginOwn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level read committed");
        } catch (SQLException e) {
            if (e.getErrorCode() != UNDER_WAY) { // which somebody else has begun, as it is
                throw e;
            }
        }
    }

    @Override
    void check(Connection connection, Naming naming) throws SQLException {
        requireVersion(text(connection, "select version()"));
        require(
                text(connection, "select @@global.read_only").equals("0"),
                "The database takes no writes: it is a replica.",
                "Name the primary in the URL.");
        require(
                text(connection, "select @@sql_mode").contains("STRICT_"),
                "The database cuts off what is too long and says nothing.",
                "Put STRICT_TRANS_TABLES into its sql_mode.");
        require(
                text(connection, "select @@character_set_connection").startsWith("utf8mb4"),
                "The connection is not in utf8mb4, in which every letter can be written.",
                "Set characterEncoding or the server's character set to utf8mb4.");
        long packet = Long.parseLong(text(connection, "select @@max_allowed_packet"));
        require(
                packet >= SMALLEST_PACKET,
                "The database takes no more than " + packet + " bytes at once.",
                "Set max_allowed_packet to 16M at least, and to more than the largest mail.");
    }

    @Override
    List<String> warnings(Connection connection) throws SQLException {
        List<String> warnings = new ArrayList<>();
        if (!text(connection, "select @@innodb_flush_log_at_trx_commit").equals("1")) {
            warnings.add(
                    "The database may lose what it has acknowledged when it fails, since innodb_flush_log_at_trx_commit is"
                            + " not 1. Set it to 1.");
        }
        if (!isMaria(text(connection, "select version()"))) {
            warnings.add(
                    "Heed has been tried on MariaDB. On MySQL it should do the same; try it there with your own load.");
        }
        return warnings;
    }

    private static boolean isMaria(String version) {
        return version.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    private static void require(boolean holds, String problem, String remedy) {
        if (!holds) {
            throw new StoreException(problem, remedy, null);
        }
    }

    private static void requireVersion(String version) {
        boolean maria = isMaria(version);
        Matcher parts = VERSION.matcher(version);
        int number = parts.matches() ? Integer.parseInt(parts.group(1)) * MAJOR + Integer.parseInt(parts.group(2)) : 0;
        require(
                number >= (maria ? OLDEST_MARIADB : OLDEST_MYSQL),
                "The database is of version " + version + ".",
                "Use MariaDB 10.6 or newer, or MySQL 8 or newer.");
    }

    @Override
    void lockSchema(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select get_lock(?, ?)")) {
            lock.setString(1, lockName(prefix));
            lock.setInt(2, PATIENCE);
            try (ResultSet row = lock.executeQuery()) {
                require(
                        row.next() && row.getInt(1) == 1,
                        "Another node has been changing the tables for a minute.",
                        "Wait until it has ended, and call migrate() again.");
            }
        }
    }

    @Override
    void unlockSchema(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select release_lock(?)")) {
            lock.setString(1, lockName(prefix));
            lock.execute();
        }
    }

    private static String lockName(String prefix) {
        return "heed schema " + prefix;
    }

    /** What changes tables is committed by itself; a script that was broken off is run once more from its beginning. */
    @Override
    boolean isDoneAlready(SQLException e) {
        return DONE_ALREADY.contains(e.getErrorCode());
    }
}
