package dev.heed.jdbc.spring;

import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.TestDatabase;
import java.sql.SQLException;

/** Spring's own gateway over its {@code JtaTransactionManager}. */
class SpringTxOnJtaTest extends GatewayContract {
    @Override
    protected Caller newCaller() throws SQLException {
        return new SpringJtaCaller(TestDatabase.h2(), SpringTx::of);
    }
}
