package dev.heed.jdbc.spring;

import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.TxWork;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of Spring on one {@code DataSource}: those of {@code @Transactional} methods and of templates are joined.
 * Thread-safe.
 */
public final class SpringTx implements TxGateway {
    /** While hints run the transaction is over, although Spring has not let go of it yet. */
    private static final ThreadLocal<Boolean> OVER = ThreadLocal.withInitial(() -> false);

    private final DataSource dataSource;
    private final TransactionTemplate own;

    /** Carries what a database says through a template. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Carried(SQLException cause) {
            super(cause);
        }
    }

    /**
     * A gateway.
     *
     * @param dataSource the one whose transactions the manager begins, and from which the {@code HeedDatabase} is built
     * @param transactions such as a {@code JdbcTransactionManager} or {@code JpaTransactionManager}
     */
    public SpringTx(DataSource dataSource, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        return isActive() ? run(work) : independent(work);
    }

    private <T extends @Nullable Object> T run(TxWork<T> work) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.run(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        boolean over = OVER.get();
        OVER.set(false);
        try {
            return own.execute(status -> {
                try {
                    return run(work);
                } catch (SQLException e) {
                    throw new Carried(e);
                }
            });
        } catch (Carried e) {
            throw (SQLException) e.getCause();
        } finally {
            OVER.set(over);
        }
    }

    @Override
    public boolean isActive() {
        return !OVER.get()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    @Override
    public void afterCommit(Runnable hint) {
        if (!isActive()) {
            hint.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    OVER.set(true);
                    try {
                        hint.run();
                    } finally {
                        OVER.remove();
                    }
                }
            }
        });
    }
}
