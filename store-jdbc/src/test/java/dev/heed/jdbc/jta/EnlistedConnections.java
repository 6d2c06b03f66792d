package dev.heed.jdbc.jta;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import org.postgresql.xa.PGXADataSource;

/** Connections that take part in the global transaction of their thread, as an application server gives them. */
final class EnlistedConnections implements DataSource {
    private final PGXADataSource source = new PGXADataSource();
    private final TransactionManager transactions;
    private final Map<Transaction, Enlisted> enlisted = new ConcurrentHashMap<>();

    private record Enlisted(XAConnection global, Connection connection) {}

    EnlistedConnections(String url, TransactionManager transactions) {
        source.setUrl(url);
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Transaction current = transactions.getTransaction();
            if (current == null || current.getStatus() != Status.STATUS_ACTIVE) {
                return source.getXAConnection().getConnection();
            }
            Enlisted known = enlisted.get(current);
            if (known == null) {
                XAConnection global = source.getXAConnection();
                current.enlistResource(global.getXAResource());
                known = new Enlisted(global, global.getConnection());
                enlisted.put(current, known);
                current.registerSynchronization(new Closing(current));
            }
            return stayingOpen(known.connection);
        } catch (SystemException | RollbackException e) {
            throw new SQLException(e);
        }
    }

    /** Closed with its transaction, and not by whoever has used it. */
    private static Connection stayingOpen(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Closing implements Synchronization {
        private final Transaction transaction;

        Closing(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            Enlisted known = enlisted.remove(transaction);
            try {
                if (known != null) {
                    known.global.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
