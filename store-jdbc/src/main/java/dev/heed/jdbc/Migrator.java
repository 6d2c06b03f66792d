package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings the tables to the newest version, by numbered scripts that other tools can run just as well. */
final class Migrator {
    /** The scripts by their names; a version never changes once it was released. */
    static final List<String> SCRIPTS = List.of("V001__init.sql", "V002__archive.sql");

    private static final String INDEX = "index ${prefix}";

    private final Dialect dialect;
    private final Naming naming;
    private final Partitions partitions;

    Migrator(Dialect dialect, Naming naming, Partitions partitions) {
        this.dialect = dialect;
        this.naming = naming;
        this.partitions = partitions;
    }

    static int newest() {
        return SCRIPTS.size();
    }

    /** The script of a version, counted from 1, with the prefix in its place. */
    String script(int version) {
        String path = dialect.folder() + "/" + SCRIPTS.get(version - 1);
        try (InputStream in = Migrator.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The script " + path + " is missing from heed-store-jdbc.");
            }
            String text = partitions.in(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return naming.in(
                    dialect.indexesAreNamedWithoutSchema() ? text.replace(INDEX, "index " + naming.bare()) : text);
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + path + " of heed-store-jdbc cannot be read.", e);
        }
    }

    /** Runs what is missing, one node at a time; in databases that can, all of it or nothing. */
    void migrate(Connection connection) throws SQLException {
        dialect.lockSchema(connection, naming.prefix());
        try {
            int version = version(connection).orElse(0);
            requireNotNewer(version);
            for (int next = version + 1; next <= newest(); next++) {
                run(connection, script(next));
            }
        } finally {
            dialect.unlockSchema(connection, naming.prefix());
        }
    }

    private void requireNotNewer(int version) {
        if (version > newest()) {
            throw new StoreException(
                    "The tables " + naming.prefix() + "… have version " + version + ", and this Heed knows none above "
                            + newest() + ".",
                    "Use a Heed at least as new as the one that made them.",
                    null);
        }
    }

    /** The tables have to be as this Heed expects them. */
    void check(Connection connection) throws SQLException {
        int version = version(connection)
                .orElseThrow(() -> new StoreException(
                        "There are no tables " + naming.prefix() + "… in the database.",
                        "Call migrate() once, or run the scripts that HeedDatabase.scripts(…) gives.",
                        null));
        requireNotNewer(version);
        if (version < newest()) {
            throw new StoreException(
                    "The tables " + naming.prefix() + "… have version " + version + ", and this Heed needs " + newest()
                            + ".",
                    "Call migrate(), or run the scripts from V" + (version + 1) + " on.",
                    null);
        }
    }

    private Optional<Integer> version(Connection connection) throws SQLException {
        boolean ours = exists(connection, "schema");
        if (!ours && exists(connection, "ticket")) {
            throw new StoreException(
                    "There is a table " + naming.prefix() + "ticket that is not Heed's.",
                    "Choose another prefix for the tables: HeedDatabase.builder(…).prefix(…).",
                    null);
        }
        if (!ours) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(naming.in("select max(version) from ${prefix}schema"))) {
            row.next();
            return Optional.of(row.getInt(1));
        }
    }

    private boolean exists(Connection connection, String table) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String name = naming.bare() + table;
        String stored = about.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        String pattern = stored.replace("_", about.getSearchStringEscape() + "_");
        String schema = schema(connection);
        try (ResultSet found = dialect.hasSchemasAsCatalogs()
                ? about.getTables(schema, null, pattern, null)
                : about.getTables(connection.getCatalog(), schema, pattern, null)) {
            return found.next();
        }
    }

    private String schema(Connection connection) throws SQLException {
        int dot = naming.prefix().indexOf('.');
        if (dot < 0) {
            return dialect.hasSchemasAsCatalogs() ? connection.getCatalog() : connection.getSchema();
        }
        String schema = naming.prefix().substring(0, dot);
        return connection.getMetaData().storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema;
    }

    /** A semicolon at the end of a line ends a statement. */
    private void run(Connection connection, String script) throws SQLException {
        for (String sql : script.split(";\\R", -1)) {
            if (!sql.isBlank()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                } catch (SQLException e) {
                    if (!dialect.isDoneAlready(e)) {
                        throw e;
                    }
                }
            }
        }
    }
}
