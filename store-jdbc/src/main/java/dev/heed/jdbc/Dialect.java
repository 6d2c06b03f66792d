package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what the databases differ. Immutable. */
abstract sealed class Dialect permits PostgresDialect, H2Dialect, MySqlDialect {
    /** SQLState of a transaction that the database has rolled back because of another one. */
    private static final String SERIALIZATION_FAILURE = "40001";

    /** The folder of its migrations. */
    abstract String folder();

    /** Whether what JDBC calls a catalog is what a prefix names before its dot. */
    boolean hasSchemasAsCatalogs() {
        return false;
    }

    /** Whether an index goes where its table is, and its name says nothing of that. */
    boolean indexesAreNamedWithoutSchema() {
        return false;
    }

    /** Whether one statement may be many, which reach the database together. */
    boolean takesManyAtOnce() {
        return false;
    }

    /** Whether tables can be cut into partitions. */
    boolean cutsTables() {
        return false;
    }

    /** Whether statements that write can be parts of one. */
    boolean combines() {
        return false;
    }

    /** Whether a statement failed because one of its parts touched no row. */
    boolean isRefusedByCount(SQLException e) {
        return false;
    }

    /** What tells it to look at a table, whose name follows; empty if it does without. */
    String howToAnalyze() {
        return "";
    }

    void setId(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setObject(index, id);
    }

    abstract int idType();

    UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Writes a row unless one with its key is there; then it touches none. */
    String insertIfAbsent(String table, List<String> columns, int rows) {
        return insert(table, columns, rows);
    }

    /** Writes a row, over the one with its key if there is one. */
    abstract String upsert(String table, List<String> keys, List<String> values);

    static String insert(String table, List<String> columns, int rows) {
        String row = "(" + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        return "insert into " + table + " (" + String.join(", ", columns) + ") values "
                + Stream.generate(() -> row).limit(rows).collect(Collectors.joining(", "));
    }

    /** Whether a question within a statement that writes locks what it looks at, and is better asked before. */
    boolean asksBefore() {
        return false;
    }

    /** Whether a statement was refused because a row with its key is there, and the transaction goes on. */
    abstract boolean isRefusedAsDuplicate(SQLException e);

    /** Whether the transaction was rolled back because of another one, and may be tried again whole. */
    boolean isWorthAnotherTry(SQLException e) {
        return SERIALIZATION_FAILURE.equals(e.getSQLState());
    }

    /** Keeps a row from being changed or removed until the transaction ends. */
    abstract String keep();

    /** Locks rows that nobody else has locked. */
    abstract String lockWhatIsFree();

    /** A query for what a table takes, whose name is its parameter. */
    abstract String size();

    /** A query for the database's own time, in microseconds since 1970. */
    abstract String clock();

    /**
     * What of the database itself would lose something later.
     *
     * @throws dev.heed.error.StoreException if it cannot be used as it is
     */
    abstract void check(Connection connection, Naming naming) throws SQLException;

    /** What of the database itself may lose something when it fails, each with what mends it. */
    List<String> warnings(Connection connection) throws SQLException {
        return List.of();
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** At the beginning of a transaction of Heed's own. */
    void beginOwn(Connection connection) throws SQLException {}

    /** Lets one transaction at a time change the schema; until {@link #unlockSchema}, or the end of the transaction. */
    abstract void lockSchema(Connection connection, String prefix) throws SQLException;

    void unlockSchema(Connection connection, String prefix) throws SQLException {}

    /** Whether a statement that changes tables failed because it was run before. */
    boolean isDoneAlready(SQLException e) {
        return false;
    }
}
