package dev.heed.jdbc.kill;

import dev.heed.jdbc.Maria;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** A real database that forgets nothing which it acknowledged, with an empty schema. */
record KillableServer(String url, String impatience, Closeable server) implements Closeable {
    /** Which one. */
    enum Kind {
        POSTGRES,
        MARIA;

        KillableServer start() {
            return switch (this) {
                case POSTGRES -> postgres();
                case MARIA -> new KillableServer(Maria.newUrl(), "&socketTimeout=5000&connectTimeout=2000", () -> {});
            };
        }
    }

    private static KillableServer postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return new KillableServer(
                    server.getJdbcUrl("postgres", "postgres"), "&socketTimeout=5&connectTimeout=2", server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start.", e);
        }
    }

    int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** What stands between is given up on after five seconds. */
    String urlOverPort(int other) {
        return url.replace(":" + port(), ":" + other) + impatience;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
