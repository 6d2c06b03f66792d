package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions on connections of a {@link DataSource}; gives each back as it was. */
final class OwnTransactions implements TxGateway {
    private final DataSource dataSource;

    OwnTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        return joined == null ? independent(work) : work.run(joined.connection());
    }

    @Override
    public <T extends @Nullable Object> T reading(TxWork<T> work) throws SQLException {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        if (joined != null) {
            return work.run(joined.connection());
        }
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            if (!before) {
                return inTransaction(connection, work);
            }
            return work.run(connection);
        }
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            if (!before) {
                return inTransaction(connection, work);
            }
            connection.setAutoCommit(false);
            try {
                return inTransaction(connection, work);
            } finally {
                restore(connection);
            }
        }
    }

    /** A connection that is broken by now is closed next, and says so itself when it is used. */
    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // what the work has thrown matters
        }
    }

    /** What is asked of this thread meanwhile joins it. */
    private <T extends @Nullable Object> T inTransaction(Connection connection, TxWork<T> work) throws SQLException {
        JoinedConnection own = JoinedConnection.open(dataSource, connection);
        boolean done = false;
        T result;
        try {
            result = work.run(connection);
            connection.commit();
            done = true;
        } finally {
            own.close();
            if (!done) {
                rollBack(connection);
            }
        }
        own.committed();
        return result;
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            abort(connection);
        }
    }

    /** What cannot be rolled back must not be committed by switching auto-commit on. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // it is broken, and has nothing left to commit
        }
    }

    @Override
    public boolean isActive() {
        return JoinedConnection.current(dataSource) != null;
    }

    @Override
    public void afterCommit(Runnable hint) {
        JoinedConnection joined = JoinedConnection.current(dataSource);
        if (joined == null) {
            hint.run();
        } else {
            joined.later(hint);
        }
    }
}
