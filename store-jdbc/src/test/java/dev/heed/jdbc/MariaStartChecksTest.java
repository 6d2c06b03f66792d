package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of MariaDB would go wrong later is refused when a store is asked for; and its tables are made whole in any case. */
class MariaStartChecksTest {
    private static HeedDatabase on(HikariDataSource pool) {
        HeedDatabase database = HeedDatabase.builder(pool).build();
        database.migrate();
        return database;
    }

    private static void execute(HikariDataSource pool, List<String> statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements(String script) {
        return List.of(script.split(";\\R", -1)).stream()
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    @Test
    void aServerThatCutsOffWhatIsTooLongIsRefused() {
        try (HikariDataSource pool = TestPools.of(Maria.newUrl("sessionVariables=sql_mode='ANSI_QUOTES'"), "root")) {
            HeedDatabase database = on(pool);

            assertThatThrownBy(() -> database.store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("STRICT_TRANS_TABLES");
        }
    }

    @Test
    void aDriverThatCountsOnlyWhatChangesIsRefused() {
        try (HikariDataSource pool = TestPools.of(Maria.newUrl("useAffectedRows=true"), "root")) {
            HeedDatabase database = on(pool);

            assertThatThrownBy(() -> database.store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("useAffectedRows");
        }
    }

    @Test
    void whoMayOnlyReadIsRefused() throws SQLException {
        String url = Maria.newUrl();
        try (HikariDataSource pool = TestPools.of(url, "root")) {
            on(pool);
            execute(
                    pool,
                    List.of(
                            "create user if not exists 'reader'@'%'",
                            "grant select on " + url.replaceAll(".*/|\\?.*", "") + ".* to 'reader'@'%'"));
            try (HikariDataSource readers = TestPools.of(url.replace("user=root", "user=reader"), "reader")) {
                HeedDatabase database = HeedDatabase.builder(readers).build();

                assertThatThrownBy(() -> database.store("acme"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("cannot be written");
            }
        }
    }

    /** What changes tables is committed there by itself. */
    @Test
    void aMigrationThatWasBrokenOffIsFinishedByTheNextOne() throws SQLException {
        try (HikariDataSource pool = Maria.newDatabase()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            List<String> first = statements(database.scripts().get(0));
            List<String> second = statements(database.scripts().get(1));
            execute(pool, first.subList(0, first.size() / 2));
            database.migrate();
            assertThat(database.store("acme").nextTicketNumber()).isPositive();

            execute(pool, List.of("delete from heed_schema where version = 2"));
            assertThat(second).hasSizeGreaterThan(1);
            database.migrate();

            assertThat(database.store("acme").nextTicketNumber()).isPositive();
        }
    }

    @Test
    void theTimeIsThatOfTheServerInUtcWhateverItsZone() {
        try (HikariDataSource here = Maria.newDatabase();
                HikariDataSource there = TestPools.of(Maria.newUrl("sessionVariables=time_zone='-11:00'"), "root")) {
            Db one = new Db(TxGateway.of(here), new MySqlDialect(), new Naming("heed_"));
            Db other = new Db(TxGateway.of(there), new MySqlDialect(), new Naming("heed_"));
            Command clock = Command.plain(one.dialect.clock());
            long first = one.list(clock, row -> row.getLong(1)).get(0);
            long second = other.list(clock, row -> row.getLong(1)).get(0);

            assertThat(second - first).isBetween(0L, 60_000_000L);
        }
    }
}
