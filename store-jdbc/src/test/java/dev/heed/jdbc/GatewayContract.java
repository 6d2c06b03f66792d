package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.Shop;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds however transactions are begun: the row of the shop and what Heed writes are there together or not at all, and
 * the shop's connection is as it was.
 */
abstract class GatewayContract {
    static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final FakeChannel mail = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final List<TicketEvent> told = new ArrayList<>();
    HikariDataSource pool;
    HeedDatabase database;
    private TicketStore store;
    private Helpdesk desk;
    private TicketId ticket;

    @SuppressWarnings("NullAway.Init") // set before each test
    GatewayContract() {}

    /** What the shop does in its own transaction. */
    interface ShopWork {
        void run(Connection connection) throws Exception;
    }

    /** How the shop's transaction ends. */
    enum Ending {
        COMMIT,
        ROLLBACK
    }

    /** Called once, before anything else. */
    abstract TxGateway gateway(DataSource dataSource);

    /** A transaction of the shop's, in which its connection is at hand; what the work throws comes out after a rollback. */
    abstract void inTransaction(Ending ending, ShopWork work) throws Exception;

    @BeforeEach
    void aTicketIsThere() throws Exception {
        pool = Postgres.newDatabase();
        execute("create table shop_order (id int)");
        database = HeedDatabase.builder(pool).gateway(gateway(pool)).build();
        database.migrate();
        store = database.store("acme");
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(clock)
                .store(store)
                .build();
        mail.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        ticket = desk.as(MARIA).queue(1).get(0).id();
        desk.as(MARIA).getTicket(ticket);
        desk.on(TicketEvent.class, told::add);
    }

    @AfterEach
    void end() {
        desk.close();
        pool.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void order(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into shop_order values (1)");
        }
    }

    private void reply() {
        desk.as(MARIA).reply(ticket, "It left this morning.");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The order, the answer in the history, on its way out, and in the ticket's row. */
    private void isThere(boolean there) throws SQLException {
        assertThat(count("select count(*) from shop_order")).isEqualTo(there ? 1 : 0);
        assertThat(count("select count(*) from heed_history where body like '%left this morning%'"))
                .isEqualTo(there ? 1 : 0);
        assertThat(count("select count(*) from heed_outbox where body like '%left this morning%'"))
                .isEqualTo(there ? 1 : 0);
        assertThat(count("select count(*) from heed_ticket where owner is not null"))
                .isEqualTo(there ? 1 : 0);
        assertThat(desk.as(MARIA).getTicket(ticket).messages()).hasSize(there ? 3 : 2);
        assertThat(told.isEmpty()).isEqualTo(!there);
    }

    @Test
    void whatTheShopCommitsIsThereWithTheAnswer() throws Exception {
        inTransaction(Ending.COMMIT, connection -> {
            order(connection);
            reply();
            assertThat(told).isEmpty();
        });

        isThere(true);
        desk.runDue();
        assertThat(mail.lastSent().content().text()).contains("left this morning");
    }

    @Test
    void whatTheShopRollsBackWasNever() throws Exception {
        inTransaction(Ending.ROLLBACK, connection -> {
            order(connection);
            reply();
            assertThat(desk.as(MARIA).getTicket(ticket).messages()).hasSize(3);
        });

        isThere(false);
    }

    @Test
    void ifTheShopFailsAfterTheAnswerNeitherIsThere() throws Exception {
        assertThatThrownBy(() -> inTransaction(Ending.COMMIT, connection -> {
                    reply();
                    order(connection);
                    throw new IllegalStateException("The shop fails.");
                }))
                .hasStackTraceContaining("The shop fails.");

        isThere(false);
    }

    @Test
    void whatTheShopRollsBackToASavepointWasNever() throws Exception {
        inTransaction(Ending.COMMIT, connection -> {
            Savepoint before = savepoint(connection);
            reply();
            if (before == null) {
                return;
            }
            connection.rollback(before);
            order(connection);
        });

        assertThat(count("select count(*) from heed_outbox where body like '%left this morning%'"))
                .isLessThanOrEqualTo(1);
        assertThat(count("select count(*) from heed_history where body like '%left this morning%'"))
                .isEqualTo(count("select count(*) from heed_outbox where body like '%left this morning%'"));
    }

    /** Null where the kind of transaction knows none. */
    @org.jspecify.annotations.Nullable
    Savepoint savepoint(Connection connection) throws SQLException {
        return connection.setSavepoint();
    }

    @Test
    void aUnitThatIsRefusedLeavesTheTransactionAsItWas() throws Exception {
        store.commit(UnitOfWork.builder()
                .document(StoredDocument.of("draft", "1", "", "words"))
                .build());

        inTransaction(Ending.COMMIT, connection -> {
            order(connection);
            assertThat(store.commit(UnitOfWork.builder()
                            .customer(Customer.builder("c-1").name("Bo").build())
                            .document(StoredDocument.of("draft", "1", "", "other words"))
                            .build()))
                    .isEqualTo(CommitResult.CONFLICT);
            order(connection);
        });

        assertThat(count("select count(*) from shop_order")).isEqualTo(2);
        assertThat(store.findCustomer(dev.heed.people.CustomerId.of("c-1"))).isEmpty();
    }

    @Test
    void aWorkerClaimsInATransactionOfItsOwn() throws Exception {
        inTransaction(Ending.ROLLBACK, connection -> {
            order(connection);
            reply();
            assertThat(store.claimOutbox(clock.instant().plus(Duration.ofDays(1)), Duration.ofMinutes(5), 10))
                    .isEmpty();
        });
    }

    @Test
    void theConnectionIsGivenBackAsItWas() throws Exception {
        inTransaction(Ending.COMMIT, connection -> {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            reply();
            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            order(connection);
        });

        isThere(true);
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void noRoundIsWorkedInATransactionOfTheShop() throws Exception {
        inTransaction(Ending.ROLLBACK, connection -> {
            order(connection);
            assertThatThrownBy(() -> desk.runDue())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A transaction is open on this thread");
        });
    }

    @Test
    void whatAListenerWritesAfterTheCommitIsThere() throws Exception {
        desk.on(
                dev.heed.ticket.ConversationEvent.Answered.class,
                event -> desk.as(MARIA).notes().add(ticket, "Told of it."));

        inTransaction(Ending.COMMIT, connection -> {
            order(connection);
            reply();
        });

        assertThat(desk.as(MARIA).getTicket(ticket).notes()).hasSize(1);
        assertThat(count("select count(*) from heed_history where body like '%Told of it.%'"))
                .isEqualTo(1);
    }

    @Test
    void whoWaitsForARowOfTheShopsTransactionHoldsUpNobodyElse() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        inTransaction(Ending.COMMIT, connection -> {
            order(connection);
            reply();
            for (int i = 0; i < 2; i++) {
                Thread other = new Thread(() -> desk.as(MARIA).notes().add(ticket, "Somebody else writes."));
                other.start();
                waiting.add(other);
            }
            while (count("select count(*) from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            desk.as(MARIA).notes().add(ticket, "And the shop's own thread once more.");
        });
        for (Thread other : waiting) {
            other.join();
        }

        assertThat(desk.as(MARIA).getTicket(ticket).notes()).hasSize(3);
    }

    @Test
    void outsideOfATransactionHeedBeginsItsOwn() throws Exception {
        reply();
        execute("insert into shop_order values (1)");

        isThere(true);
    }
}
