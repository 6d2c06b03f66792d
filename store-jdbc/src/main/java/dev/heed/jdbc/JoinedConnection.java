package dev.heed.jdbc;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the caller, in a transaction of the caller, in which the desk writes as long as this is open: on the
 * thread that opened it, to the database whose {@link DataSource} was named. Committing, rolling back and closing stay with
 * the caller.
 *
 * <pre>{@code
 * try (JoinedConnection joined = database.join(connection)) {
 *     insertOrder(connection);
 *     desk.forCustomer(ana).write("Where is my order?");
 *     connection.commit();
 *     joined.committed();
 * }
 * }</pre>
 *
 * <p>Without {@link #committed} all is written just the same; listeners in this process do not hear of it, and what is
 * to be sent waits for the next round of a worker.
 */
public final class JoinedConnection implements AutoCloseable {
    private static final ThreadLocal<List<JoinedConnection>> OPEN = ThreadLocal.withInitial(() -> new ArrayList<>(1));

    private final DataSource dataSource;
    private final Connection connection;
    private final List<Runnable> hints = new ArrayList<>();

    private JoinedConnection(DataSource dataSource, Connection connection) {
        this.dataSource = dataSource;
        this.connection = connection;
    }

    static JoinedConnection open(DataSource dataSource, Connection connection) {
        JoinedConnection joined = new JoinedConnection(dataSource, connection);
        OPEN.get().add(joined);
        return joined;
    }

    static @Nullable JoinedConnection current(DataSource dataSource) {
        List<JoinedConnection> open = OPEN.get();
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).dataSource == dataSource) {
                return open.get(i);
            }
        }
        return null;
    }

    Connection connection() {
        return connection;
    }

    void later(Runnable hint) {
        hints.add(hint);
    }

    /**
     * The caller's transaction has committed: listeners may hear of what was written. From here on the desk writes in
     * transactions of its own again, what listeners write as well.
     */
    public void committed() {
        close();
        List<Runnable> now = List.copyOf(hints);
        hints.clear();
        now.forEach(Runnable::run);
    }

    /** The desk writes in transactions of its own again. */
    @Override
    public void close() {
        List<JoinedConnection> open = OPEN.get();
        open.remove(this);
        if (open.isEmpty()) {
            OPEN.remove();
        }
    }
}
