package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.AccountAddress;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps to in the links between profiles; a part of {@link TicketStoreContract}. */
abstract class LinksContract extends ErasureContract {
    LinksContract() {}

    @Nested
    class Links {
        private static final CustomerId A = CustomerId.of("a");
        private static final CustomerId B = CustomerId.of("b");
        private static final CustomerId C = CustomerId.of("c");
        private static final CustomerId D = CustomerId.of("d");
        private static final Instant FINE = NOON.plusNanos(123_456_000);

        private int last;

        private ProfileLink link(CustomerId one, CustomerId other) {
            return link(one, other, new Proof.AgentDecision(StoreFixtures.MARIA, "She called: “Zoë 🎈”."));
        }

        private ProfileLink link(CustomerId one, CustomerId other, Proof proof) {
            return ProfileLink.of(new LinkId(new UUID(5, 100 - ++last)), one, other, proof, FINE);
        }

        private ProfileLink ended(ProfileLink link) {
            return link.ended(
                    new ProfileLink.Ending(FINE.plusSeconds(1), Optional.of(StoreFixtures.BEN), "It was her brother."));
        }

        private CommitResult keep(ProfileLink link) {
            return store.commit(UnitOfWork.builder().link(link).build());
        }

        private Person person(CustomerId... profiles) {
            return new Person(Set.of(profiles));
        }

        @Test
        void whoIsNotLinkedIsAPersonAlone() {
            assertThat(store.person(A)).isEqualTo(person(A));
            assertThat(store.links(A)).isEmpty();
            assertThat(store.findPerson(EmailAddress.of("nobody@example.com"))).isEmpty();
        }

        @Test
        void linkedProfilesAreOnePersonFromBothSidesAndOverOthers() {
            assertThat(keep(link(A, B))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.person(C)).isEqualTo(person(C));
            keep(link(C, D));
            keep(link(D, B));

            assertThat(Stream.of(A, B, C, D).map(store::person)).containsOnly(person(A, B, C, D));
        }

        @Test
        void capitalsMakeTwoProfiles() {
            keep(link(A, B));

            assertThat(store.person(CustomerId.of("A"))).isEqualTo(person(CustomerId.of("A")));
        }

        @Test
        void aPersonIsFoundByEachAddressOfEachProfile() {
            AccountAddress account = new AccountAddress("chat", "a-1");
            Customer one = Customer.builder("a")
                    .email("a@example.com")
                    .address(account)
                    .build();
            Customer other = Customer.builder("b").email("b@example.com").build();
            store.commit(UnitOfWork.builder()
                    .customer(one)
                    .customer(other)
                    .link(link(A, B))
                    .build());

            assertThat(Stream.of(EmailAddress.of("A@example.com"), account, EmailAddress.of("b@example.com"))
                            .map(store::findPerson))
                    .containsOnly(Optional.of(person(A, B)));
            assertThat(store.findCustomer(account).map(Customer::id))
                    .as("nothing is moved")
                    .contains(A);
        }

        @Test
        void aLinkThatEndsLeavesWhatOtherLinksHold() {
            ProfileLink bridge = link(B, C);
            keep(link(A, B));
            keep(bridge);
            keep(link(C, D));

            assertThat(keep(ended(bridge))).isEqualTo(CommitResult.COMMITTED);

            assertThat(Stream.of(A, B).map(store::person)).containsOnly(person(A, B));
            assertThat(Stream.of(C, D).map(store::person)).containsOnly(person(C, D));
        }

        @Test
        void aLinkThatEndsPartsNobodyWhoIsLinkedInAnotherWay() {
            ProfileLink second = link(A, B);
            keep(link(A, B));
            keep(second);
            keep(link(B, C));
            keep(link(C, A));

            keep(ended(second));

            assertThat(Stream.of(A, B, C).map(store::person)).containsOnly(person(A, B, C));
        }

        @Test
        void linksComeBackWholeAndInTheOrderInWhichTheyWereMade() {
            EmailAddress address = EmailAddress.of("a@example.com");
            ProfileLink first = link(A, B);
            ProfileLink second = link(C, A, new Proof.SignedIdentity(A, address, "2026-1", NOON, "00ff"));
            ProfileLink third = link(A, D, new Proof.ConfirmedAddress(new AccountAddress("chat", "x"), A, FINE));
            Stream.of(first, second, third).forEach(this::keep);
            keep(ended(first));

            assertThat(store.links(A)).containsExactly(ended(first), second, third);
            assertThat(store.links(B)).containsExactly(ended(first));
            assertThat(store.links(D)).containsExactly(third);
        }

        @Test
        void aLinkIsMadeOnceAndEndsOnce() {
            ProfileLink link = link(A, B);

            assertThat(keep(ended(link))).as("what is not there").isEqualTo(CommitResult.CONFLICT);
            keep(link);
            assertThat(keep(link)).isEqualTo(CommitResult.CONFLICT);
            keep(ended(link));
            assertThat(keep(ended(link))).isEqualTo(CommitResult.CONFLICT);
            assertThat(keep(link)).as("what has ended").isEqualTo(CommitResult.CONFLICT);

            assertThat(store.links(A)).containsExactly(ended(link));
            assertThat(store.person(A)).isEqualTo(person(A));
        }

        @Test
        void whatIsKnownOfACustomerAnewChangesNoLink() {
            ProfileLink link = link(A, B);
            keep(link);
            store.commit(UnitOfWork.builder()
                    .customer(Customer.builder("a").name("Ana").build())
                    .build());

            assertThat(store.person(B)).isEqualTo(person(A, B));
            assertThat(store.links(A)).containsExactly(link);
        }

        @Test
        void nothingIsWrittenIfALinkHasEnded() {
            ProfileLink link = link(A, B);
            keep(link);
            keep(ended(link));

            assertThat(store.commit(UnitOfWork.builder()
                            .link(ended(link))
                            .link(link(C, D))
                            .build()))
                    .isEqualTo(CommitResult.CONFLICT);

            assertThat(store.person(C)).isEqualTo(person(C));
        }

        @Test
        void whoIsForgottenIsLinkedWithNobodyAndNeitherAreThoseLinkedOverHer() {
            Customer b = Customer.builder("b").email("b@example.com").build();
            ProfileLink other = link(A, D);
            store.commit(UnitOfWork.builder().customer(b).link(link(A, B)).build());
            keep(link(B, C));
            keep(other);

            store.commit(UnitOfWork.builder().forget(B).build());

            assertThat(store.links(B)).isEmpty();
            assertThat(store.links(C)).isEmpty();
            assertThat(store.links(A)).containsExactly(other);
            assertThat(store.person(A)).isEqualTo(person(A, D));
            assertThat(store.person(C)).isEqualTo(person(C));
            assertThat(store.findPerson(EmailAddress.of("b@example.com"))).isEmpty();
        }

        @Test
        void lettersOfNoTicketToWhoIsForgottenAreForgotten() {
            OutboxEntry any = fixtures.outgoing(ticket.id(), NOON);
            OutboxEntry hers = OutboxEntry.withoutTicket(any.id(), any.message(), NOON);
            Customer b = Customer.builder("b").address(any.message().to()).build();
            store.commit(UnitOfWork.builder().customer(b).send(hers).build());

            store.commit(UnitOfWork.builder().forget(B).build());

            assertThat(store.findOutbox(hers.id())).isEmpty();
        }
    }
}
