package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.StoreException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
    private static final String LIMITED = "limited";

    @Test
    void ifTheDatabaseGivesNoMoreConnectionsNothingIsWrittenUntilItDoes() throws SQLException {
        TestDatabase where = TestDatabase.postgres();
        try (Connection administrator = where.connect();
                Statement statement = administrator.createStatement()) {
            statement.execute("create role " + LIMITED + " login superuser");
            TestDatabase theirs = new TestDatabase(where.url().replaceAll("user=[^&]*", "user=" + LIMITED), LIMITED);
            try (HikariDataSource pool = theirs.pool(config -> {
                config.setConnectionTimeout(500);
                config.setMaxLifetime(0);
            })) {
                HeedDatabase database = HeedDatabase.builder(pool).build();
                database.migrate();
                TicketStore store = database.store("acme");
                pool.getHikariPoolMXBean().softEvictConnections();
                statement.execute("alter role " + LIMITED + " nosuperuser connection limit 1");
                statement.execute("grant all on all tables in schema public to " + LIMITED);
                UnitOfWork unit = UnitOfWork.builder()
                        .document(StoredDocument.of("draft", "1", "", "words"))
                        .build();
                try (Connection other = DriverManager.getConnection(theirs.url(), LIMITED, "")) {
                    assertThat(other.isValid(1)).isTrue();

                    assertThatThrownBy(() -> store.commit(unit))
                            .isInstanceOfSatisfying(StoreException.class, refused -> {
                                assertThat(refused.kind()).isEqualTo(StoreException.Kind.FULL);
                                assertThat(refused.mayBeWritten()).isFalse();
                                assertThat(refused).hasMessageContaining("SQLState 53300");
                            });
                }

                assertThat(store.findDocument("draft", "1")).isEmpty();
                store.commit(unit);
                assertThat(store.findDocument("draft", "1")).isPresent();
            } finally {
                statement.execute("drop owned by " + LIMITED);
                statement.execute("drop role " + LIMITED);
            }
        }
    }
}
