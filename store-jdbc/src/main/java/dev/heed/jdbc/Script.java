package dev.heed.jdbc;

import dev.heed.spi.store.CommitResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Statements that are written together, each with how many rows it has to touch. Where the driver can, all go to the
 * database at once, and the counts are looked at afterwards; whoever runs it undoes them all if one is not as it has to be.
 * Not thread-safe.
 */
final class Script {
    private static final int ANY = -1;

    private final List<Step> steps = new ArrayList<>();

    private boolean isOneStatement = true;

    private record Step(Command command, boolean isQuery, int rows, CommitResult otherwise) {
        boolean isRefused(int touched) {
            return rows != ANY && rows != touched;
        }
    }

    /** A statement that may touch as many rows as it likes. */
    Script run(Command command) {
        steps.add(new Step(command, false, ANY, CommitResult.COMMITTED));
        return this;
    }

    /** A statement that touches one row, or all is undone. */
    Script expect(CommitResult otherwise, Command command) {
        return expect(otherwise, 1, command);
    }

    /** A statement that touches so many rows, or all is undone. */
    Script expect(CommitResult otherwise, int rows, Command command) {
        steps.add(new Step(command, false, rows, otherwise));
        return this;
    }

    /** A query that finds one row, or all is undone. */
    Script find(CommitResult otherwise, Command command) {
        steps.add(new Step(command, true, 1, otherwise));
        return this;
    }

    /** A statement that has to see what those before it have done, or that those after it have to see. */
    Script alone(Command command) {
        isOneStatement = false;
        return run(command);
    }

    /** Whether all of it can be said in one statement, which is written whole or not at all without a transaction. */
    boolean isOneStatement(Dialect dialect) {
        return isOneStatement && !steps.isEmpty() && dialect.combines();
    }

    /**
     * Says all of it in one statement, which fails where a count is not as it has to be.
     *
     * @return false if one is not, and nothing is written
     */
    boolean runAsOne(Connection connection, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(asOne())) {
            int index = 1;
            for (Step step : steps) {
                index = step.command.bind(statement, index, dialect);
            }
            statement.execute();
            return true;
        } catch (SQLException e) {
            if (dialect.isRefusedByCount(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Where no row was touched, one is divided by zero. */
    private String asOne() {
        StringBuilder parts = new StringBuilder("with ");
        StringBuilder counts = new StringBuilder("select 1");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            parts.append(i == 0 ? "s" : ",\ns").append(i).append(" as (").append(step.command.sql);
            parts.append(step.isQuery ? ")" : " returning 1)");
            if (step.rows != ANY) {
                counts.append(", 1 / (select count(*) from s").append(i).append(')');
            }
        }
        return parts.append('\n').append(counts).toString();
    }

    /**
     * Runs the statements.
     *
     * @return COMMITTED if every count is as it has to be; otherwise the weightiest of the reasons, and something may be
     *     written that has to be undone
     */
    CommitResult run(Connection connection, Dialect dialect) throws SQLException {
        return dialect.takesManyAtOnce() && steps.size() > 1
                ? atOnce(connection, dialect)
                : oneByOne(connection, dialect);
    }

    private CommitResult atOnce(Connection connection, Dialect dialect) throws SQLException {
        String all = steps.stream().map(step -> step.command.sql).collect(Collectors.joining(";\n"));
        CommitResult result = CommitResult.COMMITTED;
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int index = 1;
            for (Step step : steps) {
                index = step.command.bind(statement, index, dialect);
            }
            boolean hasRows = statement.execute();
            for (Step step : steps) {
                int touched = hasRows ? count(statement) : statement.getUpdateCount();
                if (step.isRefused(touched)) {
                    result = weightier(result, step.otherwise);
                }
                hasRows = statement.getMoreResults();
            }
        }
        return result;
    }

    /**
     * Runs statements of many units that do not depend on each other, those with the same text as one batch.
     *
     * @return as {@link #run(Connection, Dialect)}
     */
    CommitResult runTogether(Connection connection, Dialect dialect) throws SQLException {
        Map<String, List<Step>> byText = new LinkedHashMap<>();
        steps.forEach(step -> byText.computeIfAbsent(step.command.sql, text -> new ArrayList<>())
                .add(step));
        CommitResult result = CommitResult.COMMITTED;
        for (List<Step> same : byText.values()) {
            try (PreparedStatement statement = connection.prepareStatement(same.get(0).command.sql)) {
                for (Step step : same) {
                    step.command.bind(statement, 1, dialect);
                    statement.addBatch();
                }
                int[] touched = statement.executeBatch();
                for (int i = 0; i < touched.length; i++) {
                    if (same.get(i).isRefused(touched[i])) {
                        result = weightier(result, same.get(i).otherwise);
                    }
                }
            }
        }
        return result;
    }

    /** Of several reasons the one that the store's contract names first. */
    static CommitResult weightier(CommitResult one, CommitResult other) {
        List<CommitResult> order = List.of(CommitResult.DUPLICATE, CommitResult.SUPERSEDED, CommitResult.CONFLICT);
        return order.stream()
                .filter(each -> each == one || each == other)
                .findFirst()
                .orElse(one);
    }

    /** The steps stand in the order of the weights, so the first that is refused names the reason. */
    private CommitResult oneByOne(Connection connection, Dialect dialect) throws SQLException {
        for (Step step : steps) {
            try (PreparedStatement statement = connection.prepareStatement(step.command.sql)) {
                step.command.bind(statement, 1, dialect);
                int touched = step.isQuery ? found(statement) : touched(statement, dialect);
                if (step.isRefused(touched)) {
                    return step.otherwise;
                }
            }
        }
        return CommitResult.COMMITTED;
    }

    private static int found(PreparedStatement statement) throws SQLException {
        statement.execute();
        return count(statement);
    }

    private static int touched(PreparedStatement statement, Dialect dialect) throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (dialect.isRefusedAsDuplicate(e)) {
                return 0;
            }
            throw e;
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet found = statement.getResultSet()) {
            while (found.next()) {
                rows++;
            }
        }
        return rows;
    }
}
