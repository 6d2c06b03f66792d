package dev.heed.jdbc;

import dev.heed.jdbc.jta.JtaTx;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

class JtaTxTest extends GatewayContract {
    static {
        for (String store : new String[] {"", "communicationStore.", "stateStore."}) {
            System.setProperty("ObjectStoreEnvironmentBean." + store + "objectStoreDir", "target/jta" + store);
        }
    }

    private final TransactionManager transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
    private EnlistedConnections enlisted;

    @SuppressWarnings("NullAway.Init") // set with the gateway
    JtaTxTest() {}

    @Override
    TxGateway gateway(DataSource dataSource) {
        enlisted = new EnlistedConnections(pool.getJdbcUrl() + "&user=postgres", transactions);
        return new JtaTx(enlisted, transactions);
    }

    @Override
    void inTransaction(Ending ending, ShopWork work) throws Exception {
        transactions.begin();
        try {
            try (Connection connection = enlisted.getConnection()) {
                work.run(connection);
            }
            if (ending == Ending.COMMIT) {
                transactions.commit();
            }
        } finally {
            if (transactions.getStatus() == Status.STATUS_ACTIVE) {
                transactions.rollback();
            }
        }
    }

    @Override
    @Nullable
    Savepoint savepoint(Connection connection) {
        return null;
    }
}
