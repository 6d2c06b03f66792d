package dev.heed.testkit.broken;

import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
                                .change(unit.change().stream()
                                        .map(change -> new UnitOfWork.Change(
                                                change.ticket(),
                                                withoutTheSecond(change.events()),
                                                change.expectedVersion()))
                                        .toList())
                                .build());
                    }
                })
                .isCaughtBy(
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
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
                        return backwards(super.history(id));
                    }
                })
                .isCaughtBy(
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
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
                                .change(unit.change().stream()
                                        .map(change -> new UnitOfWork.Change(
                                                change.ticket(), change.events(), storedVersion(change.ticket())))
                                        .toList())
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
                .isCaughtBy("numbersAreAboveZeroAndNeverGivenTwice");
    }

    @Test
    void listingTheTicketsOfACustomerNewestFirstIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> ticketsOf(CustomerId customer) {
                        return backwards(super.ticketsOf(customer));
                    }
                })
                .isCaughtBy("theTicketsOfACustomerComeOldestFirst");
    }

    @Test
    void lettingTheLastToWaitBeServedFirstIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> waiting(int limit) {
                        return backwards(super.waiting(limit));
                    }
                })
                .isCaughtBy("thoseWhoWaitComeInTheOrderInWhichTheyAreDue", "noMoreAreListedThanWereAskedFor");
    }

    @Test
    void lettingTheOldestBeServedFirstIsCaught() {
        waiting(
                (tickets, limit) -> tickets.stream()
                        .filter(ticket -> ticket.expected().isPresent())
                        .sorted(Comparator.comparing(Ticket::openedAt))
                        .limit(limit)
                        .toList(),
                "thoseWhoWaitComeInTheOrderInWhichTheyAreDue");
    }

    @Test
    void lettingThoseWhoWereAnsweredWaitIsCaught() {
        waiting(
                (tickets, limit) -> tickets.stream()
                        .sorted(Comparator.comparing(ticket ->
                                ticket.expected().map(ExpectedReply::at).orElse(Instant.MAX)))
                        .limit(limit)
                        .toList(),
                "whoIsAnsweredWaitsNoMore");
    }

    @Test
    void lettingOnlyThoseWaitWhoseTicketIsNewIsCaught() {
        waiting(
                (tickets, limit) -> tickets.stream()
                        .filter(ticket -> ticket.expected().isPresent() && ticket.status() == TicketStatus.NEW)
                        .sorted(Comparator.comparing(
                                ticket -> ticket.expected().orElseThrow().at()))
                        .limit(limit)
                        .toList(),
                "whoIsAnsweredWaitsNoMore",
                "aTicketComesBackWithAllThatWasSaid");
    }

    @Test
    void listingMoreWhoWaitThanWereAskedForIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> waiting(int limit) {
                        return super.waiting(Integer.MAX_VALUE);
                    }
                })
                .isCaughtBy("thoseWhoWaitComeInTheOrderInWhichTheyAreDue", "noMoreAreListedThanWereAskedFor");
    }

    @Test
    void takingTheLimitBeforeLookingWhoWaitsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<TicketId, Long> seen = new LinkedHashMap<>();

                    @Override
                    public synchronized CommitResult commit(UnitOfWork unit) {
                        unit.change()
                                .ifPresent(change -> seen.put(change.ticket().id(), 0L));
                        return super.commit(unit);
                    }

                    @Override
                    public List<Ticket> waiting(int limit) {
                        List<TicketId> first =
                                seen.keySet().stream().limit(limit).toList();
                        return super.waiting(Integer.MAX_VALUE).stream()
                                .filter(ticket -> first.contains(ticket.id()))
                                .toList();
                    }
                })
                .isCaughtAtLeastBy("noMoreAreListedThanWereAskedFor");
    }

    private static void waiting(BiFunction<Collection<Ticket>, Integer, List<Ticket>> list, String... caughtBy) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<TicketId, Ticket> newest = new LinkedHashMap<>();

                    @Override
                    public synchronized CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.COMMITTED) {
                            unit.change()
                                    .ifPresent(
                                            change -> newest.put(change.ticket().id(), change.ticket()));
                        }
                        return result;
                    }

                    @Override
                    public List<Ticket> waiting(int limit) {
                        return list.apply(newest.values(), limit);
                    }
                })
                .isCaughtBy(caughtBy);
    }

    private static <T> List<T> backwards(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
