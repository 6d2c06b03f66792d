package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaCachedTicketStoreTest extends JdbcStoreContract {
    private static HikariDataSource pool;
    private static HeedDatabase database;

    @BeforeAll
    static void makeTables() {
        pool = Maria.newDatabase();
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
