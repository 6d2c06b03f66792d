package dev.heed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a transaction.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface TxWork<T extends @Nullable Object> {
    /**
     * Does it. It neither commits nor rolls back, and does not keep the connection.
     *
     * @param connection in the transaction
     */
    T run(Connection connection) throws SQLException;
}
