package dev.heed.jdbc;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Connections to a file, which is closed with this. Thread-safe. */
final class H2File implements DataSource, AutoCloseable {
    private static final int MOST = 16;

    private static final String NO_CONNECTION = "08003";

    private final JdbcConnectionPool pool;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2File(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** By itself H2 writes what was committed half a second later, and answers from what it read before. */
    static H2File open(Path file) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath()
                + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
        pool.setMaxConnections(MOST);
        return new H2File(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (closed.get()) {
            throw new SQLException("The file was closed.", NO_CONNECTION);
        }
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            // closed already
        }
        pool.dispose();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("It wraps nothing of that kind.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
