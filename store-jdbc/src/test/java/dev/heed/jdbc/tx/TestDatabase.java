package dev.heed.jdbc.tx;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.Maria;
import dev.heed.jdbc.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A database that was made for one test.
 *
 * @param url where it is
 * @param user who has access, without a password
 */
public record TestDatabase(String url, String user) {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int CONNECTIONS = 6;

    /** On a real server. */
    public static TestDatabase postgres() {
        return new TestDatabase(Postgres.newUrl(), "postgres");
    }

    /** On a real server, where it is installed. */
    public static TestDatabase maria() {
        return new TestDatabase(Maria.newUrl(), "root");
    }

    /** In memory. */
    public static TestDatabase h2() {
        return h2(20_000);
    }

    /** In memory; whoever waits for a row longer than this is refused. */
    public static TestDatabase h2(int milliseconds) {
        return new TestDatabase(
                "jdbc:h2:mem:tx-" + MADE.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + milliseconds, "sa");
    }

    /** Whether it is PostgreSQL. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** An id as it stands in a statement. */
    String literal(UUID id) {
        return url.startsWith("jdbc:mariadb:") ? "x'" + id.toString().replace("-", "") + "'" : "'" + id + "'";
    }

    /** A connection outside of every pool, and so outside of every transaction. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    /** Connections to it. */
    public HikariDataSource pool() {
        return pool(true);
    }

    /** Connections to it, which commit each statement by themselves or not. */
    public HikariDataSource pool(boolean autoCommit) {
        return pool(config -> config.setAutoCommit(autoCommit));
    }

    /** Connections to it, set up in a way of one's own. */
    public HikariDataSource pool(Consumer<HikariConfig> more) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        more.accept(config);
        return new HikariDataSource(config);
    }
}
