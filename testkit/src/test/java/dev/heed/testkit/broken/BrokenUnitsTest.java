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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores whose units of work are not whole, and the sentences of the contract that say so. */
class BrokenUnitsTest {
    private static final String[] EVERY_REFUSAL = {
        "nothingOfARefusedUnitIsWritten",
        "nothingIsWrittenIfTheTicketHasChanged",
        "nothingIsWrittenIfOneOfTwoTicketsHasChanged",
        "nothingIsWrittenIfADocumentHasChanged",
        "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken",
        "nothingIsWrittenIfTheWorkWasClaimedAnew",
        "ofSeveralReasonsTheOneNamedFirstIsGiven"
    };

    @Test
    void forgettingInboundKeysIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit).withoutInbound().build());
                    }
                })
                .isCaughtBy(
                        "noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone",
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "aNameAndAKeyLeadToTheTicketTheyNameAndNotToTheOneThatChanges",
                        "anInboundMessageIsAcceptedOnce",
                        "nothingOfARefusedUnitIsWritten",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven",
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
                .isCaughtBy(
                        "anInboundMessageIsAcceptedOnce",
                        "nothingOfARefusedUnitIsWritten",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    @Test
    void forgettingWhereAnInboundMessageWentIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return Optional.empty();
                    }
                })
                .isCaughtBy(
                        "noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone",
                        "nothingIsForgottenIfTheTicketHasChanged",
                        "aNameAndAKeyLeadToTheTicketTheyNameAndNotToTheOneThatChanges",
                        "anInboundMessageIsAcceptedOnce",
                        "theSameKeyOnAnotherChannelIsAnotherMessage");
    }

    @Test
    void writingTheAbsencesOfARefusedUnitIsCaught() {
        writing(unit -> nothing().absences(unit.absences()));
    }

    @Test
    void movingWhatIsDueForARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result != CommitResult.COMMITTED) {
                            super.commit(nothing()
                                    .changes(unit.changes().stream()
                                            .flatMap(change -> findTicket(
                                                            change.ticket().id())
                                                    .stream()
                                                    .map(now -> new UnitOfWork.Change(
                                                            now, List.of(), now.version(), change.wakeAt())))
                                            .toList())
                                    .build());
                        }
                        return result;
                    }
                })
                .isCaughtBy(EVERY_REFUSAL);
    }

    @Test
    void writingTheOneTicketThatHasNotChangedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.CONFLICT) {
                            unit.changes()
                                    .forEach(change -> super.commit(
                                            nothing().changes(List.of(change)).build()));
                        }
                        return result;
                    }
                })
                .isCaughtBy(
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfOneOfTwoTicketsHasChanged",
                        "nothingIsWrittenIfADocumentHasChanged",
                        "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken");
    }

    @Test
    void writingTheFirstTicketOfAUnitOnlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .changes(unit.changes().stream().limit(1).toList())
                                .build());
                    }
                })
                .isCaughtBy("severalTicketsChangeAtOnce", "nothingIsWrittenIfOneOfTwoTicketsHasChanged");
    }

    @Test
    void tyingNamesAndKeysToTheTicketThatChangesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(unit.changes().isEmpty() ? unit : tiedToTheFirst(unit));
                    }
                })
                .isCaughtBy("aNameAndAKeyLeadToTheTicketTheyNameAndNotToTheOneThatChanges");
    }

    private static UnitOfWork tiedToTheFirst(UnitOfWork unit) {
        TicketId first = unit.changes().get(0).ticket().id();
        UnitOfWork.Builder copy = UnitOfWork.builder();
        unit.changes().forEach(c -> copy.change(c.ticket(), c.events(), c.expectedVersion(), c.wakeAt()));
        unit.customers().forEach(copy::customer);
        unit.newCustomer().ifPresent(copy::newCustomer);
        unit.documents().forEach(copy::document);
        unit.removedDocuments().forEach(copy::remove);
        unit.links().forEach(copy::link);
        unit.inbound().ifPresent(known -> copy.inbound(known.key(), first));
        unit.references().forEach(r -> copy.reference(r.channel(), r.value(), first));
        unit.absences().forEach(copy::absence);
        unit.newOutbox().forEach(copy::send);
        unit.settledOutbox().forEach(copy::settle);
        return copy.build();
    }

    @Test
    void takingAnOldClaimForAConflictIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        return result == CommitResult.SUPERSEDED ? CommitResult.CONFLICT : result;
                    }
                })
                .isCaughtBy(
                        "whatIsBeingSentCannotBeSettledAnyMore",
                        "aSettlementOfAnOldClaimIsSuperseded",
                        "aSettlementWrittenTwiceIsSuperseded",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    @Test
    void lookingAtTheTicketBeforeItLooksAtTheClaimIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        boolean stale = unit.inbound()
                                        .filter(known ->
                                                findInbound(known.key()).isPresent())
                                        .isEmpty()
                                && unit.changes().stream().anyMatch(this::isStale);
                        return stale ? CommitResult.CONFLICT : super.commit(unit);
                    }

                    private boolean isStale(UnitOfWork.Change change) {
                        return findTicket(change.ticket().id())
                                .filter(now -> now.version() != change.expectedVersion())
                                .isPresent();
                    }
                })
                .isCaughtBy("ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    @Test
    void writingTheOutgoingWorkOfARefusedUnitIsCaught() {
        writing(unit -> nothing().outgoing(unit.newOutbox()));
    }

    @Test
    void writingTheCustomersOfARefusedUnitIsCaught() {
        writing(unit -> nothing().customers(unit.customers()), "whatIsToBeWrittenOfSomebodyWhoWasForgottenIsAConflict");
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

    private static void writing(Function<UnitOfWork, Rewritten> onlyThis, String... more) {
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
                        Stream.concat(Stream.of(EVERY_REFUSAL), Stream.of(more)).toArray(String[]::new));
    }

    private static Rewritten nothing() {
        return Rewritten.of(UnitOfWork.builder().build());
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
                        "nothingIsWrittenIfOneOfTwoTicketsHasChanged",
                        "nothingIsWrittenIfADocumentHasChanged",
                        "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken");
    }

    @Test
    void tyingTheNamesOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<List<Object>, TicketId> tied = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.references()
                                .forEach(
                                        name -> tied.putIfAbsent(List.of(name.channel(), name.value()), name.ticket()));
                        return super.commit(unit);
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        return Optional.ofNullable(tied.get(List.of(channel, reference)));
                    }
                })
                .isCaughtAtLeastBy(EVERY_REFUSAL);
    }

    @Test
    void keepingTheInboundKeyOfARefusedUnitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<InboundKey, TicketId> kept = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        unit.inbound().ifPresent(known -> kept.putIfAbsent(known.key(), known.ticket()));
                        return result;
                    }

                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return Optional.ofNullable(kept.get(key));
                    }
                })
                .isCaughtBy(
                        "noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingIsWrittenIfOneOfTwoTicketsHasChanged",
                        "nothingIsWrittenIfADocumentHasChanged",
                        "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    @Test
    void writingEverythingButTheTicketBeforeItLooksIsCaught() {
        writing(unit -> Rewritten.of(unit)
                .changes(List.of())
                .withoutInbound()
                .withoutNewCustomer()
                .withoutDocuments()
                .settled(List.of()));
    }
}
