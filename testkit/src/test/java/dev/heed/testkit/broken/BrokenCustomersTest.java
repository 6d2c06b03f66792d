package dev.heed.testkit.broken;

import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores that keep customers and claims badly, and the sentences of the contract that say so. */
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
                        "anAddressThatIsGivenUpLeadsToNobody",
                        "nobodyIsGivenTheAddressOfSomebodyElse",
                        "aPersonIsFoundByEachAddressOfEachProfile");
    }

    private static UnitOfWork freeingAddresses(Stream<Customer> forThem, TicketStore store) {
        UnitOfWork.Builder free = UnitOfWork.builder();
        forThem.forEach(customer -> customer.addresses().stream()
                .flatMap(address -> store.findCustomer(address).stream())
                .filter(holder -> !holder.id().equals(customer.id()))
                .forEach(holder ->
                        free.customer(Customer.builder(holder.id().value()).build())));
        return free.build();
    }

    @Test
    void givingAnAddressToWhoeverAsksLastIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        super.commit(freeingAddresses(unit.customers().stream(), this));
                        return super.commit(unit);
                    }
                })
                .isCaughtBy("nobodyIsGivenTheAddressOfSomebodyElse");
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
                .isCaughtBy(
                        "thePersonAndHerAddressesAreNotKnown",
                        "aNewCustomerTakesNoAddressFromAnother",
                        "anAddressThatIsGivenUpLeadsToNobody");
    }

    @Test
    void givingANewCustomerTheAddressOfAnotherIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        super.commit(freeingAddresses(unit.newCustomer().stream(), this));
                        return super.commit(unit);
                    }
                })
                .isCaughtBy(
                        "aNewCustomerTakesNoAddressFromAnother", "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken");
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

    private static final String ABSENCES = "absencesComeBackWholeAndInTheirOrder";

    @Test
    void forgettingWhoIsAwayIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(
                                Rewritten.of(unit).absences(List.of()).build());
                    }
                })
                .isCaughtBy(ABSENCES);
    }

    @Test
    void keepingOneAbsencePerAgentIsCaught() {
        listingAbsences(absences -> {
            Map<AgentId, Absence> last = new LinkedHashMap<>();
            absences.forEach(absence -> last.put(absence.agent(), absence));
            return List.copyOf(last.values());
        });
    }

    @Test
    void listingAbsencesByTheirBeginningIsCaught() {
        listingAbsences(absences ->
                absences.stream().sorted(Comparator.comparing(Absence::from)).toList());
    }

    @Test
    void forgettingWhoStandsInIsCaught() {
        listingAbsences(absences -> absences.stream()
                .map(absence -> new Absence(absence.agent(), new AgentId("anybody"), absence.from(), absence.until()))
                .toList());
    }

    private static void listingAbsences(UnaryOperator<List<Absence>> otherwise) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Absence> absences() {
                        return otherwise.apply(super.absences());
                    }
                })
                .isCaughtBy(ABSENCES);
    }
}
