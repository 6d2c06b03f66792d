package dev.heed.jdbc;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A command that prints what the tables take, each row and each ticket.
 *
 * <pre>{@code java -cp … dev.heed.jdbc.Sizes jdbc:postgresql://localhost/shop?user=shop heed_}</pre>
 */
public final class Sizes {
    private static final int WIDTH = 14;
    private static final int NAME_WIDTH = 28;

    private Sizes() {}

    /**
     * Prints to the standard output.
     *
     * @param args the URL of the database, with user and password if it wants them, and the prefix of the tables, {@code heed_}
     *     if it is left out
     */
    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            System.err.println("Say the URL of the database and, if it is not heed_, the prefix of the tables.");
            return;
        }
        HeedDatabase database = HeedDatabase.builder(new Url(args[0]))
                .prefix(args.length == 1 ? "heed_" : args[1])
                .build();
        print(database.sizes(), System.out);
    }

    static void print(Map<String, TableSize> sizes, PrintStream out) {
        long tickets = sizes.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_ticket"))
                .mapToLong(entry -> entry.getValue().rows())
                .sum();
        line(out, "table", "rows", "bytes", "bytes a row", "bytes a ticket");
        sizes.forEach((name, size) -> line(out, name, size, tickets));
        long rows = sizes.values().stream().mapToLong(TableSize::rows).sum();
        long bytes = sizes.values().stream().mapToLong(TableSize::bytes).sum();
        line(out, "all", new TableSize(rows, bytes), tickets);
    }

    private static void line(PrintStream out, String name, TableSize size, long tickets) {
        line(
                out,
                name,
                String.valueOf(size.rows()),
                String.valueOf(size.bytes()),
                each(size.bytes(), size.rows()),
                each(size.bytes(), tickets));
    }

    private static String each(long bytes, long of) {
        return of == 0 ? "-" : String.valueOf(Math.round((double) bytes / of));
    }

    private static void line(PrintStream out, String name, String... columns) {
        StringBuilder line = new StringBuilder(name).append(" ".repeat(Math.max(1, NAME_WIDTH - name.length())));
        for (String column : columns) {
            line.append(" ".repeat(Math.max(1, WIDTH - column.length()))).append(column);
        }
        out.println(line);
    }

    /** Connections of a URL, each a new one. */
    private record Url(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(PrintWriter.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("Nothing is wrapped here.");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
