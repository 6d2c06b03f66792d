package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.sql.SQLException;

/** What a database says when it does not do its work, as errors of a store. Stateless. */
final class Failures {
    private static final String READ_AGAIN = "Read again before anything is repeated; it may have been written.";

    private Failures() {}

    /** By the class of its SQLState; what stands in its message may be personal and stays in the cause. */
    static StoreException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P") || state.isEmpty()) {
            return failure(
                    "The database gives no connection, or has broken it off.",
                    "See that it runs and can be reached, and that the pool has a connection for each thread. "
                            + READ_AGAIN,
                    e);
        } else if (state.startsWith("53") || state.equals("58030")) {
            return failure(
                    "The database has no room left: disk, memory or connections.",
                    "Give it more; nothing of this was written.",
                    e);
        } else if (state.equals("55P03") || state.equals("HYT00") || state.equals("57014")) {
            return failure(
                    "A row was locked by somebody else for too long.",
                    "Try again; look for a transaction of the shop's that stays open.",
                    e);
        } else if (state.startsWith("40")) {
            return failure(
                    "The database rolled the transaction back because of another one.",
                    "Nothing was written. Roll back your own transaction, if it was joined, and repeat it whole.",
                    e);
        } else if (state.equals("25006")) {
            return failure("The database takes no writes: it is a replica.", "Name the primary.", e);
        }
        return failure("The database did not do its work", READ_AGAIN, e);
    }

    private static StoreException failure(String problem, String remedy, SQLException e) {
        String where = " (SQLState " + e.getSQLState() + ", code " + e.getErrorCode() + ").";
        String sentence = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
        return new StoreException(sentence + where, remedy, e);
    }
}
