package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps to in timers and outgoing work; the first half of {@link TicketStoreContract}. */
abstract class WaitingWorkContract {
    static final int MANY = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);

    final StoreFixtures fixtures = new StoreFixtures();
    TicketStore store;
    Customer customer;
    List<TicketEvent> opening;
    Ticket ticket;

    @SuppressWarnings("NullAway.Init") // set before each test
    WaitingWorkContract() {}

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

    @Nested
    class Timers {
        @Test
        void aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved() {
            Timer timer = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON);
            store.commit(
                    fixtures.unit(opening, customer).timer(timer).timer(timer).build());

            assertThat(store.dueTimers(NOON.minusNanos(1), MANY)).isEmpty();
            assertThat(store.dueTimers(NOON, MANY)).containsExactly(timer);
            assertThat(store.dueTimers(NOON, MANY)).containsExactly(timer);
            assertThat(store.commit(UnitOfWork.builder().fired(timer).build())).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.dueTimers(NOON, MANY)).isEmpty();
        }

        @Test
        void aTimerFiresOnce() {
            Timer timer = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON);
            store.commit(fixtures.unit(opening, customer).timer(timer).build());
            store.commit(UnitOfWork.builder().fired(timer).build());

            assertThat(store.commit(UnitOfWork.builder().fired(timer).build())).isEqualTo(CommitResult.SUPERSEDED);
        }

        @Test
        void theEarliestComesFirstAndTheLimitIsKept() {
            Timer late = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON.plusSeconds(2));
            Timer early = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON.plusSeconds(1));
            store.commit(
                    fixtures.unit(opening, customer).timer(late).timer(early).build());

            assertThat(store.dueTimers(NOON.plusSeconds(5), MANY)).containsExactly(early, late);
            assertThat(store.dueTimers(NOON.plusSeconds(5), 1)).containsExactly(early);
        }
    }

    @Nested
    class Outbox {
        @Test
        void workIsClaimedWhenItIsDueAndByOneAtATime() {
            OutboxEntry entry = fixtures.outgoing(ticket.id(), NOON);
            store.commit(fixtures.unit(opening, customer).send(entry).build());

            assertThat(store.claimOutbox(NOON.minusNanos(1), LEASE, MANY)).isEmpty();
            assertThat(store.claimOutbox(NOON, LEASE, MANY)).singleElement().satisfies(claimed -> {
                assertThat(claimed.id()).isEqualTo(entry.id());
                assertThat(claimed.attempt()).isEqualTo(1);
                assertThat(claimed.doubtful()).isFalse();
            });
            assertThat(store.claimOutbox(NOON, LEASE, MANY)).isEmpty();
        }

        @Test
        void aClaimThatWasNeverSettledIsGivenOutAgainInDoubt() {
            store.commit(fixtures.unit(opening, customer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            store.claimOutbox(NOON, LEASE, MANY);

            assertThat(store.claimOutbox(NOON.plus(LEASE), LEASE, MANY))
                    .singleElement()
                    .satisfies(claimed -> {
                        assertThat(claimed.attempt()).isEqualTo(2);
                        assertThat(claimed.doubtful()).isTrue();
                    });
        }

        @Test
        void aSettlementOfAnOldClaimIsAConflict() {
            store.commit(fixtures.unit(opening, customer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            OutboxEntry first = store.claimOutbox(NOON, LEASE, MANY).get(0);
            OutboxEntry second =
                    store.claimOutbox(NOON.plus(LEASE), LEASE, MANY).get(0);

            assertThat(settle(first.sent())).isEqualTo(CommitResult.SUPERSEDED);
            assertThat(settle(second.sent())).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.findOutbox(first.id()).map(OutboxEntry::state)).contains(State.SENT);
        }

        @Test
        void whatIsSentIsNotGivenOutAgain() {
            store.commit(fixtures.unit(opening, customer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            settle(store.claimOutbox(NOON, LEASE, MANY).get(0).sent());

            assertThat(store.claimOutbox(NOON.plus(Duration.ofDays(400)), LEASE, MANY))
                    .isEmpty();
        }

        @Test
        void theMessagesOfOneTicketKeepTheirOrderAlsoWhenTheFirstIsTriedAgain() {
            OutboxEntry first = fixtures.outgoing(ticket.id(), NOON);
            OutboxEntry second = fixtures.outgoing(ticket.id(), NOON);
            store.commit(
                    fixtures.unit(opening, customer).send(first).send(second).build());

            OutboxEntry claimed = store.claimOutbox(NOON, LEASE, MANY).get(0);
            assertThat(claimed.id()).isEqualTo(first.id());
            settle(claimed.retry(NOON.plusSeconds(60), "busy"));
            assertThat(store.claimOutbox(NOON, LEASE, MANY)).isEmpty();
            OutboxEntry again =
                    store.claimOutbox(NOON.plusSeconds(60), LEASE, MANY).get(0);
            assertThat(again.id()).isEqualTo(first.id());
            settle(again.sent());
            assertThat(store.claimOutbox(NOON.plusSeconds(60), LEASE, MANY))
                    .singleElement()
                    .satisfies(next -> assertThat(next.id()).isEqualTo(second.id()));
        }

        @Test
        void oneTicketDoesNotHoldUpAnother() {
            Customer other = fixtures.customer();
            List<TicketEvent> second = fixtures.opening(other, store.nextTicketNumber(), NOON);
            OutboxEntry late = fixtures.outgoing(ticket.id(), NOON.plusSeconds(60));
            OutboxEntry due = fixtures.outgoing(Ticket.replay(second).id(), NOON);
            store.commit(fixtures.unit(opening, customer).send(late).build());
            store.commit(fixtures.unit(second, other).send(due).build());

            assertThat(store.claimOutbox(NOON, LEASE, MANY))
                    .singleElement()
                    .satisfies(claimed -> assertThat(claimed.id()).isEqualTo(due.id()));
        }

        @Test
        void whatIsGivenUpIsListedAndCanBeSentAgain() {
            OutboxEntry first = fixtures.outgoing(ticket.id(), NOON);
            OutboxEntry second = fixtures.outgoing(ticket.id(), NOON);
            store.commit(
                    fixtures.unit(opening, customer).send(first).send(second).build());
            settle(store.claimOutbox(NOON, LEASE, MANY).get(0).givenUp(State.DEAD, "no such mailbox"));

            assertThat(store.deadLetters()).singleElement().satisfies(dead -> {
                assertThat(dead.id()).isEqualTo(first.id());
                assertThat(dead.reason()).contains("no such mailbox");
            });
            assertThat(store.claimOutbox(NOON, LEASE, MANY)).singleElement().satisfies(next -> {
                assertThat(next.id()).isEqualTo(second.id());
                settle(next.sent());
            });
            settle(store.deadLetters().get(0).redriven(NOON));
            assertThat(store.deadLetters()).isEmpty();
            assertThat(store.claimOutbox(NOON, LEASE, MANY))
                    .singleElement()
                    .satisfies(again -> assertThat(again.id()).isEqualTo(first.id()));
        }

        private CommitResult settle(OutboxEntry entry) {
            return store.commit(UnitOfWork.builder().settle(entry).build());
        }
    }
}
