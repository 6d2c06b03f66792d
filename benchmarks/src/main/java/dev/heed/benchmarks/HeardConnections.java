package dev.heed.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts how often a driver waits for its database, each execution, each batch, each commit, and notes what is executed. */
final class HeardConnections implements DataSource {
    private static final Set<String> WAITS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");
    /** The value of a parameter that has none. */
    static final Object NULL = "null";

    final AtomicLong roundTrips = new AtomicLong();
    final Queue<Statement> statements = new ConcurrentLinkedQueue<>();
    private final DataSource pool;

    HeardConnections(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return heard(Connection.class, pool.getConnection(), "");
    }

    /**
     * A statement that was executed.
     *
     * @param text with question marks
     * @param values of those, in their order
     */
    record Statement(String text, List<Object> values) {}

    private <T> T heard(Class<T> type, T real, String text) {
        SortedMap<Integer, Object> values = new TreeMap<>();
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    if (WAITS.contains(name) || name.equals("commit") || name.equals("rollback")) {
                        roundTrips.incrementAndGet();
                        statements.add(new Statement(text.isEmpty() ? name : text, List.copyOf(values.values())));
                    } else if (name.startsWith("set") && arguments != null && arguments[0] instanceof Integer index) {
                        values.put(index, name.equals("setNull") ? NULL : arguments[1]);
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement statement
                                ? heard(
                                        PreparedStatement.class,
                                        statement,
                                        String.valueOf(requireNonNull(arguments)[0]))
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
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
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
