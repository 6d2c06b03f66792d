package dev.heed.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way to transactions: what the store writes stands in the caller's own transaction where there is one, so that the
 * shop's row and the ticket are there together or not at all. Implementations are thread-safe.
 *
 * <p>Whatever the work throws comes out as it is, after its transaction was rolled back if it was the gateway's own. A
 * transaction that was joined is left as it is: nothing is committed, rolled back or closed that was not begun here.
 */
public interface TxGateway {
    /** Joins the transaction that is active on this thread, or runs the work in one of its own. */
    <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException;

    /** Runs the work in a transaction of its own, whatever is active on this thread; what it calls joins that. */
    <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException;

    /**
     * Runs something once the transaction that is active on this thread has committed, and never if it has not; at once if
     * none is active. While it runs that transaction is active no more, even if something of it still hangs on the thread.
     * It is a hint: nothing is lost if it does not run.
     */
    void afterCommit(Runnable hint);

    /** Whether {@link #required} would join a transaction that is active on this thread. */
    boolean isActive();

    /** As {@link #required}, of work that only reads: one statement, which needs no transaction of its own. */
    default <T extends @Nullable Object> T reading(TxWork<T> work) throws SQLException {
        return required(work);
    }

    /** Transactions of one's own, and those that a {@link JoinedConnection} is told of. */
    static TxGateway of(DataSource dataSource) {
        return new OwnTransactions(dataSource);
    }
}
