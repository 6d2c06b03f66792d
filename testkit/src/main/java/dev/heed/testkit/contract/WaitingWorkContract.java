package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps to in outgoing work; a part of {@link TicketStoreContract}. */
abstract class WaitingWorkContract extends ApprovalQueriesContract {
    WaitingWorkContract() {}

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
        void workThatBelongsToNoTicketIsGivenOutAndSettled() {
            OutboxEntry any = fixtures.outgoing(ticket.id(), NOON);
            OutboxEntry entry = OutboxEntry.withoutTicket(any.id(), any.message(), NOON);
            store.commit(UnitOfWork.builder().send(entry).build());

            assertThat(store.claimOutbox(NOON, LEASE, MANY)).singleElement().satisfies(claimed -> {
                assertThat(claimed.isWithoutTicket()).isTrue();
                assertThat(settle(claimed.sent())).isEqualTo(CommitResult.COMMITTED);
            });
            assertThat(store.findOutbox(entry.id()).map(OutboxEntry::state)).contains(State.SENT);
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
        void aSettlementWrittenTwiceIsSuperseded() {
            store.commit(fixtures.unit(opening, customer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            OutboxEntry claimed = store.claimOutbox(NOON, LEASE, MANY).get(0);

            assertThat(settle(claimed.sent())).isEqualTo(CommitResult.COMMITTED);
            assertThat(settle(claimed.sent())).isEqualTo(CommitResult.SUPERSEDED);
        }

        @Test
        void aSettlementOfAnOldClaimIsSuperseded() {
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

            assertThat(store.deadLetters(MANY)).singleElement().satisfies(dead -> {
                assertThat(dead.id()).isEqualTo(first.id());
                assertThat(dead.reason()).contains("no such mailbox");
            });
            assertThat(store.claimOutbox(NOON, LEASE, MANY)).singleElement().satisfies(next -> {
                assertThat(next.id()).isEqualTo(second.id());
                settle(next.sent());
            });
            settle(store.deadLetters(MANY).get(0).redriven(NOON));
            assertThat(store.deadLetters(MANY)).isEmpty();
            assertThat(store.claimOutbox(NOON, LEASE, MANY))
                    .singleElement()
                    .satisfies(again -> assertThat(again.id()).isEqualTo(first.id()));
        }

        @Test
        void deadLettersComeInTheOrderInWhichTheyWereGivenUp() {
            List<OutboxEntry> entries = onTicketsOfTheirOwn(NOON, NOON, NOON);
            store.claimOutbox(NOON, LEASE, MANY);
            for (int next : List.of(1, 2, 0)) {
                settle(current(entries.get(next)).givenUp(State.DEAD, "no such mailbox"));
            }

            assertThat(store.deadLetters(MANY).stream().map(OutboxEntry::id))
                    .containsExactly(
                            entries.get(1).id(),
                            entries.get(2).id(),
                            entries.get(0).id());
        }

        @Test
        void noMoreDeadLettersAreListedThanWereAskedFor() {
            List<OutboxEntry> entries = onTicketsOfTheirOwn(NOON, NOON, NOON);
            store.claimOutbox(NOON, LEASE, MANY);
            entries.forEach(entry -> settle(current(entry).givenUp(State.DEAD, "no such mailbox")));

            assertThat(store.deadLetters(2).stream().map(OutboxEntry::id))
                    .containsExactly(entries.get(0).id(), entries.get(1).id());
        }

        @Test
        void theWorkDueFirstIsGivenOutFirst() {
            List<OutboxEntry> entries = onTicketsOfTheirOwn(NOON.plusSeconds(2), NOON, NOON.plusSeconds(1));

            assertThat(store.claimOutbox(NOON.plusSeconds(5), LEASE, MANY).stream()
                            .map(OutboxEntry::id))
                    .containsExactly(
                            entries.get(1).id(),
                            entries.get(2).id(),
                            entries.get(0).id());
        }

        @Test
        void noMoreIsClaimedThanWasAskedFor() {
            onTicketsOfTheirOwn(NOON, NOON, NOON);

            List<OutboxEntry> two = store.claimOutbox(NOON, LEASE, 2);
            List<OutboxEntry> rest = store.claimOutbox(NOON, LEASE, 2);

            assertThat(two).hasSize(2);
            assertThat(rest).hasSize(1);
            assertThat(two.stream().map(OutboxEntry::id))
                    .doesNotContain(rest.get(0).id());
            assertThat(rest.get(0).attempt()).isEqualTo(1);
        }

        @Test
        void workThatCannotBeClaimedYetTakesNoPlaceInTheLimit() {
            store.commit(fixtures.unit(opening, customer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            List<OutboxEntry> other = onTicketsOfTheirOwn(NOON.plusSeconds(1));

            assertThat(store.claimOutbox(NOON.plusSeconds(1), LEASE, 2).stream().map(OutboxEntry::ticket))
                    .containsExactlyInAnyOrder(ticket.id(), other.get(0).ticket());
        }

        @Test
        void aLeaseHoldsUntilItsEnd() {
            onTicketsOfTheirOwn(NOON);
            store.claimOutbox(NOON, LEASE, MANY);

            assertThat(store.claimOutbox(NOON.plus(LEASE).minusNanos(1), LEASE, MANY))
                    .isEmpty();
            assertThat(store.claimOutbox(NOON.plus(LEASE), LEASE, MANY)).hasSize(1);
        }

        private List<OutboxEntry> onTicketsOfTheirOwn(Instant... due) {
            List<OutboxEntry> entries = new ArrayList<>();
            for (Instant at : due) {
                List<TicketEvent> other = fixtures.opening(customer, store.nextTicketNumber(), NOON);
                OutboxEntry entry = fixtures.outgoing(Ticket.replay(other).id(), at);
                store.commit(fixtures.unit(other, customer).send(entry).build());
                entries.add(entry);
            }
            return entries;
        }

        private OutboxEntry current(OutboxEntry entry) {
            return store.findOutbox(entry.id()).orElseThrow();
        }
    }
}
