package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.spi.store.TicketQuery.Waiting;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Stores that let the wrong customers wait, and the sentences of the contract that say so. */
class BrokenWaitingTest {
    private static final String ORDER = "thoseWhoWaitComeInTheOrderInWhichTheyAreDue";
    private static final String TIE = "ofThoseDueAtOneInstantTheSmallestNumberComesFirst";
    private static final String LIMIT = "noMoreAreListedThanWereAskedFor";
    private static final String ANSWERED = "whoIsAnsweredWaitsNoMore";
    private static final Comparator<Ticket> DUE_FIRST = Comparator.comparing(
            ticket -> ticket.expected().map(ExpectedReply::at).orElse(Instant.MAX));

    @Test
    void lettingTheLastToWaitBeServedFirstIsCaught() {
        Listing.changed(Waiting.class, Listing::backwards).isCaughtBy(ORDER, TIE, LIMIT);
    }

    @Test
    void lettingTheOldestBeServedFirstIsCaught() {
        Listing.sorted(Waiting.class, Comparator.comparing(Ticket::openedAt).thenComparing(BY_NUMBER))
                .isCaughtBy(ORDER);
    }

    @Test
    void lettingThoseDueAtOneInstantBeServedAsTheyWereWrittenIsCaught() {
        waiting(ticket -> ticket.expected().isPresent(), DUE_FIRST).isCaughtBy(TIE);
    }

    @Test
    void lettingThoseWhoWereAnsweredWaitIsCaught() {
        waiting(ticket -> true, DUE_FIRST.thenComparing(BY_NUMBER)).isCaughtBy(ANSWERED);
    }

    @Test
    void lettingOnlyThoseWaitWhoseTicketIsNewIsCaught() {
        waiting(
                        ticket -> ticket.expected().isPresent() && ticket.status() == TicketStatus.NEW,
                        DUE_FIRST.thenComparing(BY_NUMBER))
                .isCaughtBy(ANSWERED, "aTicketComesBackWithAllThatWasSaid");
    }

    @Test
    void listingMoreWhoWaitThanWereAskedForIsCaught() {
        Listing.withoutLimit(Waiting.class).isCaughtBy(ORDER, LIMIT);
    }

    @Test
    void takingTheLimitBeforeLookingWhoWaitsIsCaught() {
        ContractRun.ofStore(LimitFirst::new).isCaughtAtLeastBy(LIMIT);
    }

    private static ContractRun waiting(Predicate<Ticket> who, Comparator<Ticket> order) {
        return Listing.lookingThroughAll(
                Waiting.class,
                (query, all) -> all.stream()
                        .filter(who)
                        .filter(ticket -> ticket.snooze().isEmpty())
                        .sorted(order)
                        .toList());
    }
}
