package dev.heed.jdbc;

import dev.heed.jdbc.spring.SpringTx;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SpringTxTest extends GatewayContract {
    private JdbcTransactionManager transactions;

    @SuppressWarnings("NullAway.Init") // set with the gateway
    SpringTxTest() {}

    @Override
    TxGateway gateway(DataSource dataSource) {
        transactions = new JdbcTransactionManager(dataSource);
        return SpringTx.of(dataSource, transactions);
    }

    @Override
    void inTransaction(Ending ending, ShopWork work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(pool);
            try {
                work.run(connection);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, pool);
            }
            if (ending == Ending.ROLLBACK) {
                status.setRollbackOnly();
            }
        });
    }
}
