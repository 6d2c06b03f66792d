package dev.heed.jdbc.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.linear.Operation.What;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.message.Note;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a ticket sees at least what was acknowledged before, on whatever node; of two who write one is refused. */
@Timeout(120)
class LinearizabilityTest {
    private static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private static final long SEED = Long.getLong("heed.linearSeed", 1);
    private static final int OPERATIONS = Integer.getInteger("heed.linearOperations", 120);
    private static final int NODES = 3;
    private static final int THREADS = 2;
    private static final int TICKETS = 2;

    private record Checked(List<Operation> operations, List<String> violations) {}

    private static Checked check(List<TicketStore> nodes, UnaryOperator<TicketStore> fault) {
        List<TicketId> tickets = tickets(nodes.get(0));
        long first = nodes.get(0).findTicket(tickets.get(0)).orElseThrow().version();
        RandomHistory history = new RandomHistory(tickets);
        List<TicketStore> asked = nodes.stream().map(fault).toList();
        List<Operation> operations = history.run(asked, THREADS, OPERATIONS, SEED);
        List<String> violations = new ArrayList<>(Linearizability.violations(operations, first));
        for (int i = 0; i < TICKETS; i++) {
            int which = i;
            List<String> written = operations.stream()
                    .filter(one -> one.ticket() == which && one.what() == What.COMMITTED)
                    .sorted(Comparator.comparing(Operation::version))
                    .map(Operation::note)
                    .toList();
            nodes.forEach(node -> {
                if (!notes(node, tickets.get(which)).equals(written)) {
                    violations.add("What was acknowledged is not what is there");
                }
            });
        }
        return new Checked(operations, violations);
    }

    private static List<TicketId> tickets(TicketStore store) {
        FakeChannel mail = FakeChannel.named("email");
        Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(mail)
                .clock(VirtualClock.at("2026-03-02T09:00:00Z"))
                .store(store)
                .build();
        for (int i = 0; i < TICKETS; i++) {
            mail.receive("customer" + i + "@example.com", "Where is my parcel?");
        }
        desk.runDue();
        return desk.as(MARIA).queue(TICKETS).stream().map(Ticket::id).toList();
    }

    private static List<String> notes(TicketStore store, TicketId ticket) {
        return store.findTicket(ticket).orElseThrow().notes().stream()
                .map(Note::text)
                .toList();
    }

    private static void isLinearizable(Checked checked) {
        assertThat(checked.violations).isEmpty();
        assertThat(checked.operations).extracting(Operation::what).contains(What.values());
    }

    private static List<TicketStore> nodes(HikariDataSource pool, int cached) {
        List<TicketStore> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            HeedDatabase database =
                    HeedDatabase.builder(pool).cachedTickets(cached).build();
            database.migrate();
            nodes.add(database.store("acme"));
        }
        return nodes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void whatNodesOnPostgresAnswerCouldHaveHappenedOneAfterAnother(int cached) {
        try (HikariDataSource pool = TestDatabase.postgres().pool()) {
            isLinearizable(check(nodes(pool, cached), UnaryOperator.identity()));
        }
    }

    @Test
    void whatNodesOnH2AnswerCouldHaveHappenedOneAfterAnother() {
        try (HikariDataSource pool = TestDatabase.h2().pool()) {
            isLinearizable(check(nodes(pool, 1000), UnaryOperator.identity()));
        }
    }

    @Test
    void whatNodesOnMariaDbAnswerCouldHaveHappenedOneAfterAnother() {
        try (HikariDataSource pool = TestDatabase.maria().pool()) {
            isLinearizable(check(nodes(pool, 1000), UnaryOperator.identity()));
        }
    }

    @Test
    void whatTheStoreInMemoryAnswersCouldHaveHappenedOneAfterAnother() {
        TicketStore store = new InMemoryTicketStore();

        isLinearizable(check(List.of(store, store, store), UnaryOperator.identity()));
    }

    @Test
    void aStoreThatReadsStaleIsFoundOut() {
        try (HikariDataSource pool = TestDatabase.h2().pool()) {
            assertThat(check(nodes(pool, 1000), FaultyStores::readingStale).violations)
                    .anyMatch(violation -> violation.startsWith("It is older than"));
        }
    }

    @Test
    void aStoreThatDoesNotLookAtVersionsIsFoundOut() {
        try (HikariDataSource pool = TestDatabase.h2().pool()) {
            assertThat(check(nodes(pool, 1000), FaultyStores::withoutLookingAtVersions).violations)
                    .anyMatch(violation -> violation.startsWith("Two commits"))
                    .contains("What was acknowledged is not what is there");
        }
    }
}
