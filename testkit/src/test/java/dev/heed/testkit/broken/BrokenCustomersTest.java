package dev.heed.testkit.broken;

import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stores that keep customers, claims and unreadable bytes badly, and the sentences of the contract that say so. */
class BrokenCustomersTest {
    @Test
    void knowingACustomerByOneAddressOnlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<Customer> findCustomer(Address address) {
                        return super.findCustomer(address)
                                .filter(customer -> customer.addresses().stream()
                                        .map(Address::value)
                                        .sorted()
                                        .findFirst()
                                        .filter(address.value()::equals)
                                        .isPresent());
                    }
                })
                .isCaughtBy("aCustomerIsFoundByNumberAndByEachAddress");
    }

    @Test
    void knowingNoAddressAtAllIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<Customer> findCustomer(Address address) {
                        return Optional.empty();
                    }
                })
                .isCaughtBy(
                        "aNewCustomerTakesNoAddressFromAnother",
                        "aCustomerIsFoundByNumberAndByEachAddress",
                        "anAddressThatIsGivenUpLeadsToNobody");
    }

    @Test
    void keepingAnAddressThatWasGivenUpIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<Address, Customer> everSeen = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.customers()
                                .forEach(customer ->
                                        customer.addresses().forEach(address -> everSeen.put(address, customer)));
                        return super.commit(unit);
                    }

                    @Override
                    public Optional<Customer> findCustomer(Address address) {
                        return Optional.ofNullable(everSeen.get(address));
                    }
                })
                .isCaughtBy("aNewCustomerTakesNoAddressFromAnother", "anAddressThatIsGivenUpLeadsToNobody");
    }

    @Test
    void givingANewCustomerTheAddressOfAnotherIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(
                                Rewritten.of(unit).newCustomerAsAny().build());
                    }
                })
                .isCaughtBy("aNewCustomerTakesNoAddressFromAnother");
    }

    @Test
    void lettingTheLastClaimWinIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Map<String, String> claim(Map<String, String> holders) {
                        return Map.of();
                    }
                })
                .isCaughtBy("aClaimedKeyStaysWithTheFirstHolder", "aClaimOfSeveralKeysGetsAllOfThemOrNone");
    }

    @Test
    void tyingTheFreeKeysOfARefusedClaimIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Map<String, String> claim(Map<String, String> holders) {
                        Map<String, String> others = new HashMap<>();
                        holders.forEach((key, holder) -> others.putAll(super.claim(Map.of(key, holder))));
                        return others;
                    }
                })
                .isCaughtBy("aClaimOfSeveralKeysGetsAllOfThemOrNone");
    }

    @Test
    void keepingUnreadableBytesAsOftenAsTheyComeIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final List<UnreadableInbound> kept = new ArrayList<>();

                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        kept.add(inbound);
                    }

                    @Override
                    public List<UnreadableInbound> unreadable() {
                        return kept;
                    }
                })
                .isCaughtBy("bytesAreKeptAsTheyCameAndOnce");
    }

    @Test
    void cuttingUnreadableBytesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        InboundKey key = inbound.key();
                        super.keepUnreadable(new UnreadableInbound(
                                key, inbound.receivedAt(), inbound.problem(), new byte[] {inbound.raw()[0]}));
                    }
                })
                .isCaughtBy("bytesAreKeptAsTheyCameAndOnce");
    }
}
