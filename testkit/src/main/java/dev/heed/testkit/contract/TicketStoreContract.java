package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static dev.heed.testkit.contract.StoreFixtures.OTHER_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.ChannelId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link TicketStore} keeps to. Extend it and give it a fresh, empty store for each test. */
public abstract class TicketStoreContract extends TicketPagesContract {
    /** For subclasses. */
    protected TicketStoreContract() {}

    @Nested
    class Tickets {
        @Test
        void numbersAreAboveZeroAndNeverGivenTwice() {
            Set<Long> numbers = new HashSet<>();
            for (int i = 0; i < MANY; i++) {
                assertThat(numbers.add(store.nextTicketNumber())).isTrue();
            }
            assertThat(numbers).allMatch(number -> number > 0);
        }

        @Test
        void aCommittedTicketIsFoundWithItsWholeHistory() {
            assertThat(commitOpening()).isEqualTo(CommitResult.COMMITTED);

            assertThat(store.findTicket(ticket.id())).contains(ticket);
            assertThat(store.history(ticket.id())).isEqualTo(opening);
        }

        @Test
        void laterEventsAreAddedBehindTheEarlierOnes() {
            commitOpening();
            Ticket after = change(ticket, fixtures.receive(customer, NOON.plusSeconds(1)));

            assertThat(store.findTicket(ticket.id())).contains(after);
            assertThat(store.history(ticket.id())).hasSize(opening.size() + 1).startsWith(opening.get(0));
            assertThat(Ticket.replay(store.history(ticket.id()))).isEqualTo(after);
        }

        @Test
        void anUnknownTicketHasNoHistory() {
            TicketId unknown = new TicketId(new UUID(1, 1));

            assertThat(store.findTicket(unknown)).isEmpty();
            assertThat(store.history(unknown)).isEmpty();
        }

        @Test
        void aChangeThatExpectsAnotherVersionIsAConflict() {
            commitOpening();
            Ticket.Step step = ticket.decide(fixtures.receive(customer, NOON), StoreFixtures.at(NOON));
            UnitOfWork stale = UnitOfWork.builder()
                    .change(step.ticket(), step.events(), ticket.version() - 1, Optional.empty())
                    .build();

            assertThat(store.commit(stale)).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findTicket(ticket.id())).contains(ticket);
            assertThat(store.history(ticket.id())).isEqualTo(opening);
        }

        @Test
        void aTicketIsOpenedOnce() {
            commitOpening();

            assertThat(commitOpening()).isEqualTo(CommitResult.CONFLICT);
        }
    }

    @Nested
    class ManyAtOnce {
        @Test
        void ofManyWhoChangeOneTicketAtOnceNoneLosesAnEvent() throws InterruptedException {
            commitOpening();
            int writers = 8;
            int each = 25;
            CountDownLatch start = new CountDownLatch(1);
            ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        start.await();
                        for (int n = 0; n < each; n++) {
                            receiveUntilCommitted();
                        }
                    } catch (InterruptedException | RuntimeException | AssertionError e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(failures).isEmpty();
            Ticket after = store.findTicket(ticket.id()).orElseThrow();
            assertThat(after.version()).isEqualTo(opening.size() + (long) writers * each);
            assertThat(Ticket.replay(store.history(ticket.id()))).isEqualTo(after);
        }

        private void receiveUntilCommitted() {
            while (true) {
                Ticket before = store.findTicket(ticket.id()).orElseThrow();
                Ticket.Step step;
                synchronized (fixtures) {
                    step = before.decide(fixtures.receive(customer, NOON), StoreFixtures.at(NOON));
                }
                UnitOfWork unit = UnitOfWork.builder()
                        .change(step.ticket(), step.events(), before.version(), Optional.empty())
                        .build();
                if (store.commit(unit) == CommitResult.COMMITTED) {
                    return;
                }
            }
        }
    }

    @Nested
    class Customers {
        @Test
        void aCustomerIsFoundByNumberAndByEachAddress() {
            Customer two = Customer.builder("c-two")
                    .name("Ana")
                    .email("ana@example.com")
                    .email("ana@work.example")
                    .build();
            store.commit(UnitOfWork.builder().customer(two).build());

            assertThat(store.findCustomer(two.id()).flatMap(Customer::name)).contains("Ana");
            assertThat(store.findCustomer(EmailAddress.of("ana@example.com")).map(Customer::id))
                    .contains(two.id());
            assertThat(store.findCustomer(EmailAddress.of("ANA@work.example")).map(Customer::id))
                    .contains(two.id());
        }

        @Test
        void anAddressThatIsGivenUpLeadsToNobody() {
            store.commit(UnitOfWork.builder()
                    .customer(Customer.builder("c-two").email("old@example.com").build())
                    .build());
            store.commit(UnitOfWork.builder()
                    .customer(Customer.builder("c-two").email("new@example.com").build())
                    .build());

            assertThat(store.findCustomer(EmailAddress.of("old@example.com"))).isEmpty();
            assertThat(store.findCustomer(EmailAddress.of("new@example.com"))).isPresent();
        }

        @Test
        void nobodyIsGivenTheAddressOfSomebodyElse() {
            store.commit(UnitOfWork.builder()
                    .customer(Customer.builder("c-two").email("two@example.com").build())
                    .build());
            store.commit(UnitOfWork.builder()
                    .customer(Customer.builder("c-five").build())
                    .build());

            CommitResult taken = store.commit(UnitOfWork.builder()
                    .customer(
                            Customer.builder("c-five").email("two@example.com").build())
                    .build());

            assertThat(taken).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findCustomer(EmailAddress.of("two@example.com")).map(Customer::id))
                    .contains(new CustomerId("c-two"));
            assertThat(store.findCustomer(new CustomerId("c-five"))
                            .orElseThrow()
                            .addresses())
                    .isEmpty();
            assertThat(store.commit(UnitOfWork.builder()
                            .forget(new CustomerId("c-two"))
                            .customer(Customer.builder("c-five")
                                    .email("two@example.com")
                                    .build())
                            .build()))
                    .isEqualTo(CommitResult.COMMITTED);
        }

        @Test
        void aNewCustomerTakesNoAddressFromAnother() {
            store.commit(UnitOfWork.builder()
                    .newCustomer(
                            Customer.builder("c-three").email("ann@example.com").build())
                    .build());

            CommitResult second = store.commit(UnitOfWork.builder()
                    .newCustomer(
                            Customer.builder("c-four").email("ann@example.com").build())
                    .build());

            assertThat(second).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findCustomer(EmailAddress.of("ann@example.com")).map(Customer::id))
                    .contains(new CustomerId("c-three"));
            assertThat(store.findCustomer(new CustomerId("c-four"))).isEmpty();
        }

        @Test
        void aClaimedKeyStaysWithTheFirstHolder() {
            assertThat(store.claim(Map.of("alias:jana", "maria"))).isEmpty();
            assertThat(store.claim(Map.of("alias:jana", "ben"))).isEqualTo(Map.of("alias:jana", "maria"));
            assertThat(store.claim(Map.of("alias:jana", "maria"))).isEmpty();
        }

        @Test
        void aClaimOfSeveralKeysGetsAllOfThemOrNone() {
            store.claim(Map.of("alias:jana", "maria"));

            assertThat(store.claim(Map.of("alias:jana", "ben", "alias:lena", "ben")))
                    .isEqualTo(Map.of("alias:jana", "maria"));
            assertThat(store.claim(Map.of("alias:lena", "tom"))).isEmpty();
        }

        @Test
        void eachKeyHasAHolderOfItsOwn() {
            assertThat(store.claim(Map.of("alias:jana", "maria"))).isEmpty();
            assertThat(store.claim(Map.of("alias:tom", "ben"))).isEmpty();
            assertThat(store.claim(Map.of("alias:Jana", "zoe"))).isEmpty();
        }
    }

    @Nested
    class Unreadable {
        @Test
        void bytesAreKeptAsTheyCameAndOnce() {
            InboundKey key = new InboundKey(CHANNEL, "broken-1");
            byte[] raw = {0, 1, -1};
            store.keepUnreadable(new UnreadableInbound(key, NOON, "no header", raw));
            store.keepUnreadable(new UnreadableInbound(key, NOON.plusSeconds(1), "no header", raw));

            assertThat(store.unreadable(MANY)).singleElement().satisfies(kept -> {
                assertThat(kept.key()).isEqualTo(key);
                assertThat(kept.receivedAt()).isEqualTo(NOON);
                assertThat(kept.problem()).isEqualTo("no header");
                assertThat(kept.raw()).isEqualTo(raw);
            });
        }

        @Test
        void unreadableThingsComeInTheOrderInWhichTheyCame() {
            keep(CHANNEL, "c", NOON);
            keep(CHANNEL, "a", NOON.plusSeconds(1));
            keep(CHANNEL, "b", NOON.minusSeconds(1));
            keep(CHANNEL, "c", NOON.plusSeconds(1));

            assertThat(store.unreadable(MANY).stream().map(kept -> kept.key().externalId()))
                    .containsExactly("c", "a", "b");
        }

        @Test
        void whatIsUnreadableOnTwoChannelsIsKeptTwice() {
            keep(CHANNEL, "broken-1", NOON);
            keep(OTHER_CHANNEL, "broken-1", NOON);

            assertThat(store.unreadable(MANY).stream().map(kept -> kept.key().channel()))
                    .containsExactly(CHANNEL, OTHER_CHANNEL);
        }

        @Test
        void noMoreUnreadableThingsAreListedThanWereAskedFor() {
            keep(CHANNEL, "c", NOON);
            keep(CHANNEL, "a", NOON);
            keep(CHANNEL, "b", NOON);

            assertThat(store.unreadable(2).stream().map(kept -> kept.key().externalId()))
                    .containsExactly("c", "a");
        }

        private void keep(ChannelId channel, String externalId, Instant receivedAt) {
            InboundKey key = new InboundKey(channel, externalId);
            store.keepUnreadable(new UnreadableInbound(key, receivedAt, "no header", new byte[] {1}));
        }
    }
}
