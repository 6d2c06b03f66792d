package dev.heed.jdbc.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.StoreException;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.tx.ShopWithDesk.Rows;
import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that the desk begins itself: all of a unit is there or nothing, and the connection goes back as it came. */
class OwnTransactionsTest {
    private JoinedCaller caller;
    private ShopWithDesk shop;
    private TicketId ticket;
    private Rows before;

    private enum On {
        POSTGRES,
        H2
    }

    private void open(On database) throws SQLException {
        caller = new JoinedCaller(database == On.H2 ? TestDatabase.h2() : TestDatabase.postgres());
        shop = new ShopWithDesk(caller);
        ticket = shop.ticketOf("ana@example.com");
        before = shop.rows(ticket);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void assertAllIsThere() throws SQLException {
        Rows after = shop.rows(ticket);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.events()).isEqualTo(after.version());
        assertThat(after.wake()).isNotEqualTo(before.wake());
        assertThat(after.outgoing()).isEqualTo(before.outgoing() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsThere(On database) throws SQLException {
        open(database);
        shop.reply(ticket);

        assertAllIsThere();
    }

    @ParameterizedTest
    @EnumSource
    void ofAUnitThatFailsNothingIsThere(On database) throws SQLException {
        open(database);
        shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket);
        caller.connections().failOn("insert into heed_outbox");

        assertThatThrownBy(() -> shop.desk.as(ShopWithDesk.MARIA).reply(ticket, "It left this morning."))
                .isInstanceOf(StoreException.class);

        assertThat(shop.rows(ticket)).isEqualTo(before);
    }

    /** A unit begins with its references, and ends in a conflict. */
    @ParameterizedTest
    @EnumSource
    void ofAUnitThatIsRefusedNothingIsThere(On database) throws SQLException {
        open(database);
        Ticket outdated = shop.store.findTicket(ticket).orElseThrow();
        UnitOfWork unit = UnitOfWork.builder()
                .reference(ChannelId.of("email"), "<refused@example.com>", ticket)
                .change(outdated, List.of(), outdated.version() + 7, Optional.empty())
                .build();

        assertThat(shop.store.commit(unit)).isEqualTo(CommitResult.CONFLICT);

        assertThat(shop.rows(ticket)).isEqualTo(before);
        assertThat(shop.store.findByReference(ChannelId.of("email"), "<refused@example.com>"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostIsThereAsAWhole(On database) throws SQLException {
        open(database);
        shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket);
        caller.connections().loseAnswer();

        assertThatThrownBy(() -> shop.desk.as(ShopWithDesk.MARIA).reply(ticket, "It left this morning."))
                .isInstanceOf(StoreException.class);

        assertAllIsThere();
        assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).version())
                .isEqualTo(shop.rows(ticket).version());
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeRolledBackIsNotCommittedEither(On database) throws SQLException {
        open(database);
        shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket);
        caller.connections().failOn("insert into heed_outbox");
        caller.connections().failToRollBack();

        assertThatThrownBy(() -> shop.desk.as(ShopWithDesk.MARIA).reply(ticket, "It left this morning."))
                .isInstanceOf(StoreException.class);

        assertThat(shop.rows(ticket)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionGoesBackAsItCame(On database) throws Exception {
        open(database);
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection only = caller.where().connect()) {
                only.setAutoCommit(autoCommit);
                only.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                String state = Caller.stateOf(only);
                TxGateway gateway = TxGateway.of(OnlyConnection.of(only));

                gateway.required(connection -> execute(connection, "insert into shop_order values ('kept')"));
                assertThat(Caller.stateOf(only)).isEqualTo(state);
                assertThatThrownBy(() -> gateway.required(connection -> {
                            execute(connection, "insert into shop_order values ('undone')");
                            throw new SQLException("No.");
                        }))
                        .isInstanceOf(SQLException.class);
                assertThat(Caller.stateOf(only)).isEqualTo(state);
                int orders = gateway.reading(connection -> execute(connection, "delete from shop_order"));
                assertThat(orders).isEqualTo(1);
                assertThat(Caller.stateOf(only)).isEqualTo(state);
            }
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hintsRunAtOnceWhereNoTransactionIsActive(On database) throws SQLException {
        open(database);
        List<String> ran = new ArrayList<>();
        DataSource pool = caller.connections();

        TxGateway.of(pool).afterCommit(() -> ran.add("hint"));

        assertThat(ran).containsExactly("hint");
    }
}
