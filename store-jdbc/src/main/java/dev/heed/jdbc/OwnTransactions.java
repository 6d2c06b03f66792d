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
                return inTransaction(connection, work, false);
            }
            return work.run(connection);
        }
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            if (!before) {
                return inTransaction(connection, work, false);
            }
            connection.setAutoCommit(false);
            return inTransaction(connection, work, true);
        }
    }

    /** What is asked of this thread meanwhile joins it. Afterwards auto-commit is on again if it was. */
    private <T extends @Nullable Object> T inTransaction(Connection connection, TxWork<T> work, boolean autoCommit)
            throws SQLException {
        JoinedConnection own = JoinedConnection.open(dataSource, connection);
        T result;
        try {
            result = work.run(connection);
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, autoCommit, e);
            throw e;
        } finally {
            own.close();
        }
        restore(connection, autoCommit);
        own.committed();
        return result;
    }

    /** It is committed; a connection that is broken by now is closed next, and says so itself when it is used. */
    private static void restore(Connection connection, boolean autoCommit) {
        try {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // what was committed matters
        }
    }

    /** What could not be rolled back stays as it is: switching auto-commit on would commit it. */
    private static void rollBack(Connection connection, boolean autoCommit, Throwable thrown) {
        try {
            connection.rollback();
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            thrown.addSuppressed(e);
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
