package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_ID;
import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.spi.store.TicketQuery.AwaitingApproval;
import dev.heed.ticket.ApprovalRequest;
import dev.heed.ticket.ApprovalRequest.State;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that lose what a second person has to decide, or list it otherwise, and the sentences that say so. */
class BrokenApprovalsTest {
    private static final String ORDER = "whatWasAskedFirstComesFirstAndThenTheSmallestNumber";
    private static final String UNTIL = "aTicketIsListedUntilItsLastRequestIsDecided";
    private static final String CLOSED = "whatIsClosedAwaitsNothing";

    private static Instant asked(Ticket ticket) {
        return ticket.approvals().stream()
                .filter(request -> request.state() == State.OPEN)
                .map(ApprovalRequest::at)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Instant everAsked(Ticket ticket) {
        return ticket.approvals().get(0).at();
    }

    @Test
    void listingThemByTheirNumberIsCaught() {
        Listing.sorted(AwaitingApproval.class, BY_NUMBER).isCaughtBy(ORDER, UNTIL);
    }

    @Test
    void listingThemByTheirIdIsCaught() {
        Listing.sorted(AwaitingApproval.class, BY_ID).isCaughtAtLeastBy(ORDER);
    }

    @Test
    void listingTheLargestNumberFirstAmongThoseAskedAtOnceIsCaught() {
        Listing.sorted(
                        AwaitingApproval.class,
                        Comparator.comparing(BrokenApprovalsTest::asked).thenComparing(BY_NUMBER.reversed()))
                .isCaughtBy(ORDER);
    }

    @Test
    void goingByARequestThatIsDecidedIsCaught() {
        Listing.sorted(
                        AwaitingApproval.class,
                        Comparator.comparing(BrokenApprovalsTest::everAsked).thenComparing(BY_NUMBER))
                .isCaughtBy(UNTIL);
    }

    @Test
    void listingMoreThanWereAskedForIsCaught() {
        Listing.withoutLimit(AwaitingApproval.class).isCaughtBy(ORDER);
    }

    @Test
    void listingNothingIsCaught() {
        Listing.changed(AwaitingApproval.class, found -> List.of()).isCaughtBy(ORDER, UNTIL);
    }

    @Test
    void listingWhatWasEverAskedIsCaught() {
        Listing.lookingThroughAll(
                        AwaitingApproval.class,
                        (query, all) -> all.stream()
                                .filter(ticket -> !ticket.approvals().isEmpty())
                                .sorted(Comparator.comparing(BrokenApprovalsTest::everAsked)
                                        .thenComparing(BY_NUMBER))
                                .toList())
                .isCaughtBy(UNTIL, CLOSED);
    }
}
