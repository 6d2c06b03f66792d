package dev.heed.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One real MariaDB for all tests of a JVM, from the system's packages; each test is given a database of its own. */
public final class Maria {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int PATIENCE_MILLIS = 60_000;

    @Nullable
    private static Maria server;

    private final int port;

    private Maria(Path program, Path folder) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path data = folder.resolve("data");
        run(
                folder,
                "mariadb-install-db",
                "--no-defaults",
                "--user=root",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--no-defaults",
                        "--user=root",
                        "--datadir=" + data,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + folder.resolve("socket"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--innodb-buffer-pool-size=128M",
                        "--innodb-flush-log-at-trx-commit=1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        waitFor(process, folder);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("install.log")));
        }
    }

    private void waitFor(Process process, Path folder) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = DriverManager.getConnection(url(""))) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                Thread.onSpinWait(); // it is not there yet
            }
        }
        throw new IllegalStateException("MariaDB does not start: " + Files.readString(folder.resolve("log")));
    }

    private static void stop(Process process, Path folder) {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            // left to the system's own sweeping
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&sslMode=disable";
    }

    /** Without it a test is skipped, but not where everything has to be there. */
    static synchronized Maria server() {
        if (server == null) {
            Path program = Stream.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/libexec/mariadbd")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
            if (program == null && "true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("MariaDB is not installed: apt-get install mariadb-server.");
            }
            Assumptions.assumeTrue(program != null, "MariaDB is not installed, so nothing is tried on it.");
            try {
                server = new Maria(Objects.requireNonNull(program), Files.createTempDirectory("heed-maria"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return server;
    }

    /** A database that is there and empty. */
    public static String newUrl(String... options) {
        String name = "test_" + MADE.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server().url(""));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("No database can be made for a test.", e);
        }
        List<String> parts = new ArrayList<>(List.of(server().url(name)));
        parts.addAll(List.of(options));
        return String.join("&", parts);
    }

    static HikariDataSource newDatabase() {
        return TestPools.of(newUrl(), "root");
    }
}
