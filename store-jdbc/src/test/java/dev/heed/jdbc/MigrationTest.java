package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.InvalidInputException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tables come into the shop's database. */
class MigrationTest {
    private static final String SCHEMA = "support";

    /** With their schemas, those of the database itself left out. */
    private static List<String> tables(HikariDataSource pool) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = pool.getConnection()) {
            boolean catalogs = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
            for (String catalog :
                    catalogs ? List.of(connection.getCatalog(), SCHEMA) : List.of(connection.getCatalog())) {
                try (ResultSet row =
                        connection.getMetaData().getTables(catalog, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                    while (row.next()) {
                        String schema = String.valueOf(row.getString(catalogs ? "TABLE_CAT" : "TABLE_SCHEM"))
                                .toLowerCase(Locale.ROOT);
                        if (!schema.startsWith("pg_") && !schema.equals("information_schema")) {
                            names.add(schema + "." + row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }
        return names;
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twiceIsTheSameAsOnce(DatabaseKind kind) throws SQLException {
        try (HikariDataSource pool = kind.pool()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            List<String> before = tables(pool);
            database.migrate();

            assertThat(tables(pool)).isEqualTo(before).hasSizeGreaterThan(10);
            assertThat(database.store("acme").nextTicketNumber()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTouchedThatDoesNotBeginWithThePrefix(DatabaseKind kind) throws SQLException {
        try (HikariDataSource pool = kind.pool()) {
            execute(pool, "create table orders (id int)");
            execute(pool, "create table heedless (id int)");
            List<String> before = tables(pool);
            HeedDatabase.builder(pool).prefix("support_").build().migrate();

            List<String> added = new ArrayList<>(tables(pool));
            added.removeAll(before);
            assertThat(tables(pool)).containsAll(before);
            assertThat(added).isNotEmpty().allMatch(name -> name.contains(".support_"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTablesStandInAnotherSchemaIfTheyAreTo(DatabaseKind kind) throws SQLException {
        try (HikariDataSource pool = kind.pool()) {
            execute(pool, "create schema " + SCHEMA);
            HeedDatabase database =
                    HeedDatabase.builder(pool).prefix(SCHEMA + ".heed_").build();
            database.migrate();
            database.migrate();

            assertThat(tables(pool)).isNotEmpty().allMatch(name -> name.startsWith(SCHEMA + ".heed_"));
            assertThat(database.store("acme").nextTicketNumber()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theScriptsDoTheSameInTheHandsOfAnotherTool(DatabaseKind kind) throws SQLException {
        try (HikariDataSource pool = kind.pool()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            for (String script : database.scripts()) {
                for (String statement : script.split(";\\R", -1)) { // as such tools do
                    if (!statement.isBlank()) {
                        execute(pool, statement);
                    }
                }
            }

            assertThat(database.store("acme").nextTicketNumber()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nodesThatStartTogetherMakeTheTablesOnce(DatabaseKind kind) throws InterruptedException {
        try (HikariDataSource pool = kind.pool()) {
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            List<Thread> nodes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread node = new Thread(() -> {
                    try {
                        HeedDatabase.builder(pool).build().migrate();
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                });
                nodes.add(node);
                node.start();
            }
            for (Thread node : nodes) {
                node.join();
            }

            assertThat(failures).isEmpty();
        }
    }

    @Test
    void everyTableOfManyShopsIsCutIntoAsManyPartitionsAsWereAskedFor() throws SQLException {
        try (HikariDataSource pool = Postgres.newDatabase()) {
            HeedDatabase database = HeedDatabase.builder(pool).partitions(8).build();
            database.migrate();
            database.migrate();

            assertThat(tables(pool).stream().filter(name -> name.matches("public.heed_.*_p\\d+")))
                    .hasSize(8 * database.sizes().size());
            long ticket = database.store("acme").nextTicketNumber();
            assertThat(ticket).isPositive();
            TableSize counter = Objects.requireNonNull(database.sizes().get("heed_counter"));
            assertThat(counter.bytes()).isPositive();
            assertThat(counter.rows()).isPositive();
        }
    }

    @Test
    void partitionsAreRefusedWhereThereAreNone() {
        try (HikariDataSource pool = TestPools.h2()) {
            HeedDatabase.Builder builder = HeedDatabase.builder(pool);

            assertThatThrownBy(() -> builder.partitions(0)).hasMessageContaining("1 to 1024");
            assertThatThrownBy(builder.partitions(2)::build)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("PostgreSQL");
        }
    }
}
