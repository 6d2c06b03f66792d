package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.error.StoreException;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes and several shops on one database. */
abstract class ManyNodes {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final int TICKETS = 10;
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private HikariDataSource pool;
    private HeedDatabase database;
    private Instant later;

    @SuppressWarnings("NullAway.Init") // set before each test
    ManyNodes() {}

    abstract DatabaseKind kind();

    @BeforeEach
    void ticketsOnWhichSomethingIsDue() {
        pool = kind().pool();
        database = HeedDatabase.builder(pool).build();
        database.migrate();
        FakeChannel mail = FakeChannel.named("email");
        try (Helpdesk desk = desk("acme", mail)) {
            for (int i = 0; i < TICKETS; i++) {
                mail.receive("ana" + i + "@example.com", "Where is my parcel?");
            }
            desk.runDue();
        }
        later = clock.instant().plus(Duration.ofDays(2));
    }

    @AfterEach
    void end() {
        pool.close();
    }

    private Helpdesk desk(String shop, FakeChannel mail) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(clock)
                .store(database.store(shop))
                .build();
    }

    @Test
    void twoNodesNeverLookAtOneTicket() {
        TicketStore one = database.store("acme");
        TicketStore other = database.store("acme");
        Set<Long> seen = new HashSet<>();

        int first = one.lookAtDue(later, 4, mine -> {
            mine.forEach(ticket -> seen.add(ticket.number()));
            int second = inAnotherThread(() -> other.lookAtDue(
                    later,
                    TICKETS,
                    theirs -> theirs.forEach(
                            ticket -> assertThat(seen.add(ticket.number())).isTrue())));
            assertThat(second).isEqualTo(TICKETS - 4);
        });

        assertThat(first).isEqualTo(4);
        assertThat(seen).hasSize(TICKETS);
    }

    private static int inAnotherThread(java.util.function.IntSupplier work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work::getAsInt)
                .join();
    }

    @Test
    void whatIsDecidedIsWrittenTogetherAndSeenByWhoDecides() {
        TicketStore store = database.store("acme");
        List<String> told = new ArrayList<>();

        store.lookAtDue(later, TICKETS, due -> {
            for (Ticket ticket : due) {
                assertThat(store.commit(wakeNever(ticket))).isEqualTo(dev.heed.spi.store.CommitResult.COMMITTED);
                store.afterCommit(() -> told.add("told"));
            }
            assertThat(store.list(new TicketQuery.Due(later), TICKETS)).isEmpty();
            assertThat(told).isEmpty();
        });

        assertThat(told).hasSize(TICKETS);
        assertThat(database.store("acme").list(new TicketQuery.Due(later), TICKETS))
                .isEmpty();
    }

    @Test
    void ifSomethingBreaksNothingIsWrittenAndAllIsStillDue() {
        TicketStore store = database.store("acme");
        List<String> told = new ArrayList<>();

        assertThatThrownBy(() -> store.lookAtDue(later, TICKETS, due -> {
                    due.forEach(ticket -> store.commit(wakeNever(ticket)));
                    store.afterCommit(() -> told.add("told"));
                    throw new IllegalStateException("The node breaks.");
                }))
                .hasMessage("The node breaks.");

        assertThat(told).isEmpty();
        assertThat(store.list(new TicketQuery.Due(later), TICKETS)).hasSize(TICKETS);
    }

    private static UnitOfWork wakeNever(Ticket ticket) {
        return UnitOfWork.builder()
                .change(ticket, List.of(), ticket.version(), Optional.empty())
                .build();
    }

    @Test
    void lettersOfTicketsThatAreDueTogetherAllLeave() {
        FakeChannel mail = FakeChannel.named("email");
        try (Helpdesk desk = desk("acme", mail)) {
            for (Ticket ticket : desk.as(MARIA).queue(TICKETS)) {
                desk.as(MARIA).getTicket(ticket.id());
                desk.as(MARIA).proposeSolution(ticket.id(), "It left this morning.");
            }
            desk.runDue();
            int before = mail.sent().size();
            for (int day = 0; day < 30; day++) {
                clock.advance(Duration.ofDays(1));
                desk.runDue();
            }

            assertThat(mail.sent().size() - before).isGreaterThanOrEqualTo(TICKETS);
            assertThat(database.health("acme", clock.instant()).outboxDue()).isZero();
        }
    }

    @Test
    void twoShopsSeeNothingOfEachOther() {
        FakeChannel mail = FakeChannel.named("email");
        try (Helpdesk other = desk("zenith", mail)) {
            mail.receive("ana0@example.com", "Another shop's business");
            other.runDue();

            List<Ticket> theirs = other.as(MARIA).queue(TICKETS);
            assertThat(theirs).hasSize(1);
            assertThat(database.store("acme").findTicket(theirs.get(0).id())).isEmpty();
            assertThat(database.store("acme").findCustomer(theirs.get(0).customer()))
                    .isEmpty();
        }
    }

    @Test
    void aRoutedShopIsOnItsOwnDatabaseAndOnNoOther() {
        try (HikariDataSource second = kind().pool()) {
            HeedDatabase south = HeedDatabase.builder(second).build();
            ShopRouter router = ShopRouter.of(
                    java.util.Map.of("north", database, "south", south),
                    shop -> shop.startsWith("s") ? "south" : "north");
            router.migrate();

            assertThat(router.store("acme").list(new TicketQuery.Due(later), TICKETS))
                    .hasSize(TICKETS);
            assertThat(router.store("solar").nextTicketNumber()).isPositive();
            assertThat(database.has("solar")).isFalse();
            ShopRouter moved = ShopRouter.of(java.util.Map.of("north", database, "south", south), shop -> "south");
            assertThatThrownBy(() -> moved.store("acme"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("its rows are on “north”");
        }
    }

    @Test
    void howTheStoreStandsIsSaid() {
        StoreHealth health = database.health("acme", later);

        assertThat(health.ticketsDue()).isEqualTo(TICKETS);
        assertThat(health.ticketLag()).isPositive();
        assertThat(health.deadLetters()).isZero();
        assertThat(database.sizes()).hasEntrySatisfying("heed_ticket", size -> {
            assertThat(size.rows()).isEqualTo(TICKETS);
            assertThat(size.bytes()).isPositive();
        });
    }

    @Test
    void theClockIsThatOfTheDatabaseAndNeverGoesBack() {
        Instant[] own = {Instant.parse("2020-01-01T00:00:00Z")};
        java.time.InstantSource shared = database.clock(() -> own[0]);

        Instant first = shared.instant();
        own[0] = own[0].plusSeconds(10);
        Instant second = shared.instant();
        own[0] = own[0].minusSeconds(5);

        assertThat(first).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(Duration.between(first, second)).isEqualTo(Duration.ofSeconds(10));
        assertThat(shared.instant()).isEqualTo(second);
    }
}
