package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2ArchivedTicketStoreTest extends ArchivedTicketStoreContract {
    private static HikariDataSource pool;
    private static HeedDatabase database;

    @BeforeAll
    static void makeTables() {
        pool = TestPools.h2();
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

    @Override
    Archive archive(String shop) {
        Db db = new Db(TxGateway.of(pool), new H2Dialect(), new Naming("heed_"));
        return new Archive(db, Scope.of(shop), "status >= 0");
    }
}
