package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.json.Redaction;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps to when a person is forgotten; a part of {@link TicketStoreContract}. */
abstract class ErasureContract extends DocumentsContract {
    private static final InboundKey KEY = new InboundKey(CHANNEL, "<1.ana@example.com>");
    private static final CustomerId NOBODY = CustomerId.of("erased-1");

    ErasureContract() {}

    @Nested
    class Forgotten {
        private OutboxEntry waiting;
        private OutboxEntry dead;
        private List<TicketEvent> erased;
        private int guarded;

        @SuppressWarnings("NullAway.Init") // set before each test
        Forgotten() {}

        @BeforeEach
        void aPersonWithEverything() {
            dead = fixtures.outgoing(ticket.id(), NOON);
            waiting = fixtures.outgoing(ticket.id(), NOON);
            store.commit(fixtures.unit(opening, customer, Optional.of(NOON))
                    .inbound(KEY, ticket.id())
                    .reference(CHANNEL, "1.ana@example.com", ticket.id())
                    .send(dead)
                    .send(waiting)
                    .build());
            settle(store.claimOutbox(NOON, LEASE, 1).get(0).givenUp(OutboxEntry.State.DEAD, "Refused."));
            erased = new Redaction(NOBODY).of(opening);
        }

        @Test
        void theHistoryIsTheNewOneAndNothingOfTheOldOne() {
            assertThat(forget(ticket.version())).isEqualTo(CommitResult.COMMITTED);

            assertThat(InFull.list(store.history(ticket.id()))).isEqualTo(InFull.list(erased));
            assertThat(InFull.of(store.findTicket(ticket.id())))
                    .isEqualTo(InFull.of(Optional.of(Ticket.replay(erased))));
        }

        @Test
        void theTicketIsFoundWithThePseudonymAndNotWithThePerson() {
            forget(ticket.version());

            assertThat(list(new TicketQuery.OfCustomer(customer.id()))).isEmpty();
            assertThat(list(new TicketQuery.OfCustomer(NOBODY))).containsExactly(Ticket.replay(erased));
            assertThat(list(new TicketQuery.Due(NOON))).isEmpty();
        }

        @Test
        void thePersonAndHerAddressesAreNotKnown() {
            forget(ticket.version());

            assertThat(store.findCustomer(customer.id())).isEmpty();
            assertThat(customer.addresses())
                    .isNotEmpty()
                    .allSatisfy(
                            address -> assertThat(store.findCustomer(address)).isEmpty());
        }

        @Test
        void nothingIsLeftToSend() {
            forget(ticket.version());

            assertThat(store.findOutbox(waiting.id())).isEmpty();
            assertThat(store.findOutbox(dead.id())).isEmpty();
            assertThat(store.deadLetters(MANY)).isEmpty();
            assertThat(store.claimOutbox(NOON.plus(LEASE).plus(LEASE), LEASE, MANY))
                    .isEmpty();
        }

        @Test
        void whatIsBeingSentCannotBeSettledAnyMore() {
            OutboxEntry claimed = store.claimOutbox(NOON, LEASE, 1).get(0);
            forget(ticket.version());

            assertThat(settle(claimed.sent())).isEqualTo(CommitResult.SUPERSEDED);
        }

        @Test
        void noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone() {
            forget(ticket.version());

            assertThat(store.findByReference(CHANNEL, "1.ana@example.com")).isEmpty();
            assertThat(store.findInbound(KEY)).isEmpty();
            assertThat(store.findInbound(KEY.forgotten())).contains(ticket.id());
        }

        @Test
        void whatCouldNotBeReadIsForgottenToo() {
            UnreadableInbound hers = unreadable("u-1");
            UnreadableInbound another = unreadable("u-2");
            store.keepUnreadable(hers);
            store.keepUnreadable(another);

            store.commit(UnitOfWork.builder().forgetUnreadable(hers.key()).build());

            assertThat(store.unreadable(MANY))
                    .extracting(UnreadableInbound::key)
                    .containsExactly(another.key());
        }

        @Test
        void nobodyIsForgottenWhileATicketIsNot() {
            List<TicketEvent> later = fixtures.opening(customer, store.nextTicketNumber(), NOON);
            Ticket hers = Ticket.replay(later);
            store.commit(UnitOfWork.builder()
                    .change(hers, later, 0, Optional.empty())
                    .build());

            assertThat(forget(ticket.version())).isEqualTo(CommitResult.CONFLICT);

            assertThat(store.findCustomer(customer.id())).isPresent();
            assertThat(list(new TicketQuery.OfCustomer(customer.id()))).containsExactlyInAnyOrder(hers, ticket);
        }

        @Test
        void outgoingWorkIsForgottenByItsNameInWhateverState() {
            OutboxEntry alone = OutboxEntry.withoutTicket(new UUID(9, 9), waiting.message(), NOON);
            store.commit(UnitOfWork.builder().send(alone).build());

            store.commit(UnitOfWork.builder()
                    .forgetOutbox(alone.id())
                    .forgetOutbox(dead.id())
                    .forgetOutbox(new UUID(9, 10))
                    .build());

            assertThat(store.findOutbox(alone.id())).isEmpty();
            assertThat(store.findOutbox(dead.id())).isEmpty();
            assertThat(store.deadLetters(MANY)).isEmpty();
            assertThat(store.claimOutbox(NOON, LEASE, MANY))
                    .extracting(OutboxEntry::id)
                    .containsExactly(waiting.id());
        }

        @Test
        void whatIsToBeWrittenOfSomebodyWhoWasForgottenIsAConflict() {
            assertThat(store.commit(only(UnitOfWork.builder().known(customer.id()))))
                    .isEqualTo(CommitResult.COMMITTED);
            forget(ticket.version());

            assertThat(store.commit(only(UnitOfWork.builder().known(customer.id()))))
                    .isEqualTo(CommitResult.CONFLICT);
            assertThat(store.commit(
                            only(UnitOfWork.builder().known(customer.id()).customer(customer))))
                    .isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findDocument("guarded", "2")).isEmpty();
            assertThat(store.findCustomer(customer.id())).isEmpty();
            assertThat(store.commit(
                            only(UnitOfWork.builder().known(customer.id()).newCustomer(customer))))
                    .isEqualTo(CommitResult.COMMITTED);
        }

        @Test
        void whatDependsOnADocumentThatMustNotBeThereIsAConflictOnceItIs() {
            assertThat(store.commit(only(UnitOfWork.builder().absent("hold", "1"))))
                    .isEqualTo(CommitResult.COMMITTED);
            store.commit(UnitOfWork.builder()
                    .document(StoredDocument.of("hold", "1", "", "for the court"))
                    .build());

            assertThat(store.commit(only(UnitOfWork.builder().absent("hold", "1"))))
                    .isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findDocument("guarded", "2")).isEmpty();
            assertThat(store.commit(
                            only(UnitOfWork.builder().absent("hold", "2").absent("other", "1"))))
                    .isEqualTo(CommitResult.COMMITTED);
        }

        @Test
        void whatDependsOnWhoIsOnePersonIsAConflictOnceSomebodyElseIs() {
            CustomerId other = CustomerId.of("c-other");
            ProfileLink link = ProfileLink.of(
                    new LinkId(new UUID(5, 9)),
                    customer.id(),
                    other,
                    new Proof.AgentDecision(StoreFixtures.MARIA, "They called."),
                    NOON);
            Person alone = Person.of(customer.id());
            Person both = new Person(Set.of(customer.id(), other));
            assertThat(store.commit(only(UnitOfWork.builder().person(alone)))).isEqualTo(CommitResult.COMMITTED);
            store.commit(UnitOfWork.builder().link(link).build());

            assertThat(store.commit(only(UnitOfWork.builder().person(alone)))).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.commit(only(UnitOfWork.builder().person(both)))).isEqualTo(CommitResult.COMMITTED);
            store.commit(UnitOfWork.builder()
                    .link(link.ended(new ProfileLink.Ending(NOON, Optional.empty(), "They are two.")))
                    .build());

            assertThat(store.commit(only(UnitOfWork.builder().person(both)))).isEqualTo(CommitResult.CONFLICT);
        }

        private UnitOfWork only(UnitOfWork.Builder when) {
            return when.document(StoredDocument.of("guarded", String.valueOf(++guarded), "", "words"))
                    .build();
        }

        @Test
        void nothingIsForgottenIfTheTicketHasChanged() {
            assertThat(forget(ticket.version() - 1)).isEqualTo(CommitResult.CONFLICT);

            assertThat(store.findCustomer(customer.id())).isPresent();
            assertThat(InFull.list(store.history(ticket.id()))).isEqualTo(InFull.list(opening));
            assertThat(store.findOutbox(waiting.id())).isPresent();
            assertThat(store.findInbound(KEY)).contains(ticket.id());
        }

        @Test
        void othersKeepWhatIsTheirs() {
            Customer other = fixtures.customer();
            Ticket others = another(other, 60);
            OutboxEntry entry = fixtures.outgoing(others.id(), NOON);
            store.commit(UnitOfWork.builder()
                    .reference(CHANNEL, "other", others.id())
                    .send(entry)
                    .build());

            forget(ticket.version());

            assertThat(store.findCustomer(other.id())).isPresent();
            assertThat(list(new TicketQuery.OfCustomer(other.id()))).containsExactly(others);
            assertThat(store.findByReference(CHANNEL, "other")).contains(others.id());
            assertThat(store.findOutbox(entry.id())).isPresent();
        }

        @Test
        void theAddressIsFreeForSomebodyElse() {
            forget(ticket.version());
            Customer again = Customer.builder("c-again")
                    .address(customer.addresses().iterator().next())
                    .build();

            assertThat(store.commit(UnitOfWork.builder().newCustomer(again).build()))
                    .isEqualTo(CommitResult.COMMITTED);
        }

        private CommitResult forget(long expectedVersion) {
            return store.commit(UnitOfWork.builder()
                    .rewrite(Ticket.replay(erased), erased, expectedVersion, Optional.empty())
                    .forget(customer.id())
                    .build());
        }

        private UnreadableInbound unreadable(String key) {
            return new UnreadableInbound(
                    new InboundKey(CHANNEL, key), NOON, "No header.", "raw".getBytes(StandardCharsets.UTF_8));
        }
    }
}
