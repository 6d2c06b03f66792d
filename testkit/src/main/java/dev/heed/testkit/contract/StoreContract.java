package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The hook of {@link TicketStoreContract}, and what its parts have in common. */
abstract class StoreContract {
    static final int MANY = 100;
    static final Duration LEASE = Duration.ofMinutes(5);

    final StoreFixtures fixtures = new StoreFixtures();
    TicketStore store;
    Customer customer;
    List<TicketEvent> opening;
    Ticket ticket;

    @SuppressWarnings("NullAway.Init") // set before each test
    StoreContract() {}

    /** A fresh store with nothing in it. */
    protected abstract TicketStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
        customer = fixtures.customer();
        opening = fixtures.opening(customer, store.nextTicketNumber(), NOON);
        ticket = Ticket.replay(opening);
    }

    @AfterEach
    void close() {
        store.close();
    }

    final CommitResult commitOpening() {
        return store.commit(fixtures.unit(opening, customer).build());
    }

    /** Lets this happen to a ticket, and gives it as it is then. */
    final Ticket change(Ticket before, TicketCommand command) {
        List<TicketEvent> events = before.decide(command, NOON);
        Ticket after = before.apply(events);
        assertThat(store.commit(UnitOfWork.builder()
                        .change(after, events, before.version())
                        .build()))
                .isEqualTo(CommitResult.COMMITTED);
        return after;
    }

    final CommitResult settle(OutboxEntry entry) {
        return store.commit(UnitOfWork.builder().settle(entry).build());
    }
}
