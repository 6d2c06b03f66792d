package dev.heed.testkit.broken;

import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
                .isCaughtBy("aCustomerIsFoundByNumberAndByEachAddress", "aCustomerComesBackWithAllThatIsKnown");
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
                        "aCustomerComesBackWithAllThatIsKnown",
                        "anAddressThatIsGivenUpLeadsToNobody");
    }

    @Test
    void keepingAnAddressThatWasGivenUpIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<Address, Customer> everSeen = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.COMMITTED) {
                            unit.customers()
                                    .forEach(customer ->
                                            customer.addresses().forEach(address -> everSeen.put(address, customer)));
                        }
                        return result;
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

    private static void keeping(UnaryOperator<Customer> kept) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .customers(unit.customers().stream().map(kept).toList())
                                .build());
                    }
                })
                .isCaughtBy("aCustomerComesBackWithAllThatIsKnown");
    }

    /** Only the number and the addresses. */
    private static Customer.Builder bare(Customer customer) {
        Customer.Builder copy = Customer.builder(customer.id().value());
        customer.addresses().forEach(copy::address);
        return copy;
    }

    @Test
    void losingTheLanguageOfACustomerIsCaught() {
        keeping(customer -> {
            Customer.Builder copy = bare(customer);
            customer.name().ifPresent(copy::name);
            customer.zone().ifPresent(copy::zone);
            return copy.build();
        });
    }

    @Test
    void losingTheZoneOfACustomerIsCaught() {
        keeping(customer -> {
            Customer.Builder copy = bare(customer);
            customer.name().ifPresent(copy::name);
            customer.locale().ifPresent(copy::locale);
            return copy.build();
        });
    }

    @Test
    void keepingTheLanguageOfACustomerWithoutItsRegionIsCaught() {
        keeping(customer -> {
            Customer.Builder copy = bare(customer);
            customer.name().ifPresent(copy::name);
            customer.locale()
                    .map(Locale::getLanguage)
                    .map(Locale::forLanguageTag)
                    .ifPresent(copy::locale);
            customer.zone().ifPresent(copy::zone);
            return copy.build();
        });
    }

    @Test
    void losingTheNameOfACustomerIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .customers(unit.customers().stream()
                                        .map(customer -> {
                                            Customer.Builder copy = bare(customer);
                                            customer.locale().ifPresent(copy::locale);
                                            customer.zone().ifPresent(copy::zone);
                                            return copy.build();
                                        })
                                        .toList())
                                .build());
                    }
                })
                .isCaughtBy("aCustomerComesBackWithAllThatIsKnown", "aCustomerIsFoundByNumberAndByEachAddress");
    }

    @Test
    void knowingLessOfACustomerByAddressThanByNumberIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<Customer> findCustomer(Address address) {
                        return super.findCustomer(address)
                                .map(customer -> bare(customer).build());
                    }
                })
                .isCaughtBy("aCustomerComesBackWithAllThatIsKnown");
    }

    @Test
    void keepingWhatIsNoLongerKnownOfACustomerIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .customers(unit.customers().stream()
                                        .map(this::merged)
                                        .toList())
                                .build());
                    }

                    private Customer merged(Customer customer) {
                        Optional<Customer> before = findCustomer(customer.id());
                        Customer.Builder copy = bare(customer);
                        customer.name().or(() -> before.flatMap(Customer::name)).ifPresent(copy::name);
                        customer.locale()
                                .or(() -> before.flatMap(Customer::locale))
                                .ifPresent(copy::locale);
                        customer.zone().or(() -> before.flatMap(Customer::zone)).ifPresent(copy::zone);
                        return copy.build();
                    }
                })
                .isCaughtBy("whatIsNoLongerKnownOfACustomerIsForgotten");
    }

    @Test
    void keepingOneClaimForAllKeysIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Map<String, String> claim(Map<String, String> holders) {
                        String holder = holders.values().iterator().next();
                        return super.claim(Map.of("the only one", holder));
                    }
                })
                .isCaughtBy(
                        "aClaimOfSeveralKeysGetsAllOfThemOrNone",
                        "aClaimedKeyStaysWithTheFirstHolder",
                        "eachKeyHasAHolderOfItsOwn");
    }

    @Test
    void claimingKeysWithoutRegardToCaseIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Map<String, String> claim(Map<String, String> holders) {
                        Map<String, String> folded = new HashMap<>();
                        holders.forEach((key, holder) -> folded.put(key.toLowerCase(Locale.ROOT), holder));
                        return super.claim(folded);
                    }
                })
                .isCaughtBy("eachKeyHasAHolderOfItsOwn");
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
                        return List.copyOf(kept);
                    }
                })
                .isCaughtBy("bytesAreKeptAsTheyCameAndOnce", "unreadableThingsComeInTheOrderInWhichTheyCame");
    }

    private static void listing(Comparator<UnreadableInbound> order) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<UnreadableInbound> unreadable() {
                        return super.unreadable().stream().sorted(order).toList();
                    }
                })
                .isCaughtBy("unreadableThingsComeInTheOrderInWhichTheyCame");
    }

    @Test
    void listingUnreadableBytesByTheirKeyIsCaught() {
        listing(Comparator.comparing(kept -> kept.key().externalId()));
    }

    @Test
    void listingTheNewestUnreadableBytesFirstIsCaught() {
        listing(Comparator.comparing(UnreadableInbound::receivedAt).reversed());
    }

    @Test
    void forgettingWhySomethingIsUnreadableIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        super.keepUnreadable(
                                new UnreadableInbound(inbound.key(), inbound.receivedAt(), "", inbound.raw()));
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
