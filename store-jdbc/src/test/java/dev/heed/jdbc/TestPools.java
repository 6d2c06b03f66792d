package dev.heed.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Pools of connections to databases that are made for one test. */
final class TestPools {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int CONNECTIONS = 10;

    private TestPools() {}

    static HikariDataSource of(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** A database in memory, which is gone with the pool's last connection. */
    static HikariDataSource h2() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:test-" + MADE.incrementAndGet());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
