package dev.heed.jdbc.jta;

import dev.heed.jdbc.tx.Caller;
import dev.heed.jdbc.tx.GatewayContract;
import dev.heed.jdbc.tx.JtaCaller;
import dev.heed.jdbc.tx.TestDatabase;
import java.sql.SQLException;

class JtaOnH2Test extends GatewayContract {
    @Override
    protected Caller newCaller() throws SQLException {
        return new JtaCaller(TestDatabase.h2());
    }
}
