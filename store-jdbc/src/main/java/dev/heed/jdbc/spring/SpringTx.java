package dev.heed.jdbc.spring;

import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.TxWork;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of Spring: what the desk writes inside of {@code @Transactional} or of a {@link TransactionTemplate} stands in
 * that transaction, and in one of its own elsewhere. Thread-safe.
 *
 * <pre>{@code
 * HeedDatabase database = HeedDatabase.builder(dataSource)
 *         .gateway(SpringTx.of(dataSource, transactionManager))
 *         .build();
 * }</pre>
 */
public final class SpringTx implements TxGateway {
    private final DataSource dataSource;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;
    private final TransactionDefinition asking =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_SUPPORTS);

    private SpringTx(DataSource dataSource, PlatformTransactionManager manager) {
        this.dataSource = dataSource;
        this.manager = manager;
        joining = new TransactionTemplate(
                manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRED));
        apart = new TransactionTemplate(
                manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /**
     * Makes one.
     *
     * @param dataSource that of the desk and of the shop
     * @param manager of the transactions on its connections, such as a {@code JdbcTransactionManager}, or a
     *     {@code JpaTransactionManager} that shows its connections; it tells when transactions end, as all do unless they are
     *     told not to
     * @throws InvalidInputException if it does not tell
     */
    public static SpringTx of(DataSource dataSource, PlatformTransactionManager manager) {
        if (manager instanceof AbstractPlatformTransactionManager one
                && one.getTransactionSynchronization() != AbstractPlatformTransactionManager.SYNCHRONIZATION_ALWAYS) {
            throw new InvalidInputException(
                    "The transaction manager does not tell when its transactions end.",
                    "Leave its transactionSynchronization at SYNCHRONIZATION_ALWAYS.");
        }
        DataSource target =
                dataSource instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null
                        ? proxy.getTargetDataSource()
                        : dataSource;
        return new SpringTx(target, manager);
    }

    @Override
    public <T extends @Nullable Object> T required(TxWork<T> work) throws SQLException {
        return within(isActive() ? joining : apart, work);
    }

    @Override
    public <T extends @Nullable Object> T independent(TxWork<T> work) throws SQLException {
        return within(apart, work);
    }

    @Override
    public <T extends @Nullable Object> T reading(TxWork<T> work) throws SQLException {
        if (!isActive()) {
            try (Connection connection = dataSource.getConnection()) {
                if (connection.getAutoCommit()) {
                    return work.run(connection);
                }
            }
        }
        return required(work);
    }

    /**
     * What is thrown must not pass through the template: it would mark a transaction of the caller for rollback, who may
     * well go on.
     */
    private <T extends @Nullable Object> T within(TransactionTemplate template, TxWork<T> work) throws SQLException {
        Result<T> result;
        try {
            result = template.execute(status -> {
                try {
                    return new Done<>(run(work));
                } catch (SQLException | RuntimeException | Error e) {
                    if (status.isNewTransaction()) {
                        status.setRollbackOnly();
                    }
                    return new Failed<>(e);
                }
            });
        } catch (TransactionException | DataAccessException e) {
            throw cause(e);
        }
        return result.get();
    }

    private <T extends @Nullable Object> T run(TxWork<T> work) throws SQLException {
        Connection connection = DataSourceUtils.doGetConnection(dataSource);
        try {
            if (connection.getAutoCommit()) {
                throw new InvalidInputException(
                        "The transaction manager begins no transactions on the connections of the desk's DataSource.",
                        "Give SpringTx.of(…) the manager of that very DataSource; one of JPA has to know its dialect.");
            }
            return work.run(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** What the database has said, if it was that. */
    private static SQLException cause(RuntimeException thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one instanceof SQLException said) {
                return said;
            }
        }
        return new SQLException("Spring's transaction manager has failed.", thrown);
    }

    /** A transaction that has ended may hang on the thread for a while; its synchronization is gone by then. */
    @Override
    public boolean isActive() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return false;
        }
        TransactionStatus status = manager.getTransaction(asking);
        try {
            return status.hasTransaction();
        } finally {
            manager.commit(status); // of a transaction that was not begun here: nothing
        }
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
                    hint.run();
                }
            }
        });
    }

    /** What has become of some work. */
    private sealed interface Result<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    private record Done<T extends @Nullable Object>(T value) implements Result<T> {
        @Override
        public T get() {
            return value;
        }
    }

    private record Failed<T extends @Nullable Object>(Throwable thrown) implements Result<T> {
        @Override
        public T get() throws SQLException {
            if (thrown instanceof SQLException e) {
                throw e;
            } else if (thrown instanceof RuntimeException e) {
                throw e;
            }
            throw (Error) thrown;
        }
    }
}
