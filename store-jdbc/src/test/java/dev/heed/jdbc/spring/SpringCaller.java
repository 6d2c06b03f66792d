package dev.heed.jdbc.spring;

import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.Doing;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.jdbc.tx.WatchedDataSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop on Spring, with any of its transaction managers. */
class SpringCaller implements Caller {
    private final TestDatabase where;
    private final WatchedDataSource connections;
    private final PlatformTransactionManager manager;
    private final HeedDatabase database;

    /** What a transaction of the shop throws through the template. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Exception cause) {
            super(cause);
        }
    }

    SpringCaller(TestDatabase where, Function<DataSource, PlatformTransactionManager> manager) {
        this(where, where.pool(), manager, SpringTx::of);
    }

    SpringCaller(
            TestDatabase where,
            DataSource pool,
            Function<DataSource, PlatformTransactionManager> manager,
            BiFunction<DataSource, PlatformTransactionManager, TxGateway> gateway) {
        this.where = where;
        connections = new WatchedDataSource(pool);
        this.manager = manager.apply(connections);
        database = HeedDatabase.builder(connections)
                .gateway(gateway.apply(connections, this.manager))
                .build();
    }

    PlatformTransactionManager manager() {
        return manager;
    }

    @Override
    public TestDatabase where() {
        return where;
    }

    @Override
    public HeedDatabase database() {
        return database;
    }

    @Override
    public WatchedDataSource connections() {
        return connections;
    }

    private void run(int propagation, Doing doing, Consumer<TransactionStatus> end) throws Exception {
        try {
            new TransactionTemplate(manager, new DefaultTransactionDefinition(propagation))
                    .executeWithoutResult(status -> {
                        try {
                            doing.run(DataSourceUtils.getConnection(connections));
                        } catch (Exception e) {
                            throw new Thrown(e);
                        }
                        end.accept(status);
                    });
        } catch (Thrown e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public void commit(Doing doing) throws Exception {
        run(TransactionDefinition.PROPAGATION_REQUIRED, doing, status -> {});
    }

    @Override
    public void rollBack(Doing doing) throws Exception {
        run(TransactionDefinition.PROPAGATION_REQUIRED, doing, TransactionStatus::setRollbackOnly);
    }

    /** Somebody who takes part marks it, and whoever began it knows nothing. */
    @Override
    public void doom() throws Exception {
        rollBack(within -> {});
    }

    @Override
    public void commitThoughDoomed(Doing doing) throws Exception {
        try {
            commit(doing);
        } catch (UnexpectedRollbackException e) {
            return;
        }
        throw new AssertionError("A transaction that was marked for rollback has committed.");
    }

    @Override
    public void commitWithin(Doing doing) throws Exception {
        run(TransactionDefinition.PROPAGATION_REQUIRES_NEW, doing, status -> {});
    }

    @Override
    public void loseTheAnswerToTheNextCommit() {
        connections.loseAnswer();
    }

    @Override
    public void refuseTheNextCommit() {
        connections.refuseCommit();
    }

    @Override
    public void close() {
        connections.close();
    }
}
