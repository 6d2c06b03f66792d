package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static dev.heed.testkit.contract.StoreFixtures.OTHER_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.people.LinkId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        private final StoredDocument kept = StoredDocument.of("draft", "kept", "", "other words");
        private Ticket second;
        private OutboxEntry claimed;
        private OutboxEntry unsent;

        @SuppressWarnings("NullAway.Init") // set before each test
        RefusedUnits() {}

        /** A ticket that is due, and with a message that is being sent; and another ticket. */
        @BeforeEach
        void somethingIsThere() {
            second = another(customer, 0);
            store.commit(fixtures.unit(opening, customer, Optional.of(NOON))
                    .inbound(KNOWN, ticket.id())
                    .document(kept)
                    .send(fixtures.outgoing(ticket.id(), NOON))
                    .build());
            claimed = store.claimOutbox(NOON, LEASE, MANY).get(0);
            unsent = fixtures.outgoing(ticket.id(), NOON);
        }

        @Test
        void nothingOfARefusedUnitIsWritten() {
            isRefused(CommitResult.DUPLICATE, everything(0, 0).inbound(KNOWN, ticket.id()));
        }

        @Test
        void nothingIsWrittenIfTheTicketHasChanged() {
            isRefused(CommitResult.CONFLICT, everything(1, 0));
        }

        @Test
        void nothingIsWrittenIfOneOfTwoTicketsHasChanged() {
            isRefused(CommitResult.CONFLICT, everything(0, 1));
        }

        @Test
        void nothingIsWrittenIfTheAddressOfANewCustomerIsTaken() {
            Customer copy = Customer.builder("c-copy")
                    .email(customer.addresses().iterator().next().value())
                    .build();

            isRefused(CommitResult.CONFLICT, everything(0, 0).newCustomer(copy));
        }

        @Test
        void nothingIsWrittenIfADocumentHasChanged() {
            store.commit(UnitOfWork.builder().document(kept.next("changed")).build());

            isRefused(CommitResult.CONFLICT, everything(0, 0));
        }

        @Test
        void nothingIsWrittenIfTheWorkWasClaimedAnew() {
            store.claimOutbox(NOON.plus(LEASE), LEASE, MANY);

            isRefused(CommitResult.SUPERSEDED, everything(0, 0));
        }

        @Test
        void ofSeveralReasonsTheOneNamedFirstIsGiven() {
            store.claimOutbox(NOON.plus(LEASE), LEASE, MANY);

            isRefused(CommitResult.SUPERSEDED, everything(1, 0));
            isRefused(CommitResult.DUPLICATE, everything(1, 0).inbound(KNOWN, ticket.id()));
        }

        /** A unit that has every part, and in which nothing is wrong yet if both tickets are read as they are. */
        private UnitOfWork.Builder everything(int staleBy, int secondStaleBy) {
            UnitOfWork.Builder unit = UnitOfWork.builder();
            receiving(unit, ticket, staleBy);
            receiving(unit, second, secondStaleBy);
            return unit.customer(stranger)
                    .customer(Customer.builder(customer.id().value())
                            .name("Renamed")
                            .build())
                    .inbound(NEW, ticket.id())
                    .reference(CHANNEL, "name-1", ticket.id())
                    .absence(StoreFixtures.absence(NOON))
                    .document(StoredDocument.of("draft", "new", "", "words"))
                    .remove(kept)
                    .link(ProfileLink.of(
                            new LinkId(new UUID(5, 1)),
                            stranger.id(),
                            customer.id(),
                            new Proof.AgentDecision(StoreFixtures.MARIA, "They called."),
                            NOON))
                    .send(unsent)
                    .settle(claimed.sent());
        }

        private void receiving(UnitOfWork.Builder unit, Ticket before, int staleBy) {
            Ticket.Step step = before.decide(fixtures.receive(customer, NOON), StoreFixtures.at(NOON));
            Optional<Instant> wakeAt = Optional.of(NOON.plusSeconds(1));
            unit.change(step.ticket(), step.events(), before.version() - staleBy, wakeAt);
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
            all.put("second ticket", InFull.of(store.findTicket(second.id())));
            all.put("second history", InFull.list(store.history(second.id())));
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
            all.put("due now", list(new TicketQuery.Due(NOON)));
            all.put("due later", list(new TicketQuery.Due(NOON.plusSeconds(60))));
            all.put("new document", store.findDocument("draft", "new"));
            all.put("kept document", store.findDocument("draft", "kept"));
            all.put("links", store.links(customer.id()));
            all.put("person", store.person(customer.id()));
            all.put("absences", store.absences());
            all.put("claimed work", store.findOutbox(claimed.id()));
            all.put("new work", store.findOutbox(unsent.id()));
            all.put("work to claim", store.claimOutbox(NOON, LEASE, MANY));
            return all;
        }
    }

    @Nested
    class TogetherInOneUnit {
        @Test
        void severalTicketsChangeAtOnce() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket.Step gone = ticket.decide(StoreFixtures.exempt(), StoreFixtures.at(NOON));
            Ticket.Step taken = second.decide(StoreFixtures.take(), StoreFixtures.at(NOON));

            assertThat(store.commit(UnitOfWork.builder()
                            .change(gone.ticket(), gone.events(), ticket.version(), Optional.empty())
                            .change(taken.ticket(), taken.events(), second.version(), Optional.of(NOON))
                            .build()))
                    .isEqualTo(CommitResult.COMMITTED);

            assertThat(store.findTicket(ticket.id())).contains(gone.ticket());
            assertThat(store.findTicket(second.id())).contains(taken.ticket());
            assertThat(Ticket.replay(store.history(ticket.id()))).isEqualTo(gone.ticket());
            assertThat(Ticket.replay(store.history(second.id()))).isEqualTo(taken.ticket());
            assertThat(list(new TicketQuery.Due(NOON))).containsExactly(taken.ticket());
        }

        @Test
        void aNameAndAKeyLeadToTheTicketTheyNameAndNotToTheOneThatChanges() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket.Step taken = second.decide(StoreFixtures.take(), StoreFixtures.at(NOON));
            store.commit(UnitOfWork.builder()
                    .change(taken.ticket(), taken.events(), second.version(), Optional.empty())
                    .inbound(NEW, ticket.id())
                    .reference(CHANNEL, "name-1", ticket.id())
                    .build());

            assertThat(store.findInbound(NEW)).contains(ticket.id());
            assertThat(store.findByReference(CHANNEL, "name-1")).contains(ticket.id());
        }
    }

    @Nested
    class NamesAndKeys {
        @Test
        void anInboundMessageIsAcceptedOnce() {
            InboundKey key = new InboundKey(CHANNEL, "external-1");
            store.commit(
                    fixtures.unit(opening, customer).inbound(key, ticket.id()).build());
            List<TicketEvent> again = fixtures.opening(customer, store.nextTicketNumber(), NOON);

            CommitResult result = store.commit(fixtures.unit(again, customer)
                    .inbound(key, Ticket.replay(again).id())
                    .build());

            assertThat(result).isEqualTo(CommitResult.DUPLICATE);
            assertThat(store.findInbound(key)).contains(ticket.id());
            assertThat(list(new TicketQuery.OfCustomer(customer.id()))).containsExactly(ticket);
        }

        @Test
        void aNameLeadsToTheTicketItWasTiedToFirst() {
            store.commit(fixtures.unit(opening, customer)
                    .reference(CHANNEL, "name-1", ticket.id())
                    .build());
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(second, customer)
                    .reference(CHANNEL, "name-1", Ticket.replay(second).id())
                    .build());

            assertThat(store.findByReference(CHANNEL, "name-1")).contains(ticket.id());
        }

        @Test
        void theSameNameOnAnotherChannelIsAnotherName() {
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(fixtures.unit(opening, customer)
                    .reference(CHANNEL, "name-1", ticket.id())
                    .build());
            assertThat(store.findByReference(OTHER_CHANNEL, "name-1")).isEmpty();
            store.commit(fixtures.unit(second, customer)
                    .reference(OTHER_CHANNEL, "name-1", Ticket.replay(second).id())
                    .build());

            assertThat(store.findByReference(CHANNEL, "name-1")).contains(ticket.id());
            assertThat(store.findByReference(OTHER_CHANNEL, "name-1"))
                    .contains(Ticket.replay(second).id());
        }

        @Test
        void theSameKeyOnAnotherChannelIsAnotherMessage() {
            InboundKey elsewhere = new InboundKey(OTHER_CHANNEL, KNOWN.externalId());
            List<TicketEvent> second = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            store.commit(
                    fixtures.unit(opening, customer).inbound(KNOWN, ticket.id()).build());
            assertThat(store.findInbound(elsewhere)).isEmpty();

            assertThat(store.commit(fixtures.unit(second, customer)
                            .inbound(elsewhere, Ticket.replay(second).id())
                            .build()))
                    .isEqualTo(CommitResult.COMMITTED);
            assertThat(store.findInbound(KNOWN)).contains(ticket.id());
            assertThat(store.findInbound(elsewhere))
                    .contains(Ticket.replay(second).id());
        }

        @Test
        void namesAndKeysAreComparedLetterByLetter() {
            store.commit(fixtures.unit(opening, customer)
                    .inbound(KNOWN, ticket.id())
                    .reference(CHANNEL, "name-1", ticket.id())
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
