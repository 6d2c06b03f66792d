package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.JoinedCaller;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.ShopWithDesk.Rows;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else has locked the row of a ticket for longer than the database lets others wait. */
class TimeOutTest {
    private final List<String> written = new CopyOnWriteArrayList<>();
    private JoinedCaller caller;
    private ShopWithDesk shop;
    private TicketId ticket;
    private Rows before;

    private enum Limit {
        LOCKS_ON_POSTGRES("set lock_timeout = '200ms'", "55P03"),
        STATEMENTS_ON_POSTGRES("set statement_timeout = '200ms'", "57014"),
        LOCKS_ON_H2("", "HYT00");

        private final String sql;
        private final String state;

        Limit(String sql, String state) {
            this.sql = sql;
            this.state = state;
        }
    }

    private void open(Limit limit) throws SQLException {
        TestDatabase where = limit == Limit.LOCKS_ON_H2 ? TestDatabase.h2(200) : TestDatabase.postgres();
        caller = new JoinedCaller(where, where.pool(config -> {
            if (!limit.sql.isEmpty()) {
                config.setConnectionInitSql(limit.sql);
            }
        }));
        shop = new ShopWithDesk(caller);
        ticket = shop.ticketOf("ana@example.com");
        before = shop.rows(ticket);
        caller.connections().tell(sql -> {
            if (sql.contains("update heed_ticket")) {
                written.add(sql);
            }
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Connection lock() throws SQLException {
        Connection other = caller.where().connect();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("select id from heed_ticket where id = '" + ticket.value() + "' for update");
        }
        return other;
    }

    private void isRefused(Limit limit) {
        assertThatThrownBy(() -> shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, "Is it blue?"))
                .isInstanceOfSatisfying(StoreException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(StoreException.Kind.TIMED_OUT);
                    assertThat(refused.mayBeWritten()).isFalse();
                    assertThat(refused).hasMessageContaining("SQLState " + limit.state);
                });
        assertThat(written).as("attempts").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsForTooLongIsRefusedOnceAndSucceedsWhenTheRowIsFree(Limit limit) throws SQLException {
        open(limit);
        try (Connection other = lock()) {
            isRefused(limit);
            assertThat(shop.rows(ticket)).isEqualTo(before);
            other.rollback();
        }

        shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, "Is it blue?");

        assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void inTheShopsTransactionItIsRefusedOnceAndTheTransactionGoesOn(Limit limit) throws Exception {
        open(limit);
        TicketId free = shop.ticketOf("ben@example.com");
        written.clear();
        try (Connection other = lock()) {
            caller.commit(connection -> {
                shop.order(connection, "A-1");
                isRefused(limit);
                shop.desk.as(ShopWithDesk.MARIA).notes().add(free, "Is it red?");
            });
            other.rollback();
        }

        assertThat(shop.rows(ticket).orders()).isEqualTo(1);
        assertThat(shop.rows(ticket).version()).isEqualTo(before.version());
        assertThat(shop.desk.as(ShopWithDesk.MARIA).getTicket(free).notes()).hasSize(1);
    }
}
