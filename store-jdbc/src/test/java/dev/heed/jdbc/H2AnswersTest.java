package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By itself H2 answers now and then with what it read before a transaction that has ended. */
class H2AnswersTest {
    private static final int ROUNDS = 50_000;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadUnderALockIsWhatWasWrittenUnderIt() throws Exception {
        try (HikariDataSource pool = TestPools.h2()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            database.store("acme");

            assertThat(oldAnswers(pool, ROUNDS)).isZero();
        }
    }

    @Test
    void soItIsInAFileThatHeedOpens() throws Exception {
        try (H2File file = H2File.open(folder.resolve("heed"))) {
            assertThat(oldAnswers(file, ROUNDS / 20)).isZero();
        }
    }

    /** How many of those who hold the lock read something older than what its last holder wrote. */
    private static int oldAnswers(DataSource pool, int rounds) throws Exception {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table guard (id int primary key, v bigint)");
            statement.execute("create table kept (id int primary key, v bigint)");
            statement.execute("insert into guard values (1, 0)");
            statement.execute("insert into kept values (1, 0)");
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> writing = threads.submit(() -> {
                write(pool, rounds);
                return null;
            });
            return threads.submit(() -> read(pool, writing)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(DataSource pool, int rounds) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement guard = connection.prepareStatement("update guard set v = ? where id = 1");
                PreparedStatement kept = connection.prepareStatement("update kept set v = ? where id = 1")) {
            connection.setAutoCommit(false);
            for (long value = 1; value <= rounds; value++) {
                guard.setLong(1, value);
                guard.executeUpdate();
                kept.setLong(1, value);
                kept.executeUpdate();
                connection.commit();
            }
        }
    }

    private static int read(DataSource pool, Future<?> writing) throws SQLException {
        int old = 0;
        try (Connection connection = pool.getConnection();
                PreparedStatement guard = connection.prepareStatement("select v from guard where id = 1 for update");
                PreparedStatement kept = connection.prepareStatement("select v from kept where id = ?")) {
            connection.setAutoCommit(false);
            kept.setInt(1, 1);
            while (!writing.isDone()) {
                value(kept);
                connection.commit();
                long locked = value(guard);
                old += value(kept) == locked ? 0 : 1;
                connection.commit();
            }
        }
        return old;
    }

    private static long value(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
