package dev.heed.jdbc.kill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** What is wrong with a node. */
enum Fault {
    NONE,

    /** Mail is acknowledged before it is written. */
    ACKNOWLEDGED_FIRST,

    /** A mail that comes again is another one. */
    NO_INBOUND_KEY,

    /** Nobody remembers that a message was being sent. */
    NO_DOUBT;

    private String faulty(String sql) {
        return switch (this) {
            case NONE, ACKNOWLEDGED_FIRST -> sql;
            case NO_INBOUND_KEY ->
                sql.replace(
                        "insert into heed_inbound (bucket, shop, ext, ticket, forgotten) values (?, ?, ?",
                        "insert into heed_inbound (bucket, shop, ext, ticket, forgotten) values (?, ?,"
                                + " md5(random() || ?::text)::uuid");
            case NO_DOUBT ->
                sql.replace("in_flight = true from head", "in_flight = o.in_flight from head")
                        .replace("and (in_flight or dead is not null)", "");
        };
    }

    /** Connections on which the statements have the fault. */
    DataSource in(DataSource sound) {
        return proxy(DataSource.class, sound);
    }

    private <T> T proxy(Class<T> type, T sound) {
        Object faulty =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        if (method.getName().equals("prepareStatement") && arguments.length == 1) {
                            arguments[0] = faulty((String) arguments[0]);
                        }
                        Object result = method.invoke(sound, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(faulty);
    }
}
