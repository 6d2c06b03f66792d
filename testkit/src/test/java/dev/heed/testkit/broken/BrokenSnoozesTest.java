package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketQuery.AtHand;
import dev.heed.spi.store.TicketQuery.OwnedBy;
import dev.heed.spi.store.TicketQuery.Snoozed;
import dev.heed.spi.store.TicketQuery.Waiting;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.Ticket;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Stores that show what is put off, or hide what is not. */
class BrokenSnoozesTest {
    private static final String HIDDEN = "itIsInNoQueueUntilItIsShownAgain";
    private static final String AT_HAND = "whatIsAtHandComesByItsNumberAndIsNobodyElses";
    private static final String ORDER = "whatIsShownAgainFirstComesFirstAndThenTheSmallestNumber";
    private static final String FOUND = "itIsFoundOnlyByThoseWhoAskForIt";

    @Test
    void queueingWhatIsPutOffIsCaught() {
        Listing.lookingThroughAll(
                        Waiting.class,
                        (query, all) -> all.stream()
                                .filter(ticket -> ticket.expected().isPresent())
                                .sorted(Comparator.comparing((Ticket ticket) ->
                                                ticket.expected().orElseThrow().at())
                                        .thenComparing(BY_NUMBER))
                                .toList())
                .isCaughtBy(HIDDEN);
    }

    @Test
    void showingWhatIsPutOffToItsOwnerIsCaught() {
        Listing.asking(AtHand.class, query -> new OwnedBy(((AtHand) query).owner()))
                .isCaughtBy(HIDDEN, AT_HAND);
    }

    @Test
    void hidingWhatIsPutOffFromThoseWhoStandInForItsOwnerIsCaught() {
        Listing.asking(OwnedBy.class, query -> new AtHand(((OwnedBy) query).owner()))
                .isCaughtBy(HIDDEN);
    }

    @Test
    void listingMoreAtHandThanWasAskedForIsCaught() {
        Listing.withoutLimit(AtHand.class).isCaughtBy(AT_HAND);
    }

    @Test
    void listingWhatIsPutOffByItsNumberIsCaught() {
        Listing.sorted(Snoozed.class, BY_NUMBER).isCaughtBy(ORDER);
    }

    @Test
    void listingWhatOthersHavePutOffIsCaught() {
        Listing.asking(Snoozed.class, query -> new Snoozed(Optional.empty())).isCaughtBy(ORDER);
    }

    @Test
    void listingMoreOfWhatIsPutOffThanWasAskedForIsCaught() {
        Listing.withoutLimit(Snoozed.class).isCaughtBy(ORDER);
    }

    private static ContractRun finding(BiPredicate<TicketSearch, Ticket> matches) {
        return ContractRun.ofStore(() -> new NaiveSearch() {
            @Override
            boolean matches(TicketSearch search, Ticket ticket) {
                return matches.test(search, ticket);
            }
        });
    }

    @Test
    void findingWhatIsPutOffForThoseWhoDoNotAskIsCaught() {
        finding((search, ticket) -> search.matches(ticket)
                        || search.toBuilder().putOff(PutOff.INCLUDED).build().matches(ticket))
                .isCaughtBy(FOUND);
    }

    @Test
    void neverFindingWhatIsPutOffIsCaught() {
        finding((search, ticket) -> search.matches(ticket) && ticket.snooze().isEmpty())
                .isCaughtBy(FOUND);
    }
}
