package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every table is cut into sixteen. */
class PostgresPartitionedTicketStoreTest extends JdbcStoreContract {
    private static HikariDataSource pool;
    private static HeedDatabase database;

    @BeforeAll
    static void makeTables() {
        pool = Postgres.newDatabase();
        database = HeedDatabase.builder(pool).partitions(16).build();
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
