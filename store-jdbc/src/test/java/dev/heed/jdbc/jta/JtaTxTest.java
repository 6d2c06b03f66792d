package dev.heed.jdbc.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.tx.JtaCaller;
import dev.heed.jdbc.tx.TestDatabase;
import io.agroal.api.AgroalDataSource;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JtaTxTest {
    private final TestDatabase where = TestDatabase.h2();
    private final TransactionManager transactionManager = JtaCaller.MANAGER;
    private AgroalDataSource dataSource;
    private TxGateway gateway;

    @BeforeEach
    void makeATable() throws SQLException {
        dataSource = JtaCaller.pool(where);
        gateway = JtaTx.of(dataSource, transactionManager);
        try (Connection connection = where.connect()) {
            execute(connection, "create table word (word varchar(20))");
        }
    }

    @AfterEach
    void close() throws Exception {
        assertThat(transactionManager.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        dataSource.close();
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private int words() throws SQLException {
        try (Connection connection = where.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from word")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean required(String word) throws SQLException {
        return gateway.required(connection -> execute(connection, "insert into word values ('" + word + "')"));
    }

    @Test
    void withoutATransactionTheDeskBeginsOne() throws SQLException {
        required("own");

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void whatFailsInATransactionOfItsOwnIsRolledBack() throws SQLException {
        assertThatThrownBy(() -> gateway.required(connection -> {
                    execute(connection, "insert into word values ('undone')");
                    throw new SQLException("No.");
                }))
                .hasMessage("No.");

        assertThat(words()).isZero();
    }

    @Test
    void whatFailsInATransactionOfTheCallerLeavesItUsable() throws Exception {
        transactionManager.begin();
        assertThatThrownBy(() -> gateway.required(connection -> {
                    throw new SQLException("No.");
                }))
                .hasMessage("No.");
        required("joined");
        transactionManager.commit();

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void apartFromTheTransactionOfTheCallerIsAnotherOneAndThenThatAgain() throws Exception {
        transactionManager.begin();
        var before = transactionManager.getTransaction();
        gateway.independent(connection -> execute(connection, "insert into word values ('apart')"));
        assertThatThrownBy(() -> gateway.independent(connection -> {
                    throw new SQLException("No.");
                }))
                .hasMessage("No.");
        assertThat(transactionManager.getTransaction()).isEqualTo(before);
        transactionManager.rollback();

        assertThat(words()).isEqualTo(1);
    }

    @Test
    void aTransactionOfItsOwnThatIsMarkedForRollbackSaysSo() {
        assertThatThrownBy(() -> gateway.required(connection -> mark()))
                .isInstanceOf(SQLTransactionRollbackException.class);
    }

    private boolean mark() throws SQLException {
        try {
            transactionManager.setRollbackOnly();
            return true;
        } catch (SystemException e) {
            throw new SQLException(e);
        }
    }

    /** Also one whose connections commit nothing by themselves, and lose what is never committed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDataSourceThatTakesNoPartIsRefusedBeforeAnythingIsWritten(boolean autoCommit) throws Exception {
        try (HikariDataSource plain = where.pool(autoCommit)) {
            TxGateway wrong = JtaTx.of(plain, transactionManager);
            transactionManager.begin();
            assertThatThrownBy(
                            () -> wrong.required(connection -> execute(connection, "insert into word values ('lost')")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("take no part");
            transactionManager.commit();
            assertThatThrownBy(
                            () -> wrong.required(connection -> execute(connection, "insert into word values ('lost')")))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(words()).isZero();
    }

    /** Without a pool PostgreSQL's driver says that it commits by itself, and does not. */
    @Test
    void connectionsOfTheDriverItselfTakePart() throws Exception {
        TestDatabase postgres = TestDatabase.postgres();
        try (Connection connection = postgres.connect()) {
            execute(connection, "create table word (word varchar(20))");
            TxGateway own = JtaTx.of(
                    new EnlistedConnections(postgres.url() + "&user=" + postgres.user(), transactionManager),
                    transactionManager);
            for (boolean stays : new boolean[] {false, true}) {
                transactionManager.begin();
                own.required(one -> execute(one, "insert into word values ('" + stays + "')"));
                if (stays) {
                    transactionManager.commit();
                } else {
                    transactionManager.rollback();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select string_agg(word, ' ') from word")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("true");
            }
        }
    }

    /** A listener, say, that calls what is transactional. */
    @Test
    void aHintThatBeginsATransactionOfItsOwnHasTheDeskWriteInIt() throws Exception {
        List<Boolean> active = new ArrayList<>();
        transactionManager.begin();
        gateway.afterCommit(() -> {
            try {
                Transaction ended = transactionManager.suspend();
                transactionManager.begin();
                active.add(gateway.isActive());
                required("undone");
                transactionManager.rollback();
                transactionManager.resume(ended);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        transactionManager.commit();

        assertThat(active).containsExactly(true);
        assertThat(words()).isZero();
    }

    @Test
    void hintsRunOnceTheTransactionHasCommittedAndJoinItNoMore() throws Exception {
        List<Integer> seen = new ArrayList<>();
        transactionManager.begin();
        required("joined");
        gateway.afterCommit(() -> {
            try {
                seen.add(words());
                assertThat(gateway.isActive()).isFalse();
                required("afterwards");
                seen.add(words());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(seen).isEmpty();
        transactionManager.commit();

        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void noHintRunsAfterARollbackOrInWhatCannotCommit() throws Exception {
        List<String> ran = new ArrayList<>();
        transactionManager.begin();
        gateway.afterCommit(() -> ran.add("rolled back"));
        transactionManager.rollback();
        transactionManager.begin();
        transactionManager.setRollbackOnly();
        gateway.afterCommit(() -> ran.add("marked"));
        transactionManager.rollback();

        assertThat(ran).isEmpty();
        gateway.afterCommit(() -> ran.add("at once"));
        assertThat(ran).containsExactly("at once");
    }

    /** As in docs/transactions.md. */
    @Test
    void theGatewayIsGivenToTheDatabase() {
        HeedDatabase database = HeedDatabase.builder(dataSource)
                .gateway(JtaTx.of(dataSource, transactionManager))
                .build();

        database.migrate();
        assertThat(database.store("acme").isJoined()).isFalse();
    }
}
