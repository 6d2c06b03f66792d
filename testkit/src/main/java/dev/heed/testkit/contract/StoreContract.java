package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        return change(before, command, NOON);
    }

    /** Lets this happen to a ticket at this instant. */
    final Ticket change(Ticket before, TicketCommand command, Instant at) {
        Ticket.Step step = before.decide(command, StoreFixtures.at(at));
        return change(before, step.events(), Optional.empty());
    }

    /** Adds these events to a ticket, lets it be due then, and gives it as it is then. */
    final Ticket change(Ticket before, List<TicketEvent> events, Optional<Instant> wakeAt) {
        Ticket after = before.apply(events);
        assertThat(store.commit(UnitOfWork.builder()
                        .change(after, events, before.version(), wakeAt)
                        .build()))
                .isEqualTo(CommitResult.COMMITTED);
        return after;
    }

    /** Commits one more ticket of the customer, opened as much later as it is. */
    final Ticket another(Customer of, long secondsLater) {
        List<TicketEvent> more = fixtures.opening(of, store.nextTicketNumber(), NOON.plusSeconds(secondsLater));
        store.commit(fixtures.unit(more, of).build());
        return Ticket.replay(more);
    }

    /** Commits a ticket that has just been opened. */
    final Ticket store(List<TicketEvent> opened, Customer of) {
        assertThat(store.commit(fixtures.unit(opened, of).build())).isEqualTo(CommitResult.COMMITTED);
        return Ticket.replay(opened);
    }

    final List<Ticket> list(TicketQuery query) {
        return store.list(query, MANY);
    }

    final CommitResult settle(OutboxEntry entry) {
        return store.commit(UnitOfWork.builder().settle(entry).build());
    }
}
