package dev.heed.jdbc.spring;

import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SpringOnMariaTest extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new SpringCaller(TestDatabase.maria(), JdbcTransactionManager::new);
    }
}
