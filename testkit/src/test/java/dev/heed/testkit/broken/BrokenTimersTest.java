package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stores that keep timers badly, and the sentences of the contract that say so. */
class BrokenTimersTest {
    @Test
    void givingATimerANanosecondEarlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        return super.dueTimers(now.plusNanos(1), limit);
                    }
                })
                .isCaughtBy("aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved");
    }

    @Test
    void givingATimerANanosecondLateIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        return super.dueTimers(now.minusNanos(1), limit);
                    }
                })
                .isCaughtBy(
                        "aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved",
                        "twoTicketsMayBeDueAtOneInstant",
                        "whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void removingATimerWhenItIsReadIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        List<Timer> due = super.dueTimers(now, limit);
                        UnitOfWork.Builder removal = UnitOfWork.builder();
                        due.forEach(removal::fired);
                        super.commit(removal.build());
                        return due;
                    }
                })
                .isCaughtBy(
                        "aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved",
                        "theEarliestComesFirstAndTheLimitIsKept",
                        "changingAListThatWasHandedOutChangesNothing",
                        "nothingIsWrittenIfATimerIsGone",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew",
                        "nothingOfARefusedUnitIsWritten");
    }

    @Test
    void firingATimerTwiceIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        boolean gone = result == CommitResult.SUPERSEDED
                                && !unit.firedTimers().isEmpty();
                        return gone ? CommitResult.COMMITTED : result;
                    }
                })
                .isCaughtBy(
                        "aTimerFiresOnce", "nothingIsWrittenIfATimerIsGone", "nothingIsWrittenIfTheWorkWasClaimedAnew");
    }

    @Test
    void neverRemovingATimerIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit).fired(List.of()).build());
                    }
                })
                .isCaughtBy(
                        "aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved",
                        "aTimerFiresOnce",
                        "nothingIsWrittenIfATimerIsGone");
    }

    @Test
    void givingTheLatestFirstIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        List<Timer> due = new ArrayList<>(super.dueTimers(now, limit));
                        Collections.reverse(due);
                        return due;
                    }
                })
                .isCaughtBy("theEarliestComesFirstAndTheLimitIsKept");
    }

    @Test
    void keepingAnEqualTimerTwiceIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        return super.dueTimers(now, limit).stream()
                                .flatMap(timer -> List.of(timer, timer).stream())
                                .limit(limit)
                                .toList();
                    }
                })
                .isCaughtBy(
                        "aTimerIsDueFromItsInstantOnAndStaysUntilItIsRemoved",
                        "theEarliestComesFirstAndTheLimitIsKept",
                        "twoTicketsMayBeDueAtOneInstant",
                        "whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void givingMoreTimersThanWereAskedForIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        return super.dueTimers(now, Integer.MAX_VALUE);
                    }
                })
                .isCaughtBy("theEarliestComesFirstAndTheLimitIsKept");
    }

    @Test
    void keepingOneTimerPerInstantIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        Set<Instant> seen = new HashSet<>();
                        return super.dueTimers(now, limit).stream()
                                .filter(timer -> seen.add(timer.due()))
                                .toList();
                    }
                })
                .isCaughtBy("twoTicketsMayBeDueAtOneInstant");
    }
}
