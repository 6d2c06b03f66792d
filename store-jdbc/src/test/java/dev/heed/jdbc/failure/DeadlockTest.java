package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.JoinedCaller;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction of the shop's and one of the desk's lock two tickets in opposite orders, and PostgreSQL ends that of the desk. */
class DeadlockTest {
    private final AtomicInteger attempts = new AtomicInteger();
    private JoinedCaller caller;
    private ShopWithDesk shop;
    private List<TicketId> tickets;

    @BeforeEach
    void twoTickets() throws SQLException {
        TestDatabase where = TestDatabase.postgres();
        caller = new JoinedCaller(where, where.pool());
        shop = new ShopWithDesk(caller);
        tickets = Stream.of("ana@example.com", "ben@example.com")
                .map(shop::ticketOf)
                .sorted(Comparator.comparing(TicketId::value))
                .toList();
        caller.connections().tell(sql -> {
            if (sql.contains("update heed_ticket")) {
                attempts.incrementAndGet();
            }
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private UnitOfWork both() {
        UnitOfWork.Builder unit = UnitOfWork.builder().document(StoredDocument.of("draft", "1", "", "words"));
        for (TicketId id : tickets) {
            Ticket ticket = shop.store.findTicket(id).orElseThrow();
            unit.change(ticket, List.of(), ticket.version(), Optional.empty());
        }
        return unit.build();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void lock(Connection connection, TicketId ticket) throws SQLException {
        execute(connection, "select id from heed_ticket where id = '" + ticket.value() + "' for update");
    }

    private void awaitSomebodyWaiting() throws SQLException {
        try (Connection connection = caller.where().connect()) {
            boolean waits = false;
            while (!waits) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select count(*) > 0 from pg_stat_activity where"
                                + " datname = current_database() and wait_event_type = 'Lock'")) {
                    row.next();
                    waits = row.getBoolean(1);
                }
            }
        }
    }

    /** The other one is patient, so that it is the desk's transaction that finds the deadlock and is ended. */
    private void blockedBy(CompletableFuture<?> desk, Connection other) throws SQLException {
        awaitSomebodyWaiting();
        assertThat(desk).isNotDone();
        lock(other, tickets.get(0));
        other.rollback();
    }

    private Connection holdingTheSecond() throws SQLException {
        Connection other = caller.where().connect();
        execute(other, "set deadlock_timeout = '60s'");
        other.setAutoCommit(false);
        lock(other, tickets.get(1));
        return other;
    }

    @Test
    void aTransactionOfTheDesksOwnIsTriedAgainAndSucceeds() throws Exception {
        UnitOfWork unit = both();
        try (Connection other = holdingTheSecond()) {
            CompletableFuture<CommitResult> desk = CompletableFuture.supplyAsync(() -> shop.store.commit(unit));
            blockedBy(desk, other);

            assertThat(desk.get()).isEqualTo(CommitResult.COMMITTED);
        }
        assertThat(attempts).hasValueGreaterThanOrEqualTo(2);
        assertThat(shop.store.findDocument("draft", "1")).isPresent();
    }

    @Test
    void inTheShopsTransactionItIsRefusedOnceAndNothingOfItStays() throws Exception {
        UnitOfWork unit = both();
        try (Connection other = holdingTheSecond()) {
            CompletableFuture<Void> desk = CompletableFuture.runAsync(() -> inTransaction(unit));
            blockedBy(desk, other);
            desk.get();
        }
        assertThat(attempts).hasValueLessThanOrEqualTo(2); // one for each ticket
        assertThat(shop.store.findDocument("draft", "1")).isEmpty();
        assertThat(shop.rows(tickets.get(0)).orders()).isEqualTo(1);
    }

    private void inTransaction(UnitOfWork unit) {
        try {
            caller.commit(connection -> {
                shop.order(connection, "A-1");
                assertThatThrownBy(() -> shop.store.commit(unit))
                        .isInstanceOfSatisfying(StoreException.class, refused -> {
                            assertThat(refused.kind()).isEqualTo(StoreException.Kind.ROLLED_BACK);
                            assertThat(refused.mayBeWritten()).isFalse();
                        });
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
