package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store gives back as it was given it; a part of {@link TicketStoreContract}. */
abstract class NothingIsLostContract extends WaitingWorkContract {
    private static final int LONG = 200_000;
    private static final Instant FINE = NOON.plus(123_456, ChronoUnit.MICROS);
    private static final Instant JUST_BEFORE = FINE.minus(1, ChronoUnit.MICROS);

    NothingIsLostContract() {}

    private List<TicketEvent> fullLife(Instant start) {
        Customer ana = FullLife.customer();
        List<TicketEvent> events = FullLife.events(start, store.nextTicketNumber(), ana);
        store.commit(fixtures.unit(events, ana, Optional.of(NOON)).build());
        return events;
    }

    @Nested
    class Words {
        @Test
        void everyEventComesBackWithAllThatItSays() {
            List<TicketEvent> events = fullLife(NOON);

            assertThat(InFull.list(store.history(FullLife.TICKET))).isEqualTo(InFull.list(events));
        }

        @Test
        void aTicketComesBackWithAllThatWasSaid() {
            Ticket whole = Ticket.replay(fullLife(NOON));

            assertThat(store.findTicket(FullLife.TICKET).map(InFull::of)).contains(InFull.of(whole));
            for (TicketQuery query : everyQueryFor(whole)) {
                assertThat(InFull.list(list(query))).containsExactly(InFull.of(whole));
            }
        }

        private List<TicketQuery> everyQueryFor(Ticket whole) {
            return List.of(
                    new TicketQuery.OfCustomer(whole.customer()),
                    new TicketQuery.OwnedBy(whole.owner().orElseThrow()),
                    new TicketQuery.Waiting(),
                    new TicketQuery.AskedOf(StoreFixtures.BEN),
                    new TicketQuery.Due(NOON));
        }

        @Test
        void aClosedTicketComesBackWithTheWayInWhichItEnded() {
            Ticket now = Ticket.replay(fullLife(NOON));
            for (Closing closing : FullLife.closings(FullLife.customer())) {
                TicketEvent closed = new LifecycleEvent.Closed(now.id(), NOON, closing);
                Ticket after = change(now, List.of(closed), Optional.empty());

                assertThat(store.findTicket(after.id()).flatMap(Ticket::closing))
                        .contains(closing);
                now = change(after, fixtures.receive(FullLife.customer(), NOON));
            }
        }

        @Test
        void anExemptedTicketIsListedWithAllThatWasSaid() {
            Ticket whole = Ticket.replay(fullLife(NOON));
            Closing.Exempt exempt =
                    new Closing.Exempt(Exemption.DUPLICATE, StoreFixtures.BEN, "the same", Optional.of(ticket.id()));
            Ticket gone = change(whole, List.of(new LifecycleEvent.Closed(whole.id(), NOON, exempt)), Optional.empty());

            assertThat(InFull.list(list(new TicketQuery.Exempted()))).containsExactly(InFull.of(gone));
        }

        @Test
        void longWordsAreNotCut() {
            String words = "ä1".repeat(LONG);
            commitOpening();
            change(
                    ticket,
                    new ConversationCommand.Receive(
                            FullMessages.inbound(customer, NOON, words),
                            ticket.expected().orElseThrow(),
                            false));

            Ticket after = store.findTicket(ticket.id()).orElseThrow();
            assertThat(after.messages().get(1).text().length()).isEqualTo(words.length());
            assertThat(after.messages().get(1).text().equals(words)).isTrue();
        }
    }

    @Nested
    class OutgoingWords {
        @Test
        void outgoingWorkComesBackAsItWasWritten() {
            OutboxEntry entry = entry(NOON);
            store.commit(fixtures.unit(opening, customer).send(entry).build());

            assertThat(store.findOutbox(entry.id()).map(InFull::of)).contains(InFull.of(entry));
            OutboxEntry claimed = entry.claimed(NOON.plus(LEASE));
            assertThat(InFull.list(store.claimOutbox(NOON, LEASE, MANY))).containsExactly(InFull.of(claimed));
            assertThat(store.findOutbox(entry.id()).map(InFull::of)).contains(InFull.of(claimed));
        }

        @Test
        void aDeadLetterIsStillTheWholeMessage() {
            store.commit(fixtures.unit(opening, customer).send(entry(NOON)).build());
            OutboxEntry dead = entry(NOON).claimed(NOON.plus(LEASE)).givenUp(State.UNKNOWN, "Grüße: nobody knows");
            store.claimOutbox(NOON, LEASE, MANY);
            settle(dead);

            assertThat(InFull.list(store.deadLetters(MANY))).containsExactly(InFull.of(dead));
            assertThat(store.findOutbox(dead.id()).map(InFull::of)).contains(InFull.of(dead));
        }
    }

    @Nested
    class People {
        @Test
        void aCustomerComesBackWithAllThatIsKnown() {
            Customer ana = FullLife.customer();
            store.commit(UnitOfWork.builder().customer(ana).build());

            assertThat(store.findCustomer(ana.id()).map(InFull::of)).contains(InFull.of(ana));
            for (Address address : ana.addresses()) {
                assertThat(store.findCustomer(address).map(InFull::of)).contains(InFull.of(ana));
            }
        }

        @Test
        void whatIsNoLongerKnownOfACustomerIsForgotten() {
            Customer now = FullLife.customerOfWhomLittleIsKnown();
            store.commit(UnitOfWork.builder().customer(FullLife.customer()).build());
            store.commit(UnitOfWork.builder().customer(now).build());

            assertThat(store.findCustomer(now.id()).map(InFull::of)).contains(InFull.of(now));
        }
    }

    @Nested
    class Absences {
        @Test
        void absencesComeBackWholeAndInTheirOrder() {
            Absence later = StoreFixtures.absence(FINE.plusSeconds(60));
            Absence earlier = StoreFixtures.absence(FINE);
            Absence other = new Absence(StoreFixtures.BEN, StoreFixtures.MARIA, NOON, FINE);
            assertThat(store.absences()).isEmpty();
            store.commit(UnitOfWork.builder().absence(later).build());
            store.commit(UnitOfWork.builder().absence(earlier).absence(other).build());

            assertThat(store.absences()).containsExactly(later, earlier, other);
        }
    }

    @Nested
    class Instants {
        @Test
        void whatHappenedKeepsItsMicroseconds() {
            List<TicketEvent> events = fullLife(FINE);
            store.keepUnreadable(
                    new UnreadableInbound(new InboundKey(CHANNEL, "broken-1"), FINE, "no header", new byte[] {1}));

            assertThat(store.history(FullLife.TICKET).stream().map(TicketEvent::at))
                    .containsExactlyElementsOf(
                            events.stream().map(TicketEvent::at).toList());
            Ticket kept = store.findTicket(FullLife.TICKET).orElseThrow();
            assertThat(kept.openedAt()).isEqualTo(FINE);
            assertThat(kept.messages().get(0).at()).isEqualTo(FINE);
            assertThat(kept.expected()).isEqualTo(Ticket.replay(events).expected());
            assertThat(store.unreadable(MANY).get(0).receivedAt()).isEqualTo(FINE);
        }

        @Test
        void whatIsDueKeepsItsMicroseconds() {
            OutboxEntry entry = entry(FINE);
            store.commit(fixtures.unit(opening, customer, Optional.of(FINE))
                    .send(entry)
                    .build());

            assertThat(list(new TicketQuery.Due(JUST_BEFORE))).isEmpty();
            assertThat(list(new TicketQuery.Due(FINE))).containsExactly(ticket);
            assertThat(store.claimOutbox(JUST_BEFORE, LEASE, MANY)).isEmpty();
            assertThat(store.claimOutbox(FINE, LEASE, MANY)).singleElement().satisfies(claimed -> {
                assertThat(claimed.due()).isEqualTo(FINE.plus(LEASE));
                assertThat(claimed.message().writtenAt()).isEqualTo(FINE);
            });
            assertThat(store.claimOutbox(FINE.plus(LEASE), LEASE, MANY)).hasSize(1);
        }
    }

    @Nested
    class Lists {
        @Test
        void changingAListThatWasHandedOutChangesNothing() {
            somethingEverywhere();
            List<List<Object>> before = copies(handedOut());

            handedOut().forEach(this::tryToClear);

            assertThat(copies(handedOut())).isEqualTo(before);
        }

        @Test
        void aListThatWasHandedOutStaysAsItWas() {
            somethingEverywhere();
            List<List<?>> lists = handedOut();
            List<List<Object>> before = copies(lists);

            change(ticket, fixtures.receive(customer, NOON));
            moreEverywhere();

            List<List<?>> now = handedOut();
            assertThat(now).hasSameSizeAs(lists);
            assertThat(copies(lists)).isEqualTo(before);
        }

        @Test
        void changingAListOfClaimedWorkChangesNothing() {
            store.commit(fixtures.unit(opening, customer).send(entry(NOON)).build());

            tryToClear(store.claimOutbox(NOON, LEASE, MANY));

            assertThat(store.claimOutbox(NOON.plus(LEASE), LEASE, MANY))
                    .extracting(OutboxEntry::attempt)
                    .containsExactly(2);
        }

        @Test
        void aListOfClaimedWorkStaysAsItWas() {
            store.commit(fixtures.unit(opening, customer).send(entry(NOON)).build());
            List<OutboxEntry> claimed = store.claimOutbox(NOON, LEASE, MANY);
            List<Object> before = InFull.list(claimed);

            assertThat(store.claimOutbox(NOON, LEASE, MANY)).isEmpty();
            assertThat(InFull.list(claimed)).isEqualTo(before);
            store.claimOutbox(NOON.plus(LEASE), LEASE, MANY);
            assertThat(InFull.list(claimed)).isEqualTo(before);
        }

        private void somethingEverywhere() {
            store.commit(fixtures.unit(opening, customer).build());
            moreEverywhere();
        }

        /** One more ticket for every query, dead letter, unreadable thing and absence. */
        private void moreEverywhere() {
            List<TicketEvent> more = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            Ticket other = Ticket.replay(more);
            store.commit(fixtures.unit(more, customer, Optional.of(NOON))
                    .send(fixtures.outgoing(other.id(), NOON))
                    .absence(StoreFixtures.absence(NOON))
                    .build());
            Ticket.Step taken = other.decide(StoreFixtures.take(), StoreFixtures.at(NOON));
            Ticket owned = change(other, taken.events(), Optional.of(NOON));
            Ticket.Step asked =
                    owned.decide(fixtures.ask(StoreFixtures.BEN, NOON.plusSeconds(60)), StoreFixtures.at(NOON));
            change(owned, asked.events(), Optional.of(NOON));
            change(another(customer, 0), StoreFixtures.exempt());
            settle(store.claimOutbox(NOON, LEASE, MANY).get(0).givenUp(State.DEAD, "no such mailbox"));
            store.keepUnreadable(new UnreadableInbound(
                    new InboundKey(CHANNEL, "broken-" + other.number()), NOON, "no header", new byte[] {1}));
        }

        private List<List<?>> handedOut() {
            return List.of(
                    store.history(ticket.id()),
                    list(new TicketQuery.OfCustomer(customer.id())),
                    list(new TicketQuery.OwnedBy(StoreFixtures.MARIA)),
                    list(new TicketQuery.Waiting()),
                    list(new TicketQuery.Due(NOON)),
                    list(new TicketQuery.AskedOf(StoreFixtures.BEN)),
                    list(new TicketQuery.Exempted()),
                    store.deadLetters(MANY),
                    store.unreadable(MANY),
                    store.absences());
        }

        private List<List<Object>> copies(List<List<?>> lists) {
            return lists.stream().map(InFull::list).toList();
        }

        private void tryToClear(List<?> list) {
            try {
                list.clear();
            } catch (UnsupportedOperationException refused) {
                // as it may
            }
        }
    }

    private OutboxEntry entry(Instant due) {
        return OutboxEntry.waiting(new UUID(6, 6), ticket.id(), FullMessages.outgoing(due), due);
    }
}
