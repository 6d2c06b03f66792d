package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Customer;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketQuery.Due;
import dev.heed.spi.store.TicketQuery.Exempted;
import dev.heed.spi.store.TicketQuery.OfCustomer;
import dev.heed.spi.store.TicketQuery.OwnedBy;
import dev.heed.spi.store.TicketQuery.Waiting;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which tickets every store lists for which query, and in which order; a part of {@link TicketStoreContract}. */
abstract class TicketQueriesContract extends StoreContract {
    private static final Due AT_NOON = new Due(NOON);

    TicketQueriesContract() {}

    @Test
    void aListOfNothingIsRefused() {
        for (int limit : List.of(0, -1, Integer.MIN_VALUE)) {
            assertThatThrownBy(() -> store.list(new TicketQuery.Waiting(), limit))
                    .as("a list of %s", limit)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class WhatIsDue {
        @Test
        void aTicketIsDueFromItsInstantOnAndStaysSoUntilItIsChanged() {
            opened(NOON);

            assertThat(list(new Due(NOON.minusNanos(1)))).isEmpty();
            assertThat(list(AT_NOON)).containsExactly(ticket);
            assertThat(list(AT_NOON)).containsExactly(ticket);
            assertThat(list(new Due(NOON.plusSeconds(60)))).containsExactly(ticket);
        }

        @Test
        void aTicketThatHasNothingAheadIsNeverDue() {
            opened(NOON);
            change(ticket, fixtures.receive(customer, NOON));

            assertThat(list(new Due(NOON.plusSeconds(60)))).isEmpty();
        }

        @Test
        void aLaterInstantTakesThePlaceOfAnEarlierOne() {
            opened(NOON);
            Ticket after = change(ticket, received(), Optional.of(NOON.plusSeconds(1)));

            assertThat(list(AT_NOON)).isEmpty();
            assertThat(list(new Due(NOON.plusSeconds(1)))).containsExactly(after);
        }

        @Test
        void anEarlierInstantTakesThePlaceOfALaterOne() {
            opened(NOON.plusSeconds(1));
            Ticket after = change(ticket, received(), Optional.of(NOON));

            assertThat(list(AT_NOON)).containsExactly(after);
            assertThat(list(new Due(NOON.plusSeconds(1)))).containsExactly(after);
        }

        @Test
        void aChangeWithoutEventsMovesTheInstantAndNothingElse() {
            opened(NOON);
            change(ticket, List.of(), Optional.of(NOON.plusSeconds(1)));

            assertThat(list(AT_NOON)).isEmpty();
            assertThat(list(new Due(NOON.plusSeconds(1)))).containsExactly(ticket);
            assertThat(store.findTicket(ticket.id())).contains(ticket);
            assertThat(store.history(ticket.id())).isEqualTo(opening);
        }

        @Test
        void whatIsDueFirstComesFirstAndThenTheSmallestNumber() {
            List<List<TicketEvent>> others = fixtures.openings(customer, store::nextTicketNumber, 3);
            opened(others.get(2), NOON.minusSeconds(1));
            opened(others.get(1), NOON);
            opened(others.get(0), NOON);
            opened(NOON);

            assertThat(list(AT_NOON))
                    .containsExactly(
                            Ticket.replay(others.get(2)),
                            ticket,
                            Ticket.replay(others.get(0)),
                            Ticket.replay(others.get(1)));
        }

        @Test
        void noMoreThatAreDueAreListedThanWereAskedFor() {
            List<List<TicketEvent>> others = fixtures.openings(customer, store::nextTicketNumber, 2);
            opened(NOON.plusSeconds(1));
            opened(others.get(0), NOON);
            opened(others.get(1), NOON.minusSeconds(1));

            assertThat(store.list(new Due(NOON.plusSeconds(1)), 2))
                    .containsExactly(Ticket.replay(others.get(1)), Ticket.replay(others.get(0)));
        }

        private List<TicketEvent> received() {
            return ticket.decide(fixtures.receive(customer, NOON), StoreFixtures.at(NOON))
                    .events();
        }

        private void opened(Instant wakeAt) {
            opened(opening, wakeAt);
        }

        private void opened(List<TicketEvent> events, Instant wakeAt) {
            store.commit(fixtures.unit(events, customer, Optional.of(wakeAt)).build());
        }
    }

    @Nested
    class WhoOwns {
        @Test
        void theTicketsOfAnOwnerComeByTheirNumber() {
            List<List<TicketEvent>> others = fixtures.openings(customer, store::nextTicketNumber, 3);
            for (int next : List.of(2, 0, 1)) {
                store.commit(fixtures.unit(others.get(next), customer).build());
                change(Ticket.replay(others.get(next)), StoreFixtures.take());
            }
            commitOpening();

            assertThat(numbers(list(new OwnedBy(MARIA))))
                    .containsExactly(number(others.get(0)), number(others.get(1)), number(others.get(2)));
            assertThat(numbers(store.list(new OwnedBy(MARIA), 2)))
                    .containsExactly(number(others.get(0)), number(others.get(1)));
        }

        @Test
        void aTicketGoesAlongWithItsOwner() {
            commitOpening();
            assertThat(list(new OwnedBy(MARIA))).isEmpty();

            Ticket taken = change(ticket, StoreFixtures.take());
            assertThat(list(new OwnedBy(MARIA))).containsExactly(taken);
            assertThat(list(new OwnedBy(BEN))).isEmpty();

            Ticket handedOver = change(taken, StoreFixtures.handOver());
            assertThat(list(new OwnedBy(MARIA))).isEmpty();
            assertThat(list(new OwnedBy(BEN))).containsExactly(handedOver);
        }

        @Test
        void anOwnersTicketIsListedWhileItIsNotClosed() {
            commitOpening();
            Ticket closed = closed(change(ticket, StoreFixtures.take()));
            assertThat(list(new OwnedBy(MARIA))).isEmpty();

            Ticket reopened = change(closed, fixtures.receive(customer, NOON));
            assertThat(list(new OwnedBy(MARIA))).containsExactly(reopened);
        }

        private Ticket closed(Ticket before) {
            return change(change(before, fixtures.answer(NOON)), StoreFixtures.confirm(customer));
        }

        private long number(List<TicketEvent> events) {
            return Ticket.replay(events).number();
        }

        private List<Long> numbers(List<Ticket> tickets) {
            return tickets.stream().map(Ticket::number).toList();
        }
    }

    @Nested
    class WhatWasExempted {
        @Test
        void whatWasClosedLastWithoutItsCustomerComesFirst() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket third = another(customer, 2);
            Ticket answered = change(another(customer, 3), fixtures.answer(NOON));
            change(answered, StoreFixtures.confirm(customer));

            Ticket secondGone = change(second, StoreFixtures.exempt(), NOON.plusSeconds(1));
            Ticket firstGone = change(ticket, StoreFixtures.exempt(), NOON.plusSeconds(2));
            Ticket thirdGone = change(third, StoreFixtures.exempt(), NOON.plusSeconds(3));

            assertThat(list(new Exempted())).containsExactly(thirdGone, firstGone, secondGone);
            assertThat(store.list(new Exempted(), 2)).containsExactly(thirdGone, firstGone);
        }

        @Test
        void aNoteOnAnExemptedTicketDoesNotChangeItsPlace() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket firstGone = change(ticket, StoreFixtures.exempt(), NOON.plusSeconds(1));
            Ticket secondGone = change(second, StoreFixtures.exempt(), NOON.plusSeconds(2));
            Ticket noted = change(firstGone, fixtures.note(NOON), NOON.plusSeconds(3));

            assertThat(list(new Exempted())).containsExactly(secondGone, noted);
        }

        @Test
        void aTicketThatIsOpenAgainIsNoLongerListedAsExempted() {
            commitOpening();
            Ticket gone = change(ticket, StoreFixtures.exempt());
            change(gone, fixtures.receive(customer, NOON));

            assertThat(list(new Exempted())).isEmpty();
        }
    }

    @Nested
    class WhatIsPutAside {
        @Test
        void ofWhatWasClosedWithoutItsCustomerSpamIsListedByItself() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket third = another(customer, 2);
            Ticket spam = change(ticket, StoreFixtures.exempt(), NOON.plusSeconds(2));
            change(second, StoreFixtures.duplicateOf(third), NOON.plusSeconds(3));
            Ticket newest = change(third, StoreFixtures.exempt(), NOON.plusSeconds(4));

            assertThat(list(new TicketQuery.Spam())).containsExactly(newest, spam);
            assertThat(store.list(new TicketQuery.Spam(), 1)).containsExactly(newest);
            change(newest, StoreFixtures.notSpam());
            assertThat(list(new TicketQuery.Spam())).containsExactly(spam);
        }

        @Test
        void whatWasDeletedLastComesFirst() {
            commitOpening();
            Ticket first = change(ticket, fixtures.answer(NOON));
            Ticket second = change(another(customer, 1), fixtures.answer(NOON));
            Ticket secondGone = change(second, StoreFixtures.delete(), NOON.plusSeconds(2));
            Ticket firstGone = change(first, StoreFixtures.delete(), NOON.plusSeconds(3));

            assertThat(list(new TicketQuery.Deleted())).containsExactly(firstGone, secondGone);
            assertThat(store.list(new TicketQuery.Deleted(), 1)).containsExactly(firstGone);
            change(firstGone, StoreFixtures.restore());
            assertThat(list(new TicketQuery.Deleted())).containsExactly(secondGone);
        }

        @Test
        void whatIsDeletedIsInNoOtherListOfWhatIsToBeDone() {
            commitOpening();
            Ticket spam = change(another(customer, 1), StoreFixtures.exempt());
            Ticket owned = change(change(ticket, StoreFixtures.take()), fixtures.answer(NOON));
            change(spam, StoreFixtures.delete());
            Ticket gone = change(owned, StoreFixtures.delete());

            assertThat(list(new OwnedBy(MARIA))).isEmpty();
            assertThat(list(new Exempted())).isEmpty();
            assertThat(list(new TicketQuery.Spam())).isEmpty();
            assertThat(list(new OfCustomer(customer.id()))).contains(gone);
        }
    }

    @Nested
    class WhoseTheyAre {
        @Test
        void theTicketsOfACustomerComeNewestFirst() {
            commitOpening();
            Ticket second = another(customer, 60);
            Ticket third = another(customer, 120);
            Customer other = fixtures.customer();
            another(other, 180);

            assertThat(list(new OfCustomer(customer.id()))).containsExactly(third, second, ticket);
            assertThat(store.list(new OfCustomer(customer.id()), 2)).containsExactly(third, second);
            assertThat(list(new OfCustomer(StoreFixtures.UNKNOWN))).isEmpty();
        }
    }

    @Nested
    class WhoWaits {
        @Test
        void thoseWhoWaitComeInTheOrderInWhichTheyAreDue() {
            List<TicketEvent> later = fixtures.openedBeforeButDueAfter(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(later, customer).build());
            commitOpening();

            assertThat(list(new Waiting())).containsExactly(ticket, Ticket.replay(later));
            assertThat(store.list(new Waiting(), 1)).containsExactly(ticket);
        }

        @Test
        void ofThoseDueAtOneInstantTheSmallestNumberComesFirst() {
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            List<TicketEvent> third = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(third, customer).build());
            commitOpening();
            store.commit(fixtures.unit(second, customer).build());

            assertThat(list(new Waiting())).containsExactly(ticket, Ticket.replay(second), Ticket.replay(third));
        }

        @Test
        void noMoreAreListedThanWereAskedFor() {
            commitOpening();
            change(ticket, fixtures.answer(NOON));
            List<List<TicketEvent>> others = fixtures.openings(customer, store::nextTicketNumber, 3);
            others.forEach(other -> store.commit(fixtures.unit(other, customer).build()));

            assertThat(store.list(new Waiting(), 2))
                    .containsExactly(Ticket.replay(others.get(0)), Ticket.replay(others.get(1)));
        }

        @Test
        void whoIsAnsweredWaitsNoMore() {
            commitOpening();
            Ticket taken = change(ticket, StoreFixtures.take());
            assertThat(list(new Waiting())).containsExactly(taken);

            Ticket answered = change(taken, fixtures.answer(NOON));
            assertThat(list(new Waiting())).isEmpty();

            Ticket back = change(answered, fixtures.receive(customer, NOON));
            assertThat(list(new Waiting())).containsExactly(back);
        }
    }
}
