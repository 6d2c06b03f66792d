package dev.heed.benchmarks;

import dev.heed.benchmarks.HeardConnections.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Statements that a desk was heard to run, as somebody would write them by hand: prepared once, bound, executed. */
final class Replay implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000_000L);

    private final Connection connection;
    private final List<Statement> statements;
    private final long newNumber;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom();

    Replay(Connection connection, List<Statement> statements, long newNumber) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        this.newNumber = newNumber;
        connection.setAutoCommit(false);
    }

    /** Runs all of them once, for something new. */
    void run() throws SQLException {
        Map<UUID, UUID> ids = new HashMap<>();
        long number = NUMBERS.incrementAndGet();
        for (Statement statement : statements) {
            if (statement.text().equals("commit")) {
                connection.commit();
            } else {
                run(statement, ids, number);
            }
        }
        connection.commit();
    }

    private void run(Statement heard, Map<UUID, UUID> ids, long number) throws SQLException {
        PreparedStatement statement = prepared.get(heard.text());
        if (statement == null) {
            statement = connection.prepareStatement(heard.text());
            prepared.put(heard.text(), statement);
        }
        int index = 1;
        for (Object value : heard.values()) {
            if (value instanceof UUID id) {
                statement.setObject(
                        index, ids.computeIfAbsent(id, old -> new UUID(random.nextLong(), random.nextLong())));
            } else if (value instanceof Long one) {
                statement.setLong(index, one == newNumber ? number : one);
            } else if (value == HeardConnections.NULL) {
                statement.setNull(index, Types.NULL);
            } else {
                statement.setObject(index, value);
            }
            index++;
        }
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
