package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that keep tickets badly, and the sentences of the contract that say so. */
class BrokenTicketsTest {
    @Test
    void aSoundStoreIsNotComplainedAbout() {
        ContractRun.ofStore(ForwardingStore::new).holds();
    }

    @Test
    void losingTheSecondEventOfAUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .eachChange(change -> new UnitOfWork.Change(
                                        change.ticket(),
                                        withoutTheSecond(change.events()),
                                        change.expectedVersion(),
                                        change.wakeAt()))
                                .build());
                    }
                })
                .isCaughtBy(
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
                        "aChangeWithoutEventsMovesTheInstantAndNothingElse",
                        "severalTicketsChangeAtOnce",
                        "ofManyWhoChangeOneTicketAtOnceNoneLosesAnEvent",
                        "everyEventComesBackWithAllThatItSays",
                        "whatHappenedKeepsItsMicroseconds");
    }

    private static List<TicketEvent> withoutTheSecond(List<TicketEvent> events) {
        List<TicketEvent> left = new ArrayList<>(events);
        if (left.size() > 1) {
            left.remove(1);
        }
        return left;
    }

    @Test
    void givingTheHistoryBackwardsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        return Listing.backwards(super.history(id));
                    }
                })
                .isCaughtBy(
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "theHistoryIsTheNewOneAndNothingOfTheOldOne",
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
                        "aChangeWithoutEventsMovesTheInstantAndNothingElse",
                        "severalTicketsChangeAtOnce",
                        "ofManyWhoChangeOneTicketAtOnceNoneLosesAnEvent",
                        "everyEventComesBackWithAllThatItSays",
                        "whatHappenedKeepsItsMicroseconds");
    }

    @Test
    void ignoringTheExpectedVersionIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public synchronized CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .eachChange(change -> new UnitOfWork.Change(
                                        change.ticket(),
                                        change.events(),
                                        storedVersion(change.ticket()),
                                        change.wakeAt()))
                                .build());
                    }

                    private long storedVersion(Ticket ticket) {
                        return findTicket(ticket.id()).map(Ticket::version).orElse(0L);
                    }
                })
                .isCaughtAtLeastBy("aChangeThatExpectsAnotherVersionIsAConflict", "aTicketIsOpenedOnce");
    }

    @Test
    void givingANumberTwiceIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public long nextTicketNumber() {
                        return (super.nextTicketNumber() + 1) / 2;
                    }
                })
                .isCaughtAtLeastBy(
                        "numbersAreAboveZeroAndNeverGivenTwice",
                        "ofThoseDueAtOneInstantTheSmallestNumberComesFirst",
                        "theTicketsOfAnOwnerComeByTheirNumber",
                        "whatIsDueFirstComesFirstAndThenTheSmallestNumber");
    }
}
