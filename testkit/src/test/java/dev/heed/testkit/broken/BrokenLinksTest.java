package dev.heed.testkit.broken;

import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that mix people up, and the sentences that say so. */
class BrokenLinksTest {
    private static ContractRun listing(UnaryOperator<List<ProfileLink>> otherwise) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<ProfileLink> links(CustomerId profile) {
                return otherwise.apply(super.links(profile));
            }
        });
    }

    private static ContractRun keeping(UnaryOperator<List<ProfileLink>> otherwise) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public CommitResult commit(UnitOfWork unit) {
                return super.commit(
                        Rewritten.of(unit).links(otherwise.apply(unit.links())).build());
            }
        });
    }

    @Test
    void followingOneLinkOnlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Person person(CustomerId profile) {
                        Set<CustomerId> near = new HashSet<>(Set.of(profile));
                        super.links(profile).stream().filter(ProfileLink::holds).forEach(link -> {
                            near.add(link.one());
                            near.add(link.other());
                        });
                        return new Person(near);
                    }
                })
                .isCaughtBy("linkedProfilesAreOnePersonFromBothSidesAndOverOthers");
    }

    @Test
    void linkingForEverIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<CustomerId, Person> ever = new HashMap<>();

                    @Override
                    public Person person(CustomerId profile) {
                        Person now = super.person(profile);
                        Person before = ever.getOrDefault(profile, now);
                        return now.profiles().size() < before.profiles().size() ? before : now;
                    }

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        unit.links().forEach(link -> {
                            Person person = super.person(link.one());
                            person.profiles()
                                    .forEach(one -> ever.merge(
                                            one,
                                            person,
                                            (a, b) -> a.profiles().size()
                                                            > b.profiles().size()
                                                    ? a
                                                    : b));
                        });
                        return result;
                    }
                })
                .isCaughtBy(
                        "aLinkThatEndsLeavesWhatOtherLinksHold",
                        "aLinkIsMadeOnceAndEndsOnce",
                        "whoIsForgottenIsLinkedWithNobodyAndNeitherAreThoseLinkedOverHer");
    }

    @Test
    void partingTwoBecauseOneOfTheirLinksEndedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        for (ProfileLink link : unit.links()) {
                            if (result == CommitResult.COMMITTED && !link.holds()) {
                                super.links(link.one()).stream()
                                        .filter(other -> other.holds() && other.joins(link.one(), link.other()))
                                        .forEach(other -> super.commit(UnitOfWork.builder()
                                                .link(other.ended(link.ending().orElseThrow()))
                                                .build()));
                                super.links(link.one()).stream()
                                        .filter(ProfileLink::holds)
                                        .forEach(other -> super.commit(UnitOfWork.builder()
                                                .link(other.ended(link.ending().orElseThrow()))
                                                .build()));
                            }
                        }
                        return result;
                    }
                })
                .isCaughtAtLeastBy("aLinkThatEndsPartsNobodyWhoIsLinkedInAnotherWay");
    }

    @Test
    void forgettingLinksThatHaveEndedIsCaught() {
        listing(links -> links.stream().filter(ProfileLink::holds).toList())
                .isCaughtBy("linksComeBackWholeAndInTheOrderInWhichTheyWereMade", "aLinkIsMadeOnceAndEndsOnce");
    }

    @Test
    void listingLinksInAnotherOrderIsCaught() {
        listing(links -> links.stream()
                        .sorted(Comparator.comparing(link -> link.id().value()))
                        .toList())
                .isCaughtBy("linksComeBackWholeAndInTheOrderInWhichTheyWereMade");
    }

    @Test
    void losingWhatIsFinerThanASecondIsCaught() {
        keeping(links -> links.stream()
                        .map(link -> new ProfileLink(
                                link.id(),
                                link.one(),
                                link.other(),
                                link.proof(),
                                link.at().truncatedTo(ChronoUnit.SECONDS),
                                link.ending()))
                        .toList())
                .isCaughtAtLeastBy("linksComeBackWholeAndInTheOrderInWhichTheyWereMade");
    }

    @Test
    void losingLinksOfAUnitIsCaught() {
        keeping(links -> List.of())
                .isCaughtAtLeastBy(
                        "linkedProfilesAreOnePersonFromBothSidesAndOverOthers",
                        "aPersonIsFoundByEachAddressOfEachProfile",
                        "aLinkIsMadeOnceAndEndsOnce",
                        "nothingIsWrittenIfALinkHasEnded");
    }

    @Test
    void writingALinkOverThatHasEndedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        return result == CommitResult.CONFLICT && !unit.links().isEmpty()
                                ? super.commit(
                                        Rewritten.of(unit).links(List.of()).build())
                                : result;
                    }
                })
                .isCaughtAtLeastBy("aLinkIsMadeOnceAndEndsOnce", "nothingIsWrittenIfALinkHasEnded");
    }

    @Test
    void endingTheLinksOfACustomerWhoIsRegisteredAnewIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        for (Customer customer : unit.customers()) {
                            if (unit.links().isEmpty()) {
                                super.links(customer.id()).stream()
                                        .filter(ProfileLink::holds)
                                        .forEach(link -> super.commit(UnitOfWork.builder()
                                                .link(link.ended(new ProfileLink.Ending(
                                                        link.at(), java.util.Optional.empty(), "Registered anew.")))
                                                .build()));
                            }
                        }
                        return result;
                    }
                })
                .isCaughtBy("whatIsKnownOfACustomerAnewChangesNoLink");
    }

    @Test
    void keepingTheLinksOfWhoIsForgottenIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<CustomerId, List<ProfileLink>> before = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.forgottenCustomers().forEach(id -> before.put(id, super.links(id)));
                        return super.commit(unit);
                    }

                    @Override
                    public List<ProfileLink> links(CustomerId profile) {
                        return before.getOrDefault(profile, super.links(profile));
                    }
                })
                .isCaughtBy("whoIsForgottenIsLinkedWithNobodyAndNeitherAreThoseLinkedOverHer");
    }
}
