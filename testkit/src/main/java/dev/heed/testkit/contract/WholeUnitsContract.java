package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static dev.heed.testkit.contract.StoreFixtures.OTHER_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every store keeps to when it writes a unit of work, or refuses to, and in the names and keys that come with one;
 * a part of {@link TicketStoreContract}.
 */
abstract class WholeUnitsContract extends NothingIsLostContract {
    private static final InboundKey KNOWN = new InboundKey(CHANNEL, "external-1");
    private static final InboundKey NEW = new InboundKey(CHANNEL, "external-2");

    WholeUnitsContract() {}

    @Nested
    class RefusedUnits {
        private final Customer stranger = fixtures.customer();
        private Timer timer;
        private OutboxEntry claimed;
        private OutboxEntry unsent;

        @SuppressWarnings("NullAway.Init") // set before each test
        RefusedUnits() {}

        /** A ticket with a timer, and with a message that is being sent. */
        @BeforeEach
        void somethingIsThere() {
            timer = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON);
            store.commit(fixtures.unit(opening, customer)
                    .inbound(KNOWN)
                    .timer(timer)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            claimed = store.claimOutbox(NOON, LEASE, MANY).get(0);
            unsent = fixtures.outgoing(ticket.id(), NOON);
        }

        @Test
        void nothingOfARefusedUnitIsWritten() {
            isRefused(CommitResult.DUPLICATE, everything(ticket.version()).inbound(KNOWN));
        }

        @Test
        void nothingIsWrittenIfTheTicketHasChanged() {
            isRefused(CommitResult.CONFLICT, everything(ticket.version() - 1));
        }

        @Test
        void nothingIsWrittenIfATimerIsGone() {
            Timer gone = new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON.minusSeconds(1));

            isRefused(CommitResult.SUPERSEDED, everything(ticket.version()).fired(gone));
        }

        @Test
        void nothingIsWrittenIfTheWorkWasClaimedAnew() {
            store.claimOutbox(NOON.plus(LEASE), LEASE, MANY);

            isRefused(CommitResult.SUPERSEDED, everything(ticket.version()));
        }

        /** A unit that has every part, and in which nothing is wrong yet if the version is right. */
        private UnitOfWork.Builder everything(long expectedVersion) {
            List<TicketEvent> events = ticket.decide(fixtures.receive(customer, NOON), NOON);
            return UnitOfWork.builder()
                    .change(ticket.apply(events), events, expectedVersion)
                    .customer(stranger)
                    .customer(Customer.builder(customer.id().value())
                            .name("Renamed")
                            .build())
                    .inbound(NEW)
                    .reference(CHANNEL, "name-1")
                    .timer(new Timer(ticket.id(), Timer.Kind.REPLY_EXPECTED, NOON.plusSeconds(1)))
                    .fired(timer)
                    .send(unsent)
                    .settle(claimed.sent());
        }

        private void isRefused(CommitResult how, UnitOfWork.Builder unit) {
            Map<String, Object> before = all();

            assertThat(store.commit(unit.build())).isEqualTo(how);

            assertThat(all()).isEqualTo(before);
        }

        private Map<String, Object> all() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ticket", InFull.of(store.findTicket(ticket.id())));
            all.put("history", InFull.list(store.history(ticket.id())));
            all.put("customer", InFull.of(store.findCustomer(customer.id())));
            all.put(
                    "customer by address",
                    InFull.list(customer.addresses().stream()
                            .map(store::findCustomer)
                            .toList()));
            all.put("stranger", InFull.of(store.findCustomer(stranger.id())));
            all.put(
                    "stranger by address",
                    InFull.list(stranger.addresses().stream()
                            .map(store::findCustomer)
                            .toList()));
            all.put("key", store.findInbound(NEW));
            all.put("name", store.findByReference(CHANNEL, "name-1"));
            all.put("timers", store.dueTimers(NOON.plusSeconds(60), MANY));
            all.put("claimed work", store.findOutbox(claimed.id()));
            all.put("new work", store.findOutbox(unsent.id()));
            all.put("work to claim", store.claimOutbox(NOON, LEASE, MANY));
            return all;
        }
    }

    @Nested
    class NamesAndKeys {
        @Test
        void anInboundMessageIsAcceptedOnce() {
            InboundKey key = new InboundKey(CHANNEL, "external-1");
            store.commit(fixtures.unit(opening, customer).inbound(key).build());
            List<TicketEvent> again = fixtures.opening(customer, store.nextTicketNumber(), NOON);

            CommitResult result =
                    store.commit(fixtures.unit(again, customer).inbound(key).build());

            assertThat(result).isEqualTo(CommitResult.DUPLICATE);
            assertThat(store.findInbound(key)).contains(ticket.id());
            assertThat(store.ticketsOf(customer.id())).containsExactly(ticket);
        }

        @Test
        void aNameLeadsToTheTicketItWasTiedToFirst() {
            store.commit(fixtures.unit(opening, customer)
                    .reference(CHANNEL, "name-1")
                    .build());
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(
                    fixtures.unit(second, customer).reference(CHANNEL, "name-1").build());

            assertThat(store.findByReference(CHANNEL, "name-1")).contains(ticket.id());
        }

        @Test
        void theSameNameOnAnotherChannelIsAnotherName() {
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(opening, customer)
                    .reference(CHANNEL, "name-1")
                    .build());
            assertThat(store.findByReference(OTHER_CHANNEL, "name-1")).isEmpty();
            store.commit(fixtures.unit(second, customer)
                    .reference(OTHER_CHANNEL, "name-1")
                    .build());

            assertThat(store.findByReference(CHANNEL, "name-1")).contains(ticket.id());
            assertThat(store.findByReference(OTHER_CHANNEL, "name-1"))
                    .contains(Ticket.replay(second).id());
        }

        @Test
        void theSameKeyOnAnotherChannelIsAnotherMessage() {
            InboundKey elsewhere = new InboundKey(OTHER_CHANNEL, KNOWN.externalId());
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(opening, customer).inbound(KNOWN).build());
            assertThat(store.findInbound(elsewhere)).isEmpty();

            assertThat(store.commit(
                            fixtures.unit(second, customer).inbound(elsewhere).build()))
                    .isEqualTo(CommitResult.COMMITTED);
            assertThat(store.findInbound(KNOWN)).contains(ticket.id());
            assertThat(store.findInbound(elsewhere))
                    .contains(Ticket.replay(second).id());
        }

        @Test
        void namesAndKeysAreComparedLetterByLetter() {
            store.commit(fixtures.unit(opening, customer)
                    .inbound(KNOWN)
                    .reference(CHANNEL, "name-1")
                    .build());

            for (String change : List.of("NAME-1", "name-1 ", "näme-1")) {
                assertThat(store.findByReference(CHANNEL, change)).isEmpty();
            }
            for (String change : List.of("EXTERNAL-1", "external-1 ", "externäl-1")) {
                assertThat(store.findInbound(new InboundKey(CHANNEL, change))).isEmpty();
            }
        }
    }
}
