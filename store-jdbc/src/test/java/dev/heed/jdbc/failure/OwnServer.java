package dev.heed.jdbc.failure;

import dev.heed.jdbc.tx.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of one test's own, which can be stopped as if its machine had failed, and started again. */
final class OwnServer implements AutoCloseable {
    private final Path data;
    private final EmbeddedPostgres server;
    private final Path control;

    OwnServer(Path folder) throws IOException {
        data = folder.resolve("data");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        long process = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        control = Path.of(ProcessHandle.of(process)
                        .flatMap(one -> one.info().command())
                        .orElseThrow())
                .resolveSibling("pg_ctl");
    }

    TestDatabase database(String name) {
        return new TestDatabase(server.getJdbcUrl("postgres", name), "postgres");
    }

    /** Nothing is written any more, and no client is told. */
    void stopAtOnce() throws IOException, InterruptedException {
        run("stop", "-m", "immediate");
    }

    void startAgain() throws IOException, InterruptedException {
        run("start", "-o", "-p " + server.getPort(), "-l", data.resolve("log").toString());
    }

    /** The server does not run as root. */
    private void run(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "-w", "-D", data.toString()));
        command.addAll(List.of(what));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("pg_ctl " + what[0] + " has failed; see " + data.resolve("log") + ".");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
