package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_ID;
import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.people.AgentId;
import dev.heed.spi.store.TicketQuery.Exempted;
import dev.heed.spi.store.TicketQuery.OfCustomer;
import dev.heed.spi.store.TicketQuery.OwnedBy;
import dev.heed.ticket.Ticket;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Stores that list other tickets of customers and owners than were asked for, and the sentences that say so. */
class BrokenQueriesTest {
    private static final String OF_CUSTOMER = "theTicketsOfACustomerComeNewestFirst";
    private static final String OWNED = "theTicketsOfAnOwnerComeByTheirNumber";
    private static final String EXEMPTED = "whatWasClosedLastWithoutItsCustomerComesFirst";
    private static final String EXEMPTED_WITH_NOTE = "aNoteOnAnExemptedTicketDoesNotChangeItsPlace";

    @Test
    void listingTheTicketsOfACustomerOldestFirstIsCaught() {
        Listing.sorted(OfCustomer.class, BY_NUMBER).isCaughtBy(OF_CUSTOMER);
    }

    @Test
    void listingTheTicketsOfACustomerByTheirIdIsCaught() {
        Listing.sorted(OfCustomer.class, BY_ID).isCaughtBy(OF_CUSTOMER);
        Listing.sorted(OfCustomer.class, BY_ID.reversed()).isCaughtBy(OF_CUSTOMER);
    }

    @Test
    void turningTheTicketsOfACustomerRoundAfterTheLimitIsCaught() {
        Listing.changed(OfCustomer.class, Listing::backwards).isCaughtBy(OF_CUSTOMER);
    }

    @Test
    void listingMoreTicketsOfACustomerThanWereAskedForIsCaught() {
        Listing.withoutLimit(OfCustomer.class).isCaughtBy(OF_CUSTOMER);
    }

    @Test
    void listingTheTicketsOfEverybodyIsCaught() {
        Listing.lookingThroughDeletedOnes(
                        OfCustomer.class,
                        (query, all) ->
                                all.stream().sorted(BY_NUMBER.reversed()).toList())
                .isCaughtBy(
                        "othersKeepWhatIsTheirs", "theTicketIsFoundWithThePseudonymAndNotWithThePerson", OF_CUSTOMER);
    }

    @Test
    void listingTheTicketsOfAnOwnerByTheirIdIsCaught() {
        Listing.sorted(OwnedBy.class, BY_ID).isCaughtBy(OWNED);
    }

    @Test
    void listingTheNewestTicketsOfAnOwnerFirstIsCaught() {
        Listing.sorted(OwnedBy.class, BY_NUMBER.reversed()).isCaughtBy(OWNED);
    }

    @Test
    void listingTheTicketsOfAnOwnerAsTheyWereWrittenIsCaught() {
        Listing.lookingThroughAll(OwnedBy.class, (query, all) -> owned(query, all, ticket -> isOpen(ticket)))
                .isCaughtBy(OWNED);
    }

    @Test
    void listingMoreTicketsOfAnOwnerThanWereAskedForIsCaught() {
        Listing.withoutLimit(OwnedBy.class).isCaughtBy(OWNED);
    }

    @Test
    void listingClosedTicketsForTheirOwnerIsCaught() {
        Listing.lookingThroughAll(
                        OwnedBy.class, (query, all) -> Listing.inOrder(owned(query, all, ticket -> true), BY_NUMBER))
                .isCaughtBy("anOwnersTicketIsListedWhileItIsNotClosed");
    }

    @Test
    void losingATicketOnceItWasClosedIsCaught() {
        Listing.lookingThroughAll(
                        OwnedBy.class,
                        (query, all) -> Listing.inOrder(
                                owned(query, all, ticket -> isOpen(ticket) && ticket.reopenCount() == 0), BY_NUMBER))
                .isCaughtAtLeastBy("anOwnersTicketIsListedWhileItIsNotClosed");
    }

    @Test
    void listingTheTicketsOfAllOwnersIsCaught() {
        Listing.lookingThroughAll(
                        OwnedBy.class,
                        (query, all) -> all.stream()
                                .filter(ticket ->
                                        isOpen(ticket) && ticket.owner().isPresent())
                                .sorted(BY_NUMBER)
                                .toList())
                .isCaughtBy("aTicketGoesAlongWithItsOwner");
    }

    private static List<Ticket> owned(Object query, Collection<Ticket> all, Predicate<Ticket> which) {
        AgentId owner = ((OwnedBy) query).owner();
        return all.stream()
                .filter(ticket -> ticket.owner().filter(owner::equals).isPresent())
                .filter(which)
                .toList();
    }

    private static boolean isOpen(Ticket ticket) {
        return ticket.closing().isEmpty();
    }

    @Test
    void listingTheNewestTicketsFirstAmongThoseExemptedIsCaught() {
        Listing.sorted(Exempted.class, BY_NUMBER.reversed()).isCaughtBy(EXEMPTED);
    }

    @Test
    void listingFirstWhatWasExemptedFirstIsCaught() {
        Listing.sorted(
                        Exempted.class,
                        Comparator.comparing(ticket -> ticket.closedAt().orElseThrow()))
                .isCaughtBy(EXEMPTED, EXEMPTED_WITH_NOTE);
    }

    @Test
    void listingFirstWhatChangedLastAmongThoseExemptedIsCaught() {
        Listing.sorted(Exempted.class, Comparator.comparing(Ticket::changedAt).reversed())
                .isCaughtBy(EXEMPTED_WITH_NOTE);
    }

    @Test
    void listingMoreExemptedTicketsThanWereAskedForIsCaught() {
        Listing.withoutLimit(Exempted.class).isCaughtBy(EXEMPTED);
    }

    @Test
    void listingWhatTheCustomerClosedAmongThoseExemptedIsCaught() {
        Listing.lookingThroughAll(Exempted.class, (query, all) -> lastClosedFirst(all, ticket -> !isOpen(ticket)))
                .isCaughtBy(EXEMPTED);
    }

    @Test
    void listingWhatWasEverExemptedIsCaught() {
        ContractRun.ofStore(EverExempted::new).isCaughtBy("aTicketThatIsOpenAgainIsNoLongerListedAsExempted");
    }

    private static List<Ticket> lastClosedFirst(Collection<Ticket> all, Predicate<Ticket> which) {
        Comparator<Ticket> order =
                Comparator.comparing(ticket -> ticket.closedAt().orElseThrow());
        return all.stream().filter(which).sorted(order.reversed()).toList();
    }
}
