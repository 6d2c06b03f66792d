package dev.heed.jdbc.spring;

import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.TestDatabase;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class SpringOnH2Test extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new SpringCaller(TestDatabase.h2(), DataSourceTransactionManager::new);
    }
}
