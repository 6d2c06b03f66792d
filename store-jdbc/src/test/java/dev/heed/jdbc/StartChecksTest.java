package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would go wrong later is refused when a store is asked for, and the refusal says what mends it. */
class StartChecksTest {
    private HikariDataSource pool;

    @BeforeEach
    void aFreshDatabase() {
        pool = Postgres.newDatabase();
    }

    @AfterEach
    void end() {
        pool.close();
    }

    private HeedDatabase database() {
        return HeedDatabase.builder(pool).build();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private HikariDataSource as(String parameters) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl() + parameters);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    @Test
    void tablesThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> database().store("acme"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There are no tables heed_…")
                .hasMessageContaining("migrate()");
    }

    @Test
    void tablesOfANewerHeedAreLeftAlone() throws SQLException {
        database().migrate();
        execute("insert into heed_schema (version, name) values (4711, 'later')");

        assertThatThrownBy(() -> database().store("acme"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 4711");
        assertThatThrownBy(() -> database().migrate()).hasMessageContaining("version 4711");
    }

    @Test
    void tablesThatAreTooOldAreNamedWithTheScriptsThatAreMissing() throws SQLException {
        database().migrate();
        execute("delete from heed_schema");

        assertThatThrownBy(() -> database().store("acme"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("run the scripts from V1 on");
    }

    @Test
    void aTableOfSomebodyElseIsNotTouched() throws SQLException {
        execute("create table heed_ticket (seat int)", "insert into heed_ticket values (12)");

        assertThatThrownBy(() -> database().migrate())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another prefix");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seat from heed_ticket")) {
            assertThat(row.next()).isTrue();
        }
    }

    @Test
    void aUserWhoMayOnlyReadIsRefused() throws SQLException {
        database().migrate();
        execute(
                "drop role if exists reader",
                "create role reader login",
                "grant select on all tables in schema public to reader");
        try (HikariDataSource reader = as("&user=reader")) {
            reader.getHikariConfigMXBean();
            assertThatThrownBy(() -> HeedDatabase.builder(reader).build().store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Grant select, insert, update and delete");
        } finally {
            execute("drop owned by reader", "drop role reader");
        }
    }

    @Test
    void aReplicaIsRefused() {
        database().migrate();
        try (HikariDataSource replica = as("&options=-c%20default_transaction_read_only=on")) {
            assertThatThrownBy(() -> HeedDatabase.builder(replica).build().store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Name the primary");
        }
    }

    /** The server of the tests does without fsync, so that it is named in either case. */
    @Test
    void aDatabaseThatDoesNotWriteToTheDiskWhatItAcknowledgesIsWarnedOf() {
        assertThat(warnings("on")).singleElement().asString().contains("fsync is off");
        assertThat(warnings("off")).hasSize(2).last().asString().contains("synchronous_commit is off");
    }

    private List<String> warnings(String synchronousCommit) {
        try (HikariDataSource those = as("&options=-c%20synchronous_commit=" + synchronousCommit)) {
            return HeedDatabase.builder(those).build().warnings();
        }
    }

    @Test
    void aDatabaseThatCannotWriteEveryLetterIsRefused() throws SQLException {
        execute("create database letters encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
        String url = pool.getJdbcUrl().replaceFirst("/test_[0-9]+", "/letters");
        try (HikariDataSource letters = TestPools.of(url, "postgres")) {
            HeedDatabase database = HeedDatabase.builder(letters).build();
            database.migrate();

            assertThatThrownBy(() -> database.store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("SQL_ASCII")
                    .hasMessageContaining("encoding 'UTF8'");
        }
    }

    @Test
    void aPoolOfOneConnectionIsRefused() {
        database().migrate();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername("postgres");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        try (HikariDataSource narrow = new HikariDataSource(config)) {
            assertThatThrownBy(() -> HeedDatabase.builder(narrow).build().store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("one connection only")
                    .hasMessageContaining("two connections for the desk's worker");
        }
    }

    @Test
    void aPrefixThatIsNoneIsRefused() {
        for (String prefix : new String[] {"", "heed", "Heed_", "a b_", "x;drop_", "1_", "a.b.c_"}) {
            assertThatThrownBy(() -> HeedDatabase.builder(pool).prefix(prefix).build())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("heed_");
        }
    }
}
