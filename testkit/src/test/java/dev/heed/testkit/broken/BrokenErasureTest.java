package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that do not forget, and the sentences that say so. */
class BrokenErasureTest {
    @Test
    void keepingTheOldHistoryBeforeTheNewOneIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<TicketId, List<TicketEvent>> old = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.rewrites()
                                .forEach(one -> old.put(
                                        one.ticket().id(),
                                        super.history(one.ticket().id())));
                        return super.commit(unit);
                    }

                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        List<TicketEvent> all = new ArrayList<>(old.getOrDefault(id, List.of()));
                        all.addAll(super.history(id));
                        return all;
                    }
                })
                .isCaughtAtLeastBy("theHistoryIsTheNewOneAndNothingOfTheOldOne");
    }

    @Test
    void keepingOutgoingWorkOfWhoIsForgottenIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<UUID, OutboxEntry> kept = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.newOutbox().forEach(entry -> kept.put(entry.id(), entry));
                        return super.commit(unit);
                    }

                    @Override
                    public Optional<OutboxEntry> findOutbox(UUID id) {
                        return super.findOutbox(id).or(() -> Optional.ofNullable(kept.get(id)));
                    }
                })
                .isCaughtAtLeastBy("nothingIsLeftToSend");
    }

    @Test
    void keepingNamesThatLeadToWhoIsForgottenIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<String, TicketId> kept = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.COMMITTED) {
                            unit.references()
                                    .forEach(name ->
                                            kept.putIfAbsent(name.channel() + " " + name.value(), name.ticket()));
                        }
                        return result;
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        return Optional.ofNullable(kept.get(channel + " " + reference));
                    }
                })
                .isCaughtBy("noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone");
    }

    @Test
    void knowingAnAddressAfterwardsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<Address, Customer> forgotten = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.forgottenCustomers().stream()
                                .flatMap(id -> findCustomer(id).stream())
                                .forEach(customer ->
                                        customer.addresses().forEach(address -> forgotten.put(address, customer)));
                        return super.commit(unit);
                    }

                    @Override
                    public Optional<Customer> findCustomer(Address address) {
                        return super.findCustomer(address).or(() -> Optional.ofNullable(forgotten.get(address)));
                    }
                })
                .isCaughtAtLeastBy("thePersonAndHerAddressesAreNotKnown");
    }

    @Test
    void forgettingThoughTheTicketHasChangedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Set<CustomerId> forgotten = new HashSet<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.CONFLICT) {
                            forgotten.addAll(unit.forgottenCustomers());
                        }
                        return result;
                    }

                    @Override
                    public Optional<Customer> findCustomer(CustomerId id) {
                        return super.findCustomer(id).filter(customer -> !forgotten.contains(id));
                    }
                })
                .isCaughtBy("nothingIsForgottenIfTheTicketHasChanged", "nobodyIsForgottenWhileATicketIsNot");
    }

    private static void commitsInsteadAndIsCaughtBy(UnaryOperator<Rewritten> change, String... tests) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(change.apply(Rewritten.of(unit)).build());
                    }
                })
                .isCaughtBy(tests);
    }

    @Test
    void keepingOutgoingWorkThatIsToBeForgottenIsCaught() {
        commitsInsteadAndIsCaughtBy(
                Rewritten::withoutForgottenOutbox, "outgoingWorkIsForgottenByItsNameInWhateverState");
    }

    @Test
    void writingOfSomebodyWhoIsNotKnownAnyMoreIsCaught() {
        commitsInsteadAndIsCaughtBy(Rewritten::withoutKnown, "whatIsToBeWrittenOfSomebodyWhoWasForgottenIsAConflict");
    }

    @Test
    void notLookingForADocumentThatMustNotBeThereIsCaught() {
        commitsInsteadAndIsCaughtBy(
                Rewritten::withoutAbsent, "whatDependsOnADocumentThatMustNotBeThereIsAConflictOnceItIs");
    }

    @Test
    void notLookingWhoIsOnePersonIsCaught() {
        commitsInsteadAndIsCaughtBy(
                Rewritten::withoutPeople, "whatDependsOnWhoIsOnePersonIsAConflictOnceSomebodyElseIs");
    }

    @Test
    void leavingTicketsOfNobodyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        return result == CommitResult.CONFLICT
                                        && !unit.forgottenCustomers().isEmpty()
                                ? super.commit(
                                        Rewritten.of(unit).withoutForgotten().build())
                                : result;
                    }
                })
                .isCaughtAtLeastBy("nobodyIsForgottenWhileATicketIsNot");
    }
}
