package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of tickets that have been closed for long. */
class ArchiveTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final int MANY = 1000;

    private final HikariDataSource pool = Postgres.newDatabase();
    private final HeedDatabase database = HeedDatabase.builder(pool).build();
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final FakeChannel mail = FakeChannel.named("email");
    private Helpdesk desk;

    @BeforeEach
    void openADesk() {
        database.migrate();
        desk = desk();
    }

    private Helpdesk desk() {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(clock)
                .store(database.store("acme"))
                .build();
    }

    @AfterEach
    void end() {
        desk.close();
        pool.close();
    }

    private TicketId closedTicket(String customer) {
        mail.receive(customer, "Where is my parcel?");
        desk.runDue();
        AgentDesk maria = desk.as(MARIA);
        TicketId id = maria.queue(1).get(0).id();
        Ticket ticket = maria.getTicket(id);
        maria.proposeSolution(id, "It left this morning.");
        desk.runDue();
        desk.forCustomer(ticket.customer()).confirmSolved(id);
        clock.advance(Duration.ofDays(1));
        desk.runDue();
        assertThat(maria.getTicket(id).status()).isEqualTo(TicketStatus.CLOSED);
        return id;
    }

    private Instant now() {
        return clock.instant();
    }

    private long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from heed_" + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void whatHappenedToItIsOneRowAndItsLettersAreGone() throws SQLException {
        TicketId id = closedTicket("ana@example.com");
        TicketStore store = database.store("acme");
        var history = store.history(id);
        assertThat(count("outbox")).isPositive();

        assertThat(database.archive("acme", now(), MANY)).isEqualTo(1);

        assertThat(count("history")).isZero();
        assertThat(count("outbox")).isZero();
        assertThat(count("archive")).isEqualTo(1);
        assertThat(HeedDatabase.builder(pool).build().store("acme").history(id)).isEqualTo(history);
        assertThat(store.history(id)).isEqualTo(history);
        assertThat(database.archive("acme", now(), MANY)).isZero();
    }

    @Test
    void onlyTicketsThatWereClosedBeforeThatDayAreArchivedAndNoMoreThanWereAskedFor() {
        closedTicket("ana@example.com");
        Instant first = now();
        closedTicket("ben@example.com");
        closedTicket("eva@example.com");
        mail.receive("joe@example.com", "This one is open.");
        desk.runDue();

        assertThat(database.archive("acme", first, MANY)).isEqualTo(1);
        assertThat(database.archive("other", now(), MANY)).isZero();
        assertThat(database.archive("acme", now(), 1)).isEqualTo(1);
        assertThat(database.archive("acme", now(), MANY)).isEqualTo(1);
    }

    @Test
    void whatIsAddedToItLaterStandsBehindWhatWasArchived() throws SQLException {
        TicketId id = closedTicket("ana@example.com");
        int before = desk.as(MARIA).getTicket(id).messages().size();
        database.archive("acme", now(), MANY);
        desk.close();
        desk = desk();

        desk.as(MARIA).notes().add(id, "She called once more.");

        assertThat(desk.as(MARIA).getTicket(id).messages()).hasSize(before);
        assertThat(desk.as(MARIA).getTicket(id).notes()).hasSize(1);
        assertThat(database.archive("acme", now().plusSeconds(1), MANY)).isEqualTo(1);
        assertThat(count("history")).isZero();
        assertThat(desk.as(MARIA).getTicket(id).notes()).hasSize(1);
    }

    @Test
    void whoIsForgottenIsInNoArchive() throws SQLException {
        TicketId id = closedTicket("canary-4711@example.com");
        database.archive("acme", now(), MANY);

        var customer = desk.backoffice()
                .findCustomer(EmailAddress.of("canary-4711@example.com"))
                .orElseThrow();
        desk.backoffice().privacy().erase(customer.id(), "Asked by mail.");

        assertThat(count("archive")).isZero();
        assertThat(count("history")).isPositive();
        assertThat(database.archive("acme", now().plusSeconds(1), MANY)).isEqualTo(1);
        Archive archive =
                new Archive(new Db(TxGateway.of(pool), new PostgresDialect(), new Naming("heed_")), Scope.of("acme"));
        assertThat(archive.find(List.of(id.value())).values())
                .singleElement()
                .matches(beginning -> !beginning.json().contains("canary"));
    }

    @Test
    void aTicketThatSomebodyElseIsAtWorkOnIsLeftOut() throws SQLException {
        TicketId id = closedTicket("ana@example.com");
        try (Connection other = pool.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from heed_ticket where id = '" + id.value() + "' for update");

            assertThat(database.archive("acme", now(), MANY)).isZero();

            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(database.archive("acme", now(), MANY)).isEqualTo(1);
    }

    @Test
    void aHistoryThatIsNotWholeIsNotArchived() throws SQLException {
        closedTicket("ana@example.com");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from heed_history where first = 1");
        }

        assertThatThrownBy(() -> database.archive("acme", now(), MANY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("bring its history back");
        assertThat(count("archive")).isZero();
    }

    @Test
    void noneIsAskedForByMistake() {
        assertThatThrownBy(() -> database.archive("acme", now(), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("At most 0 tickets");
    }
}
