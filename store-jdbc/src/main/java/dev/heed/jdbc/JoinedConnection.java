package dev.heed.jdbc;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 *     desk.forCustomer(ana).write(ticket, "I have ordered it once more.");
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

    /** None where those that were opened before are out of sight. */
    @Nullable
    private final Connection connection;

    private final List<Runnable> hints = new ArrayList<>();

    private JoinedConnection(DataSource dataSource, @Nullable Connection connection) {
        this.dataSource = dataSource;
        this.connection = connection;
    }

    static JoinedConnection open(DataSource dataSource, Connection connection) {
        return opened(dataSource, connection);
    }

    /** Until it is closed, those that were opened before are out of sight. */
    static JoinedConnection hide(DataSource dataSource) {
        return opened(dataSource, null);
    }

    private static JoinedConnection opened(DataSource dataSource, @Nullable Connection connection) {
        JoinedConnection joined = new JoinedConnection(dataSource, connection);
        OPEN.get().add(joined);
        return joined;
    }

    static @Nullable JoinedConnection current(DataSource dataSource) {
        List<JoinedConnection> open = OPEN.get();
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).dataSource == dataSource) {
                return open.get(i).connection == null ? null : open.get(i);
            }
        }
        return null;
    }

    Connection connection() {
        return Objects.requireNonNull(connection);
    }

    void later(Runnable hint) {
        hints.add(hint);
    }

    /**
     * The caller's transaction has committed: listeners hear of what was written, on this thread. From here on the desk
     * writes in transactions of its own again; what listeners write stands in such, even while another connection is joined.
     */
    public void committed() {
        close();
        List<Runnable> now = List.copyOf(hints);
        hints.clear();
        List<JoinedConnection> others = OPEN.get();
        OPEN.remove();
        try {
            now.forEach(Runnable::run);
        } finally {
            if (!others.isEmpty()) {
                OPEN.set(others);
            }
        }
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
