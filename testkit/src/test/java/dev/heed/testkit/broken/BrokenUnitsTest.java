package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Stores whose units of work are not whole, and the sentences of the contract that say so. */
class BrokenUnitsTest {
    @Test
    void forgettingInboundKeysIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit).withoutInbound().build());
                    }
                })
                .isCaughtBy(
                        "anInboundMessageIsAcceptedOnce",
                        "nothingOfARefusedUnitIsWritten",
                        "theSameKeyOnAnotherChannelIsAnotherMessage");
    }

    @Test
    void takingADuplicateForAConflictIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        return result == CommitResult.DUPLICATE ? CommitResult.CONFLICT : result;
                    }
                })
                .isCaughtBy("anInboundMessageIsAcceptedOnce", "nothingOfARefusedUnitIsWritten");
    }

    @Test
    void forgettingWhereAnInboundMessageWentIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return Optional.empty();
                    }
                })
                .isCaughtBy("anInboundMessageIsAcceptedOnce", "theSameKeyOnAnotherChannelIsAnotherMessage");
    }

    @Test
    void writingTheTimersOfARefusedUnitIsCaught() {
        writing(unit -> nothing().timers(unit.timers()));
    }

    @Test
    void writingTheOutgoingWorkOfARefusedUnitIsCaught() {
        writing(unit -> nothing().outgoing(unit.newOutbox()));
    }

    @Test
    void writingTheCustomersOfARefusedUnitIsCaught() {
        writing(unit -> nothing().customers(unit.customers()));
    }

    @Test
    void writingTheTicketOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.DUPLICATE) {
                            super.commit(Rewritten.of(unit).withoutInbound().build());
                        }
                        return result;
                    }
                })
                .isCaughtBy("anInboundMessageIsAcceptedOnce", "nothingOfARefusedUnitIsWritten");
    }

    private static void writing(Function<UnitOfWork, Rewritten> onlyThis) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result != CommitResult.COMMITTED) {
                            super.commit(onlyThis.apply(unit).build());
                        }
                        return result;
                    }
                })
                .isCaughtBy(
                        "nothingOfARefusedUnitIsWritten",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfATimerIsGone",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew");
    }

    private static Rewritten nothing() {
        return Rewritten.of(UnitOfWork.builder().build());
    }

    @Test
    void removingTheTimersOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result != CommitResult.COMMITTED) {
                            unit.firedTimers()
                                    .forEach(timer -> super.commit(
                                            UnitOfWork.builder().fired(timer).build()));
                        }
                        return result;
                    }
                })
                .isCaughtBy(
                        "nothingOfARefusedUnitIsWritten",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfATimerIsGone",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew");
    }

    @Test
    void settlingTheWorkOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result != CommitResult.COMMITTED) {
                            unit.settledOutbox()
                                    .forEach(entry -> super.commit(
                                            UnitOfWork.builder().settle(entry).build()));
                        }
                        return result;
                    }
                })
                .isCaughtBy(
                        "nothingOfARefusedUnitIsWritten",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfATimerIsGone");
    }

    @Test
    void tyingTheNamesOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<UnitOfWork.Reference, TicketId> tied = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.change()
                                .ifPresent(change -> unit.references()
                                        .forEach(name -> tied.putIfAbsent(
                                                name, change.ticket().id())));
                        return super.commit(unit);
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        return Optional.ofNullable(tied.get(new UnitOfWork.Reference(channel, reference)));
                    }
                })
                .isCaughtBy(
                        "nothingOfARefusedUnitIsWritten",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfATimerIsGone",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew");
    }

    @Test
    void keepingTheInboundKeyOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<InboundKey, TicketId> kept = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        unit.inbound()
                                .ifPresent(key -> unit.change()
                                        .ifPresent(change -> kept.putIfAbsent(
                                                key, change.ticket().id())));
                        return result;
                    }

                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return Optional.ofNullable(kept.get(key));
                    }
                })
                .isCaughtBy(
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfATimerIsGone",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew");
    }

    @Test
    void writingEverythingButTheTicketBeforeItLooksIsCaught() {
        writing(unit -> Rewritten.of(unit)
                .change(List.of())
                .withoutInbound()
                .fired(List.of())
                .settled(List.of()));
    }
}
