package dev.heed.jdbc.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.jdbc.tx.WatchedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class SpringTxTest {
    private final HikariDataSource pool = TestDatabase.h2().pool();
    private final WatchedDataSource dataSource = new WatchedDataSource(pool);
    private final DataSourceTransactionManager manager = new JdbcTransactionManager(dataSource);
    private final TransactionTemplate shop = new TransactionTemplate(manager);
    private final TxGateway gateway = SpringTx.of(dataSource, manager);

    @BeforeEach
    void makeATable() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            execute(connection, "create table word (word varchar(20))");
        }
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private int words() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from word")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean required(TxGateway gateway, String word) {
        try {
            return gateway.required(connection -> execute(connection, "insert into word values ('" + word + "')"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTransactionOfAnotherDatabaseIsNotJoined() {
        WatchedDataSource other = new WatchedDataSource(TestDatabase.h2().pool());
        new TransactionTemplate(new DataSourceTransactionManager(other)).executeWithoutResult(status -> {
            assertThat(gateway.isActive()).isFalse();
            required(gateway, "own");
            status.setRollbackOnly();
        });
        other.close();

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void aManagerOfAnotherDatabaseIsRefusedBeforeAnythingIsWritten() {
        WatchedDataSource other = new WatchedDataSource(TestDatabase.h2().pool());
        TxGateway wrong = SpringTx.of(dataSource, new DataSourceTransactionManager(other));

        assertThatThrownBy(() -> required(wrong, "lost")).isInstanceOf(InvalidInputException.class);
        other.close();

        assertThat(words()).isZero();
    }

    @Test
    void aManagerThatDoesNotTellWhenItsTransactionsEndIsRefused() {
        manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);

        assertThatThrownBy(() -> SpringTx.of(dataSource, manager)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void behindTheProxyThatJoinsTransactionsIsTheSameDataSource() {
        TxGateway proxied = SpringTx.of(new TransactionAwareDataSourceProxy(dataSource), manager);

        shop.executeWithoutResult(status -> {
            required(proxied, "joined");
            status.setRollbackOnly();
        });

        assertThat(words()).isZero();
    }

    @Test
    void whatFailsDoesNotMarkTheTransactionOfTheCallerForRollback() {
        shop.executeWithoutResult(status -> {
            assertThatThrownBy(() -> gateway.required(connection -> {
                        throw new SQLException("No.");
                    }))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("No.");
            required(gateway, "joined");
        });

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void aCommitThatFailsSaysWhatTheDatabaseSaid() {
        dataSource.loseAnswer();

        assertThatThrownBy(() -> gateway.required(connection -> execute(connection, "insert into word values ('a')")))
                .isInstanceOf(SQLException.class)
                .hasMessage("The connection is lost.");
    }

    @Test
    void whatWasWrittenInANestedTransactionThatIsRolledBackIsUndoneAlone() {
        TransactionTemplate nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        shop.executeWithoutResult(status -> {
            required(gateway, "outer");
            nested.executeWithoutResult(inner -> {
                required(gateway, "nested");
                inner.setRollbackOnly();
            });
        });

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void insideASuspendedTransactionTheDeskHasItsOwn() {
        TransactionTemplate without = new TransactionTemplate(manager);
        without.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

        shop.executeWithoutResult(status -> {
            without.executeWithoutResult(none -> required(gateway, "own"));
            status.setRollbackOnly();
        });

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void hintsRunOnceTheTransactionHasCommittedAndJoinItNoMore() {
        List<Integer> seen = new ArrayList<>();
        shop.executeWithoutResult(status -> {
            required(gateway, "joined");
            gateway.afterCommit(() -> {
                seen.add(words());
                assertThat(gateway.isActive()).isFalse();
                required(gateway, "afterwards");
                seen.add(words());
            });
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void readingOutsideOfATransactionBeginsNone() throws SQLException {
        boolean autoCommit = gateway.reading(Connection::getAutoCommit);

        assertThat(autoCommit).isTrue();
        shop.executeWithoutResult(status -> {
            Connection own = DataSourceUtils.getConnection(dataSource);
            try {
                assertThat(gateway.<Boolean>reading(connection -> connection == own))
                        .isTrue();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aPoolThatBeginsTransactionsByItselfLosesNothing() throws SQLException {
        TestDatabase where = new TestDatabase(pool.getJdbcUrl(), "sa");
        try (HikariDataSource silent = where.pool(false)) {
            TxGateway own = SpringTx.of(silent, new DataSourceTransactionManager(silent));
            required(own, "own");
            boolean autoCommit = own.reading(Connection::getAutoCommit);

            assertThat(autoCommit).isFalse();
        }
        assertThat(words()).isEqualTo(1);
    }

    @Test
    void askingLeavesNoSynchronizationBehind() {
        assertThat(gateway.isActive()).isFalse();
        assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
        shop.executeWithoutResult(status -> {
            List<TransactionSynchronization> before = TransactionSynchronizationManager.getSynchronizations();
            assertThat(gateway.isActive()).isTrue();
            assertThat(TransactionSynchronizationManager.getSynchronizations()).isEqualTo(before);
        });
    }
}
