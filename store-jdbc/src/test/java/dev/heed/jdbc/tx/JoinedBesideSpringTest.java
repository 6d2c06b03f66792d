package dev.heed.jdbc.tx;

import dev.heed.jdbc.spring.SpringTx;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Connections that are handed in where the shop has another gateway for the rest. */
class JoinedBesideSpringTest extends GatewayContract {
    @Override
    protected Caller newCaller() {
        return new JoinedCaller(
                TestDatabase.h2(), connections -> SpringTx.of(connections, new JdbcTransactionManager(connections)));
    }
}
