package dev.heed.jdbc.tx;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.jta.JtaTx;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A shop on an application server: Narayana manages its transactions, Agroal pools what takes part in them. */
public final class JtaCaller implements Caller {
    private static final Logger LOG = Logger.getLogger("com.arjuna");
    /** One for the whole process. */
    public static final TransactionManager MANAGER = narayana();

    private static final int CONNECTIONS = 6;

    private final TestDatabase where;
    private final WatchedDataSource connections;
    private final HeedDatabase database;

    /** On a new database. */
    public JtaCaller(TestDatabase where) throws SQLException {
        this.where = where;
        connections = new WatchedDataSource(pool(where));
        database = HeedDatabase.builder(connections)
                .gateway(JtaTx.of(connections, MANAGER))
                .build();
    }

    /** It keeps nothing on the disk, and is silent about commits that fail as they are to. */
    private static TransactionManager narayana() {
        LOG.setLevel(Level.SEVERE);
        for (String store : new String[] {"default", "communicationStore", "stateStore"}) {
            ObjectStoreEnvironmentBean bean = store.equals("default")
                    ? arjPropertyManager.getObjectStoreEnvironmentBean()
                    : BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store);
            bean.setObjectStoreType(VolatileStore.class.getName());
        }
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    /** Connections that take part. */
    public static AgroalDataSource pool(TestDatabase where) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                MANAGER, new TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(
                                factory -> factory.connectionProviderClass(FailingXaDataSource.class)
                                        .jdbcUrl(where.url())
                                        .principal(new NamePrincipal(where.user())))));
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

    private void begun(Doing doing) throws Exception {
        MANAGER.begin();
        try (Connection connection = connections.getConnection()) {
            doing.run(connection);
        } catch (Exception | AssertionError e) {
            MANAGER.rollback();
            throw e;
        }
    }

    @Override
    public void commit(Doing doing) throws Exception {
        begun(doing);
        MANAGER.commit();
    }

    @Override
    public void rollBack(Doing doing) throws Exception {
        begun(doing);
        MANAGER.rollback();
    }

    @Override
    public void commitThoughDoomed(Doing doing) throws Exception {
        begun(doing);
        try {
            MANAGER.commit();
        } catch (RollbackException e) {
            return;
        }
        throw new AssertionError("A transaction that was marked for rollback has committed.");
    }

    @Override
    public void doom() throws SystemException {
        MANAGER.setRollbackOnly();
    }

    @Override
    public void commitWithin(Doing doing) throws Exception {
        Transaction outer = MANAGER.suspend();
        try {
            commit(doing);
        } finally {
            MANAGER.resume(outer);
        }
    }

    @Override
    public void loseTheAnswerToTheNextCommit() {
        FailingXaDataSource.loseTheNextAnswer();
    }

    @Override
    public void refuseTheNextCommit() {
        FailingXaDataSource.refuseTheNextCommit();
    }

    /** The pool gives another handle to the same connection. */
    @Override
    public boolean sharesTheConnection() {
        return false;
    }

    @Override
    public void close() {
        connections.close();
    }
}
