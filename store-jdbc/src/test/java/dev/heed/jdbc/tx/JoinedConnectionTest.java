package dev.heed.jdbc.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.JoinedConnection;
import dev.heed.people.CustomerId;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that are handed in. */
class JoinedConnectionTest {
    private final JoinedCaller caller = new JoinedCaller(TestDatabase.h2());
    private final HeedDatabase database = caller.database();
    private ShopWithDesk shop;
    private TicketId ticket;
    private TicketId other;

    @BeforeEach
    void customersHaveWritten() throws SQLException {
        shop = new ShopWithDesk(caller);
        ticket = shop.ticketOf("ana@example.com");
        other = shop.ticketOf("ben@example.com");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Connection begin() throws SQLException {
        Connection connection = caller.connections().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private long messages(TicketId id) throws SQLException {
        return shop.rows(id).version();
    }

    @Test
    void theInnermostOfTwoIsWrittenTo() throws SQLException {
        long before = messages(ticket);
        long otherBefore = messages(other);
        try (Connection outer = begin();
                Connection inner = begin();
                JoinedConnection one = database.join(outer)) {
            shop.customer(ticket).write(ticket, "In the outer one.");
            try (JoinedConnection two = database.join(inner)) {
                shop.customer(other).write(other, "In the inner one.");
                inner.commit();
                two.committed();
                assertThat(shop.heardWords()).containsExactly("In the inner one.");
            }
            shop.customer(ticket).write(ticket, "In the outer one again.");
            outer.rollback();
            one.committed();
        }

        assertThat(messages(ticket)).isEqualTo(before);
        assertThat(messages(other)).isGreaterThan(otherBefore);
    }

    @Test
    void oneConnectionMayBeJoinedTwice() throws SQLException {
        long before = messages(ticket);
        try (Connection connection = begin();
                JoinedConnection outer = database.join(connection)) {
            try (JoinedConnection inner = database.join(connection)) {
                shop.customer(ticket).write(ticket, "Once.");
                assertThat(inner).isNotSameAs(outer);
            }
            shop.customer(ticket).write(ticket, "Twice.");
            assertThat(messages(ticket)).isEqualTo(before);
            connection.commit();
            outer.committed();
        }

        assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).messages())
                .extracting(message -> message.text())
                .contains("Once.", "Twice.");
    }

    @Test
    void anotherThreadIsNotInTheTransaction() throws SQLException {
        long before = messages(other);
        try (Connection connection = begin();
                JoinedConnection joined = database.join(connection)) {
            CompletableFuture.runAsync(() -> shop.customer(other).write(other, "Elsewhere."))
                    .join();
            connection.rollback();
            joined.committed();
        }

        assertThat(messages(other)).isGreaterThan(before);
    }

    @Test
    void afterClosingTheDeskWritesInTransactionsOfItsOwn() throws SQLException {
        long before = messages(ticket);
        try (Connection connection = begin()) {
            database.join(connection).close();
            shop.customer(ticket).write(ticket, "On its own.");
            connection.rollback();
        }

        assertThat(messages(ticket)).isGreaterThan(before);
    }

    @Test
    void withoutAWordOfTheCommitAllIsWrittenAndNobodyHearsOfIt() throws SQLException {
        long before = messages(ticket);
        try (Connection connection = begin()) {
            JoinedConnection joined = database.join(connection);
            shop.customer(ticket).write(ticket, "Silently.");
            connection.commit();
            joined.close();
        }

        assertThat(messages(ticket)).isGreaterThan(before);
        assertThat(shop.heard).isEmpty();
    }

    /** As in docs/transactions.md. */
    @Test
    void anOrderAndTheWordsOfItsCustomerAreOneTransaction() throws SQLException {
        var desk = shop.desk;
        var dataSource = caller.connections();
        CustomerId ana = shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).customer();
        String order = "A-1";

        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (JoinedConnection joined = database.join(connection)) {
                insertOrder(connection, order);
                desk.forCustomer(ana).write(ticket, "I have ordered it once more: " + order);
                connection.commit();
                joined.committed();
            } finally {
                connection.rollback(); // of nothing, if it was committed
                connection.setAutoCommit(true);
            }
        }

        assertThat(shop.rows(ticket).orders()).isEqualTo(1);
        assertThat(shop.heard).extracting(TicketEvent::ticket).contains(ticket);
    }

    private void insertOrder(Connection connection, String order) throws SQLException {
        shop.order(connection, order);
    }

    @Test
    void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
        try (Connection connection = caller.connections().getConnection()) {
            assertThatThrownBy(() -> database.join(connection)).isInstanceOf(InvalidInputException.class);
        }
    }
}
