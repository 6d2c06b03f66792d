package dev.heed.jdbc;

import dev.heed.spi.store.CommitResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements by the gateway, and turns what the database refuses into errors of the store. Thread-safe. */
final class Db {
    private static final int MOST_TRIES = 5;
    private static final String SAVEPOINT = "heed_unit";

    final TxGateway gateway;
    final Dialect dialect;
    final Naming naming;

    Db(TxGateway gateway, Dialect dialect, Naming naming) {
        this.gateway = gateway;
        this.dialect = dialect;
        this.naming = naming;
    }

    /** The rows of a query. */
    <T> List<T> list(Command query, Rows<T> rows) {
        return guarded(() -> gateway.reading(connection -> list(connection, query, rows)));
    }

    <T> Optional<T> first(Command query, Rows<T> rows) {
        return list(query, rows).stream().findFirst();
    }

    <T> List<T> list(Connection connection, Command query, Rows<T> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql)) {
            query.bind(statement, 1, dialect);
            List<T> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(rows.read(row));
                }
            }
            return read;
        }
    }

    int update(Connection connection, Command command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command.sql)) {
            command.bind(statement, 1, dialect);
            return statement.executeUpdate();
        }
    }

    /** Writes all of it, or nothing: what is refused is undone, in a transaction that was joined as well. */
    CommitResult write(TxWork<CommitResult> work) {
        try {
            return guarded(() -> gateway.required(gateway.isActive() ? inSavepoint(work) : own(orUndone(work))));
        } catch (Undone e) {
            return e.result;
        }
    }

    /** Writes all of a script as one statement; false if that was refused and nothing is written. */
    boolean writeAsOne(Script script) {
        return guarded(() -> gateway.reading(connection -> script.runAsOne(connection, dialect)));
    }

    private static TxWork<CommitResult> orUndone(TxWork<CommitResult> work) {
        return connection -> {
            CommitResult result = work.run(connection);
            if (result != CommitResult.COMMITTED) {
                throw new Undone(result);
            }
            return result;
        };
    }

    /** What is refused, or fails, leaves nothing in the caller's transaction. */
    private static TxWork<CommitResult> inSavepoint(TxWork<CommitResult> work) {
        return connection -> {
            run(connection, "savepoint " + SAVEPOINT);
            CommitResult result;
            try {
                result = work.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                goBack(connection, e);
                throw e;
            }
            if (result != CommitResult.COMMITTED) {
                run(connection, "rollback to savepoint " + SAVEPOINT);
            }
            run(connection, "release savepoint " + SAVEPOINT);
            return result;
        };
    }

    /** Where the savepoint is gone with the transaction, what was thrown first matters. */
    private static void goBack(Connection connection, Throwable thrown) {
        try {
            run(connection, "rollback to savepoint " + SAVEPOINT);
            run(connection, "release savepoint " + SAVEPOINT);
        } catch (SQLException e) {
            thrown.addSuppressed(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In a transaction of its own, whatever is active. */
    <T> T apart(TxWork<T> work) {
        return guarded(true, () -> gateway.independent(own(work)));
    }

    private <T extends @Nullable Object> TxWork<T> own(TxWork<T> work) {
        return connection -> {
            dialect.beginOwn(connection);
            return work.run(connection);
        };
    }

    /** Something that asks the database. */
    interface Asking<T> {
        T ask() throws SQLException;
    }

    /** Tried again where the database rolled back a transaction of ours because of another one, and nothing is written. */
    private <T> T guarded(Asking<T> work) {
        return guarded(!gateway.isActive(), work);
    }

    private <T> T guarded(boolean own, Asking<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.ask();
            } catch (SQLException e) {
                if (attempt == MOST_TRIES || !own || !dialect.isWorthAnotherTry(e)) {
                    throw Failures.of(e);
                }
            }
        }
    }

    /** As many question marks as there are values, rounded up so that few texts are made. */
    static String marks(int values) {
        return String.join(", ", java.util.Collections.nCopies(slots(values), "?"));
    }

    /** The values, the last once more until the marks are full. */
    static <T> List<T> filled(List<T> values) {
        List<T> filled = new ArrayList<>(values);
        while (filled.size() < slots(values.size())) {
            filled.add(values.get(values.size() - 1));
        }
        return filled;
    }

    private static int slots(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }

    /** A unit was refused; what it had begun to write is undone. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final CommitResult result;

        Undone(CommitResult result) {
            super(result.name(), null, false, false);
            this.result = result;
        }
    }
}
