package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JoinedConnectionTest extends GatewayContract {
    @Override
    TxGateway gateway(DataSource dataSource) {
        return TxGateway.of(dataSource);
    }

    @Override
    void inTransaction(Ending ending, ShopWork work) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (JoinedConnection joined = database.join(connection)) {
                work.run(connection);
                if (ending == Ending.COMMIT) {
                    connection.commit();
                    joined.committed();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void aConnectionThatCommitsByItselfIsNotJoined() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> database.join(connection))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    @Test
    void ofTwoThatAreJoinedTheInnerOneHoldsUntilItIsClosed() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            try (JoinedConnection outer = database.join(one)) {
                try (JoinedConnection inner = database.join(other)) {
                    assertThat(inner.connection()).isSameAs(other);
                    assertThat(JoinedConnection.current(pool)).isSameAs(inner);
                }
                assertThat(JoinedConnection.current(pool)).isSameAs(outer);
            }
            assertThat(JoinedConnection.current(pool)).isNull();
            one.rollback();
            other.rollback();
        }
    }
}
