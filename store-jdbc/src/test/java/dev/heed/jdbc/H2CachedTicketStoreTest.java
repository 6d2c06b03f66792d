package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2CachedTicketStoreTest extends JdbcStoreContract {
    private static HikariDataSource pool;
    private static HeedDatabase database;

    @BeforeAll
    static void makeTables() {
        pool = TestPools.h2();
        database = HeedDatabase.builder(pool).cachedTickets(100).build();
        database.migrate();
    }

    @AfterAll
    static void end() {
        pool.close();
    }

    @Override
    HeedDatabase database() {
        return database;
    }
}
