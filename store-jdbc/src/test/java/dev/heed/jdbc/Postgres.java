package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM; each test is given a database of its own. */
public final class Postgres {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger MADE = new AtomicInteger();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start.", e);
        }
    }

    static HikariDataSource newDatabase() {
        return TestPools.of(newUrl(), "postgres");
    }

    /** The address of a new database, to which user {@code postgres} has access. */
    public static String newUrl() {
        String name = "test_" + MADE.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database can be made for a test.", e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }
}
