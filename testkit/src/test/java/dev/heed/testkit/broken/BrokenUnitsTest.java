package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
                .isCaughtBy("anInboundMessageIsAcceptedOnce", "nothingOfARefusedUnitIsWritten");
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
                .isCaughtBy("anInboundMessageIsAcceptedOnce");
    }

    @Test
    void forgettingWhereAnInboundMessageWentIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return Optional.empty();
                    }
                })
                .isCaughtBy("anInboundMessageIsAcceptedOnce");
    }

    @Test
    void writingTheTimersOfARefusedUnitIsCaught() {
        writing(unit -> Rewritten.of(UnitOfWork.builder().build()).timers(unit.timers()));
    }

    @Test
    void writingTheOutgoingWorkOfARefusedUnitIsCaught() {
        writing(unit -> Rewritten.of(UnitOfWork.builder().build()).outgoing(unit.newOutbox()));
    }

    @Test
    void writingTheCustomersOfARefusedUnitIsCaught() {
        writing(unit -> Rewritten.of(UnitOfWork.builder().build()).customers(unit.customers()));
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

    private static void writing(java.util.function.Function<UnitOfWork, Rewritten> onlyThis) {
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
                .isCaughtBy("nothingOfARefusedUnitIsWritten");
    }

    @Test
    void lettingTheLastUseOfANameWinIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<String, TicketId> last = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.COMMITTED) {
                            unit.change()
                                    .ifPresent(change -> unit.references()
                                            .forEach(name -> last.put(
                                                    name.value(),
                                                    change.ticket().id())));
                        }
                        return result;
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        return Optional.ofNullable(last.get(reference));
                    }
                })
                .isCaughtBy("aNameLeadsToTheTicketItWasTiedToFirst");
    }
}
