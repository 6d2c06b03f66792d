package dev.heed.jdbc.tx;

import static dev.heed.jdbc.tx.ShopWithDesk.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.jdbc.tx.ShopWithDesk.Rows;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop with a ticket of Ana's, and how it is seen from outside whether all of a transaction is there, or nothing. */
public abstract class ShopInTransactions {
    Caller caller;
    ShopWithDesk shop;
    TicketId ticket;
    Rows before;

    /** A shop with a new database. */
    protected abstract Caller newCaller() throws Exception;

    @BeforeEach
    void aCustomerHasWritten() throws Exception {
        caller = newCaller();
        shop = new ShopWithDesk(caller);
        ticket = shop.ticketOf("ana@example.com");
        before = shop.rows(ticket);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    void orderAndTalk(Connection connection, String order) throws Exception {
        shop.order(connection, order);
        shop.talk(ticket, "It has not come, for order " + order);
    }

    void assertNothingIsThere() throws Exception {
        assertThat(shop.rows(ticket)).isEqualTo(before);
        assertThat(shop.heard).isEmpty();
        assertThat(shop.desk.runDue().sent()).isZero();
    }

    void assertAllIsThere() throws Exception {
        Rows after = shop.rows(ticket);
        assertThat(after.orders()).isEqualTo(before.orders() + 1);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.events()).isEqualTo(after.version());
        assertThat(after.wake()).isNotEqualTo(before.wake());
        assertThat(after.outgoing()).isEqualTo(before.outgoing() + 1);
        assertThat(shop.desk.as(MARIA).history(ticket)).hasSize((int) after.version());
    }
}
