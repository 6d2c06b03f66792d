package dev.heed.jdbc.spring;

import dev.heed.jdbc.jta.JtaTx;
import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.JtaCaller;
import dev.heed.jdbc.tx.TestDatabase;
import java.sql.SQLException;

/** The gateway of Jakarta Transactions where Spring begins them. */
class JtaTxUnderSpringTest extends GatewayContract {
    @Override
    protected Caller newCaller() throws SQLException {
        return new SpringJtaCaller(
                TestDatabase.h2(), (connections, manager) -> JtaTx.of(connections, JtaCaller.MANAGER));
    }
}
