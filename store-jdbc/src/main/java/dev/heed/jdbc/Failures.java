package dev.heed.jdbc;

import dev.heed.error.StoreException;
import dev.heed.error.StoreException.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** What a database says when it does not do its work, as errors of a store. Stateless. */
final class Failures {
    private static final String READ_AGAIN = "Read again before anything is repeated; it may have been written.";

    /** Of H2: broken, closing, closed. */
    private static final Set<String> H2_GONE = Set.of("90067", "90098", "90121");
    /** A transaction that did nothing for too long, which PostgreSQL ends with its connection. */
    private static final String IDLE_FOR_TOO_LONG = "25P03";

    private static final String DISK_ERROR = "58030";
    private static final Set<String> TOO_LONG = Set.of("55P03", "HYT00", "57014");
    /** Of H2: a row was changed by another transaction. */
    private static final String H2_CHANGED_MEANWHILE = "90131";

    /** Of MariaDB and MySQL, whose states say little. */
    private static final Map<Integer, Kind> MYSQL = Map.ofEntries(
            Map.entry(1020, Kind.ROLLED_BACK), // a row was changed since a snapshot
            Map.entry(1021, Kind.FULL), // disk
            Map.entry(1040, Kind.FULL), // connections
            Map.entry(1114, Kind.FULL), // table
            Map.entry(1203, Kind.FULL), // connections of a user
            Map.entry(1205, Kind.TIMED_OUT), // lock
            Map.entry(1290, Kind.READ_ONLY), // an option, such as --read-only
            Map.entry(1836, Kind.READ_ONLY), // mode
            Map.entry(1969, Kind.TIMED_OUT), // statement
            Map.entry(3024, Kind.TIMED_OUT)); // query

    private static final String FAILED_BEFORE = "25P02";
    private static final String READ_ONLY = "25006";

    private Failures() {}

    /** By the class of its SQLState; what stands in its message may be personal and stays in the cause. */
    static StoreException of(SQLException e) {
        Kind told = MYSQL.get(e.getErrorCode());
        Kind kind = told == null ? kind(e.getSQLState() == null ? "" : e.getSQLState()) : told;
        return switch (kind) {
            case UNREACHABLE ->
                failure(
                        kind,
                        "The database gives no connection, or has broken it off",
                        "See that it runs and can be reached, and that the pool has a connection for each thread. "
                                + READ_AGAIN,
                        e);
            case FULL ->
                failure(
                        kind,
                        "The database has no room left: disk, memory or connections",
                        "Give it more; nothing of this was written.",
                        e);
            case TIMED_OUT ->
                failure(
                        kind,
                        "The database took longer than it may: a row was locked by somebody else, or a time limit is too short",
                        "Try again, nothing was written; look for a transaction of the shop's that stays open.",
                        e);
            case ROLLED_BACK ->
                failure(
                        kind,
                        "The database rolled the transaction back because of another one",
                        "Nothing was written. Roll back your own transaction, if it was joined, and repeat it whole.",
                        e);
            case READ_ONLY -> failure(kind, "The database takes no writes: it is a replica", "Name the primary.", e);
            case OTHER -> other(e);
        };
    }

    private static StoreException other(SQLException e) {
        return FAILED_BEFORE.equals(e.getSQLState())
                ? failure(
                        Kind.OTHER,
                        "A statement before this one has failed in the transaction that was joined",
                        "Roll it back; nothing more is done in it.",
                        e)
                : failure(Kind.OTHER, "The database did not do its work", READ_AGAIN, e);
    }

    private static Kind kind(String state) {
        if (state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals(IDLE_FOR_TOO_LONG)
                || H2_GONE.contains(state)) {
            return Kind.UNREACHABLE;
        } else if (state.startsWith("53") || state.equals(DISK_ERROR)) {
            return Kind.FULL;
        } else if (TOO_LONG.contains(state)) {
            return Kind.TIMED_OUT;
        } else if (state.startsWith("40") || state.equals(H2_CHANGED_MEANWHILE)) {
            return Kind.ROLLED_BACK;
        }
        return state.equals(READ_ONLY) ? Kind.READ_ONLY : Kind.OTHER;
    }

    private static StoreException failure(Kind kind, String problem, String remedy, SQLException e) {
        String where = " (SQLState " + e.getSQLState() + ", code " + e.getErrorCode() + ").";
        return new StoreException(kind, problem + where, remedy, e);
    }
}
