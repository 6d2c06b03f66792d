package dev.heed.jdbc.tx;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.xa.PGXADataSource;

/** Connections for global transactions: a commit can be refused, or its answer be lost. Made by the pool. */
public final class FailingXaDataSource implements XADataSource {
    private static final AtomicBoolean LOSES = new AtomicBoolean();
    private static final AtomicBoolean REFUSES = new AtomicBoolean();

    private String url = "";
    private String user = "";

    /** Called by the pool. */
    public FailingXaDataSource() {}

    /** The next commit happens, and then the database does not answer. */
    public static void loseTheNextAnswer() {
        LOSES.set(true);
    }

    /** The next commit rolls back. */
    public static void refuseTheNextCommit() {
        REFUSES.set(true);
    }

    /** Where the database is. */
    public void setUrl(String value) {
        url = value;
    }

    /** Who has access. */
    public void setUser(String value) {
        user = value;
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        XAConnection connection = database().getXAConnection();
        return (XAConnection)
                proxy(XAConnection.class, (method, arguments) -> failing(invoke(method, connection, arguments)));
    }

    private static Object failing(Object answer) {
        return answer instanceof XAResource resource
                ? proxy(XAResource.class, (method, arguments) -> call(method, resource, arguments))
                : answer;
    }

    private XADataSource database() {
        if (url.startsWith("jdbc:postgresql:")) {
            PGXADataSource postgres = new PGXADataSource();
            postgres.setUrl(url);
            postgres.setUser(user);
            return postgres;
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        return h2;
    }

    private static Object call(Method method, XAResource resource, Object[] arguments) throws Throwable {
        boolean commits = method.getName().equals("commit");
        if (commits && REFUSES.getAndSet(false)) {
            resource.rollback((Xid) arguments[0]);
            throw new XAException(XAException.XA_RBROLLBACK);
        }
        Object result = invoke(method, resource, arguments);
        if (commits && LOSES.getAndSet(false)) {
            throw new XAException(XAException.XAER_RMFAIL);
        }
        return result;
    }

    /** What a method does instead. */
    private interface Instead {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, Instead instead) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> instead.call(method, arguments));
    }

    @Override
    public XAConnection getXAConnection(String name, String password) throws SQLException {
        user = name;
        return getXAConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // there is none
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
