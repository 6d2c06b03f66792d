package dev.heed.testkit.broken;

import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketQuery.Deleted;
import dev.heed.spi.store.TicketQuery.Exempted;
import dev.heed.spi.store.TicketQuery.OwnedBy;
import dev.heed.spi.store.TicketQuery.Spam;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that mix up what is deleted, what is spam, and what is neither. */
class BrokenShelvesTest {
    private static final String SPAM = "ofWhatWasClosedWithoutItsCustomerSpamIsListedByItself";
    private static final String DELETED = "whatWasDeletedLastComesFirst";
    private static final String HIDDEN = "whatIsDeletedIsInNoOtherListOfWhatIsToBeDone";

    @Test
    void listingDuplicatesAsSpamIsCaught() {
        Listing.asking(Spam.class, query -> new Exempted()).isCaughtBy(SPAM);
    }

    @Test
    void listingSpamBackwardsIsCaught() {
        Listing.changed(Spam.class, Listing::backwards).isCaughtBy(SPAM);
    }

    @Test
    void listingMoreSpamThanWasAskedForIsCaught() {
        Listing.withoutLimit(Spam.class).isCaughtBy(SPAM);
    }

    @Test
    void listingFirstWhatWasDeletedFirstIsCaught() {
        Listing.sorted(
                        Deleted.class,
                        Comparator.comparing(
                                ticket -> ticket.structure().deletedAt().orElseThrow()))
                .isCaughtBy(DELETED);
    }

    @Test
    void listingMoreDeletedTicketsThanWereAskedForIsCaught() {
        Listing.withoutLimit(Deleted.class).isCaughtBy(DELETED);
    }

    @Test
    void listingWhatIsDeletedAmongThoseOwnedIsCaught() {
        Listing.lookingThroughDeletedOnes(OwnedBy.class, BrokenShelvesTest::owned)
                .isCaughtBy(HIDDEN);
    }

    private static List<Ticket> owned(TicketQuery query, Collection<Ticket> all) {
        return all.stream()
                .filter(ticket -> ticket.status() != TicketStatus.CLOSED)
                .filter(ticket ->
                        ticket.owner().filter(((OwnedBy) query).owner()::equals).isPresent())
                .sorted(Listing.BY_NUMBER)
                .toList();
    }

    @Test
    void listingWhatIsDeletedAmongThoseExemptedIsCaught() {
        Listing.lookingThroughDeletedOnes(
                        Exempted.class,
                        (query, all) -> all.stream()
                                .filter(ticket -> ticket.closing()
                                        .filter(dev.heed.ticket.Closing.Exempt.class::isInstance)
                                        .isPresent())
                                .sorted(Comparator.comparing((Ticket ticket) ->
                                                ticket.closedAt().orElseThrow())
                                        .reversed())
                                .toList())
                .isCaughtBy(HIDDEN);
    }
}
