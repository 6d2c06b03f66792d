package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTicketStoreTest extends JdbcStoreContract {
    private static HikariDataSource pool;
    private static HeedDatabase database;

    @BeforeAll
    static void makeTables() {
        pool = Postgres.newDatabase();
        database = HeedDatabase.builder(pool).cachedTickets(0).build();
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
