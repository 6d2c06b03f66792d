package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of its own that writes to the disk what it says it has written, and says how much processor time it took. */
final class RealPostgres implements AutoCloseable {
    private static final long TICKS_A_SECOND = 100;

    private final EmbeddedPostgres server;

    RealPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start.", e);
        }
    }

    int port() {
        return server.getPort();
    }

    HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty("heed.url", server.getJdbcUrl("postgres", "postgres"))
                + "&prepareThreshold=3&preparedStatementCacheQueries=512");
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Seconds of processor time of the server's processes so far, those that have ended among them. */
    static double cpuSeconds() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(path ->
                                    path.getFileName().toString().chars().allMatch(Character::isDigit))
                            .mapToLong(RealPostgres::ticks)
                            .sum()
                    / (double) TICKS_A_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            int end = stat.lastIndexOf(')');
            if (!stat.substring(stat.indexOf('(') + 1, end).startsWith("postgres")) {
                return 0;
            }
            List<String> fields = List.of(stat.substring(end + 2).split(" ", -1));
            return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
