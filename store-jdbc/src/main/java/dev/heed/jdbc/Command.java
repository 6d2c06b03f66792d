package dev.heed.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters, in their order. Not thread-safe. */
final class Command {
    final String sql;
    private final List<Object> parameters = new ArrayList<>();

    /** A parameter that is not there. */
    private enum Nothing {
        NUMBER,
        ID,
        BYTES
    }

    private Command(String sql) {
        this.sql = sql;
    }

    /** A statement of one shop: bucket and shop are its first two parameters. */
    static Command of(String sql, Scope scope) {
        return new Command(sql).number(scope.bucket()).number(scope.shop());
    }

    /** A statement in which other parameters come before bucket and shop. */
    static Command plain(String sql) {
        return new Command(sql);
    }

    Command number(long value) {
        parameters.add(value);
        return this;
    }

    Command number(@Nullable Long value) {
        parameters.add(value == null ? Nothing.NUMBER : value);
        return this;
    }

    Command id(UUID value) {
        parameters.add(value);
        return this;
    }

    <T> Command id(Optional<T> value, Function<T, UUID> key) {
        parameters.add(value.<Object>map(key).orElse(Nothing.ID));
        return this;
    }

    Command text(String value) {
        parameters.add(value);
        return this;
    }

    Command bytes(byte @Nullable [] value) {
        parameters.add(value == null ? Nothing.BYTES : value);
        return this;
    }

    Command flag(boolean value) {
        parameters.add(value);
        return this;
    }

    /** Bucket and shop once more, for a statement within the statement. */
    Command scope(Scope scope) {
        return number(scope.bucket()).number(scope.shop());
    }

    Command ids(Iterable<UUID> values) {
        values.forEach(parameters::add);
        return this;
    }

    /** Sets the parameters from this index on; the index behind the last. */
    int bind(PreparedStatement statement, int from, Dialect dialect) throws SQLException {
        int index = from;
        for (Object value : parameters) {
            if (value instanceof Long number) {
                statement.setLong(index, number);
            } else if (value instanceof UUID id) {
                dialect.setId(statement, index, id);
            } else if (value instanceof String text) {
                statement.setString(index, text);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else if (value instanceof Boolean flag) {
                statement.setBoolean(index, flag);
            } else {
                statement.setNull(index, type((Nothing) value, dialect));
            }
            index++;
        }
        return index;
    }

    private static int type(Nothing nothing, Dialect dialect) {
        return switch (nothing) {
            case NUMBER -> Types.BIGINT;
            case ID -> dialect.idType();
            case BYTES -> Types.VARBINARY;
        };
    }
}
