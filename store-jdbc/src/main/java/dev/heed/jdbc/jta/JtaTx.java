package dev.heed.jdbc.jta;

import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.TxWork;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of Jakarta Transactions: what the desk writes inside of {@code @Transactional}, or between begin and commit of
 * a {@code UserTransaction}, stands in that transaction, and in one of its own elsewhere. Thread-safe.
 *
 * <pre>{@code
 * HeedDatabase database = HeedDatabase.builder(dataSource)
 *         .gateway(JtaTx.of(dataSource, transactionManager))
 *         .build();
 * }</pre>
 */
public final class JtaTx implements TxGateway {
    private static final String ROLLED_BACK = "40000";
    private static final String UNKNOWN = "08007";

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final Map<Transaction, Ending> endings = new ConcurrentHashMap<>();
    private volatile boolean tried;

    private JtaTx(DataSource dataSource, TransactionManager transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /**
     * Makes one. With the first statement it is tried once whether connections take part; one that does not is refused with
     * an {@link InvalidInputException} before anything is written.
     *
     * @param dataSource that of the desk and of the shop; its connections take part in the transaction of their thread by
     *     themselves, and all that are taken in one transaction are one to the database, as pools of application servers do it
     * @param transactions begins, suspends and resumes
     */
    public static JtaTx of(DataSource dataSource, TransactionManager transactions) {
        return new JtaTx(dataSource, transactions);
    }

    /** Something to do while a transaction is active. */
    private interface Doing<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        return isActive() ? run(work) : independent(work);
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        return apart(() -> committed(() -> run(work)));
    }

    private <T extends @Nullable Object> T run(TxWork<T> work) throws SQLException {
        if (!tried) {
            apart(this::requireTakingPart);
            tried = true;
        }
        try (Connection connection = dataSource.getConnection()) {
            return work.run(connection);
        }
    }

    /** Tried in a transaction that is rolled back. */
    private boolean requireTakingPart() throws SQLException {
        begin();
        try (Connection connection = dataSource.getConnection()) {
            if (!takesPart(connection)) {
                throw new InvalidInputException(
                        "The connections of the desk's DataSource take no part in the transactions of the manager.",
                        "Give one that is managed: that of the application server, or one over an XADataSource.");
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
        try {
            transactions.rollback();
        } catch (SystemException e) {
            throw failure("does not roll back", e);
        }
        return true;
    }

    /**
     * What takes part cannot be told to commit by itself. What it says that it does proves nothing: PostgreSQL's driver, asked
     * without a pool, says in a global transaction that it commits by itself, and does not.
     */
    private static boolean takesPart(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            return true;
        }
        boolean takes = !connection.getAutoCommit();
        connection.setAutoCommit(before);
        return takes;
    }

    /** Whatever hangs on the thread waits, even a transaction that has ended. */
    private <T extends @Nullable Object> T apart(Doing<T> doing) throws SQLException {
        Transaction suspended = suspend();
        T result;
        try {
            result = doing.run();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                resume(suspended);
            } catch (SQLException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        resume(suspended);
        return result;
    }

    private @Nullable Transaction suspend() throws SQLException {
        try {
            return transactions.suspend();
        } catch (SystemException e) {
            throw failure("does not suspend", e);
        }
    }

    private void resume(@Nullable Transaction suspended) throws SQLException {
        if (suspended == null) {
            return;
        }
        try {
            transactions.resume(suspended);
        } catch (InvalidTransactionException | SystemException e) {
            throw failure("does not resume", e);
        }
    }

    private <T extends @Nullable Object> T committed(Doing<T> doing) throws SQLException {
        begin();
        T result;
        try {
            result = doing.run();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
        try {
            transactions.commit();
        } catch (RollbackException | HeuristicRollbackException e) {
            throw new SQLTransactionRollbackException("The transaction was rolled back.", ROLLED_BACK, e);
        } catch (HeuristicMixedException | SystemException e) {
            throw new SQLException("Nobody knows whether the transaction was committed.", UNKNOWN, e);
        }
        return result;
    }

    private void begin() throws SQLException {
        try {
            transactions.begin();
        } catch (NotSupportedException | SystemException e) {
            throw failure("does not begin", e);
        }
    }

    private void rollBack(Throwable thrown) {
        try {
            transactions.rollback();
        } catch (SystemException | RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    private static SQLException failure(String what, Exception e) {
        return new SQLException("The transaction manager " + what + ".", e);
    }

    /** A transaction that has ended may hang on the thread for a while. */
    @Override
    public boolean isActive() {
        try {
            int status = transactions.getStatus();
            return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction manager does not say whether a transaction is active.", e);
        }
    }

    @Override
    public void afterCommit(Runnable hint) {
        if (!isActive()) {
            hint.run();
            return;
        }
        try {
            Transaction current = transactions.getTransaction();
            Ending known = endings.get(current);
            if (known == null) {
                known = new Ending(current);
                current.registerSynchronization(known);
                endings.put(current, known);
            }
            known.hints.add(hint);
        } catch (RollbackException e) {
            return; // it will be rolled back, and the hint never runs
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction manager takes no synchronization.", e);
        }
    }

    /** What waits for the end of a transaction, in the order in which it came: managers keep none. */
    private final class Ending implements Synchronization {
        private final Transaction transaction;
        private final Queue<Runnable> hints = new ConcurrentLinkedQueue<>();

        Ending(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            endings.remove(transaction);
            if (status == Status.STATUS_COMMITTED) {
                hints.forEach(Runnable::run);
            }
        }
    }
}
