package dev.heed.jdbc.tx;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of a pool: some calls can be forbidden, answers can be lost, statements can fail, and what is prepared is told. */
public final class WatchedDataSource implements DataSource {
    private static final Set<String> ENDING = Set.of(
            "commit",
            "rollback",
            "close",
            "abort",
            "setAutoCommit",
            "setTransactionIsolation",
            "setReadOnly",
            "setHoldability",
            "setSchema",
            "setCatalog");

    private final DataSource pool;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile int forbiddenUpTo;
    private volatile boolean losesTheAnswer;
    private volatile boolean refusesTheCommit;
    private volatile boolean failsToRollBack;
    private volatile String failsOn = "";
    private volatile Consumer<String> prepared = sql -> {};

    /** Watches a pool, which is closed with it if it can be. */
    public WatchedDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** How many connections have been taken. */
    public int taken() {
        return taken.get();
    }

    /** From now on nobody may end a transaction on a connection that is taken already, or change or close it. */
    public void forbidEnding() {
        forbiddenUpTo = taken.get();
    }

    /** All is allowed again. */
    public void allowEnding() {
        forbiddenUpTo = 0;
    }

    /** The next commit, or statement that commits by itself, happens and then throws. */
    public void loseAnswer() {
        losesTheAnswer = true;
    }

    /** The next commit rolls back, as a database does that finds a conflict only then. */
    public void refuseCommit() {
        refusesTheCommit = true;
    }

    /** The next rollback does not happen and throws. */
    public void failToRollBack() {
        failsToRollBack = true;
    }

    /** A statement with this text fails from now on; none with an empty one. */
    public void failOn(String text) {
        failsOn = text;
    }

    /** Is told of each statement before it is prepared. */
    public void tell(Consumer<String> listener) {
        prepared = listener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        int number = taken.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (ENDING.contains(method.getName()) && number <= forbiddenUpTo) {
                        throw new AssertionError("The desk calls " + method.getName() + " on the shop's connection.");
                    }
                    before(connection, method.getName(), arguments);
                    Object result = invoke(method, connection, arguments);
                    after(method.getName());
                    return result instanceof PreparedStatement statement && connection.getAutoCommit()
                            ? losing(statement)
                            : result;
                });
    }

    private PreparedStatement losing(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    Object result = invoke(method, statement, arguments);
                    if (Set.of("execute", "executeUpdate").contains(method.getName())) {
                        after("commit");
                    }
                    return result;
                });
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void before(Connection connection, String method, Object[] arguments) throws SQLException {
        if (method.equals("commit") && refusesTheCommit) {
            refusesTheCommit = false;
            connection.rollback();
            throw new SQLException("Another transaction was first.", "40001");
        }
        if (method.equals("rollback") && failsToRollBack) {
            failsToRollBack = false;
            throw new SQLException("The connection is lost.", "08006");
        }
        if (method.equals("prepareStatement")) {
            String sql = String.valueOf(arguments[0]);
            if (!failsOn.isEmpty() && sql.contains(failsOn)) {
                throw new SQLException("The disk is full.", "53100");
            }
            prepared.accept(sql);
        }
    }

    private void after(String method) throws SQLException {
        if (method.equals("commit") && losesTheAnswer) {
            losesTheAnswer = false;
            throw new SQLException("The connection is lost.", "08006");
        }
    }

    /** Closes the pool. */
    public void close() {
        try {
            if (pool instanceof AutoCloseable open) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The pool of a test cannot be closed.", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
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
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
