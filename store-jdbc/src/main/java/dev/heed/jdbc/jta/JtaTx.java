package dev.heed.jdbc.jta;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Global transactions of an application server or a transaction manager of one's own. Thread-safe. */
public final class JtaTx implements TxGateway {
    /** While hints run the transaction is over, although it is still tied to the thread. */
    private static final ThreadLocal<Boolean> OVER = ThreadLocal.withInitial(() -> false);

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final Map<Transaction, List<Runnable>> hints = new ConcurrentHashMap<>();

    /**
     * A gateway.
     *
     * @param dataSource whose connections take part in the transaction of their thread by themselves
     * @param transactions of the server
     */
    public JtaTx(DataSource dataSource, TransactionManager transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        return isActive() ? run(work) : independent(work);
    }

    private <T extends @Nullable Object> T run(TxWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.run(connection);
        }
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        boolean over = OVER.get();
        OVER.set(false);
        Transaction suspended = null;
        try {
            suspended = transactions.suspend();
            return inNew(work);
        } catch (SystemException | NotSupportedException e) {
            throw new SQLException("No transaction could be begun.", e);
        } finally {
            resume(suspended);
            OVER.set(over);
        }
    }

    private <T extends @Nullable Object> T inNew(TxWork<T> work)
            throws SQLException, SystemException, NotSupportedException {
        transactions.begin();
        boolean done = false;
        try {
            T result = run(work);
            done = true;
            transactions.commit();
            return result;
        } catch (RollbackException | HeuristicRollbackException e) {
            throw new SQLException("The transaction was rolled back.", "40000", e);
        } catch (HeuristicMixedException e) {
            throw new SQLException("Nobody knows whether the transaction was committed.", "08007", e);
        } finally {
            if (!done) {
                transactions.rollback();
            }
        }
    }

    private void resume(@Nullable Transaction suspended) throws SQLException {
        if (suspended != null) {
            try {
                transactions.resume(suspended);
            } catch (SystemException | InvalidTransactionException e) {
                throw new SQLException("The transaction that was suspended could not go on.", e);
            }
        }
    }

    @Override
    public boolean isActive() {
        try {
            int status = transactions.getStatus();
            return !OVER.get() && (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK);
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
            List<Runnable> known = hints.get(current);
            if (known == null) {
                known = new ArrayList<>();
                current.registerSynchronization(new Ending(current));
                hints.put(current, known);
            }
            known.add(hint);
        } catch (RollbackException e) {
            return; // it will be rolled back, and the hint never runs
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction manager takes no synchronization.", e);
        }
    }

    /** Runs hints in the order in which they came, which managers do not do by themselves. */
    private final class Ending implements Synchronization {
        private final Transaction transaction;

        Ending(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            List<Runnable> all = hints.remove(transaction);
            if (all != null && status == Status.STATUS_COMMITTED) {
                OVER.set(true);
                try {
                    all.forEach(Runnable::run);
                } finally {
                    OVER.remove();
                }
            }
        }
    }
}
