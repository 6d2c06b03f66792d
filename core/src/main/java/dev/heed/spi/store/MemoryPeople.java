package dev.heed.spi.store;

import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.LinkId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customers of the in-memory store and their links. Who is one person is worked out when a link begins or ends, so that
 * from an address to the person it is one look.
 */
final class MemoryPeople {
    private final Map<CustomerId, Profile> profiles = new HashMap<>();
    private final Map<Address, Profile> addresses = new HashMap<>();
    private final Map<CustomerId, Map<LinkId, ProfileLink>> links = new HashMap<>();

    /** What is known, and with whom it is one person; one that is linked may not be known yet. */
    private static final class Profile {
        final CustomerId id;

        @Nullable
        Customer customer;

        @Nullable
        Person linked;

        Profile(CustomerId id) {
            this.id = id;
        }

        Person person() {
            return linked == null ? Person.of(id) : linked;
        }
    }

    /** Whether all is as the unit expects it. */
    boolean current(UnitOfWork unit) {
        return current(unit.links())
                && unit.newCustomer().filter(this::isKnown).isEmpty()
                && unit.customers().stream().noneMatch(customer -> takesAnAddress(customer, unit.forgottenCustomers()))
                && unit.knownCustomers().stream().allMatch(id -> isKnown(id, unit))
                && unit.people().stream().allMatch(this::isOnePerson);
    }

    private boolean takesAnAddress(Customer customer, List<CustomerId> forgotten) {
        return customer.addresses().stream()
                .flatMap(address -> find(address).stream())
                .anyMatch(holder -> !holder.id().equals(customer.id()) && !forgotten.contains(holder.id()));
    }

    private boolean isKnown(CustomerId id, UnitOfWork unit) {
        return find(id).isPresent()
                || unit.newCustomer().filter(one -> one.id().equals(id)).isPresent();
    }

    private boolean isOnePerson(Person expected) {
        return expected.profiles().stream()
                .allMatch(profile -> person(profile).profiles().equals(expected.profiles()));
    }

    private boolean isKnown(Customer customer) {
        return find(customer.id()).isPresent() || customer.addresses().stream().anyMatch(addresses::containsKey);
    }

    void keep(Customer customer) {
        Profile profile = profile(customer.id());
        if (profile.customer != null) {
            profile.customer.addresses().forEach(address -> addresses.remove(address, profile));
        }
        profile.customer = customer;
        customer.addresses().forEach(address -> addresses.put(address, profile));
    }

    /** Where a profile can be reached. */
    Set<Address> addressesOf(CustomerId id) {
        return find(id).map(Customer::addresses).orElse(Set.of());
    }

    /** With its links; those who were one person with it by way of it are not any more. */
    void forget(CustomerId id) {
        Set<CustomerId> others = new LinkedHashSet<>(person(id).profiles());
        for (ProfileLink link : of(id).values()) {
            others.add(link.one());
            others.add(link.other());
        }
        others.remove(id);
        Profile profile = profiles.remove(id);
        if (profile != null && profile.customer != null) {
            profile.customer.addresses().forEach(address -> addresses.remove(address, profile));
        }
        links.remove(id);
        for (CustomerId other : others) {
            links.getOrDefault(other, Map.of())
                    .values()
                    .removeIf(link -> link.one().equals(id) || link.other().equals(id));
            workOut(other);
        }
    }

    private void workOut(CustomerId id) {
        Person person = reached(id);
        if (person.profiles().size() == 1) {
            profile(id).linked = null;
        } else {
            person.profiles().forEach(one -> profile(one).linked = person);
        }
    }

    private Profile profile(CustomerId id) {
        return profiles.computeIfAbsent(id, Profile::new);
    }

    Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(profiles.get(id)).map(profile -> profile.customer);
    }

    Optional<Customer> find(Address address) {
        return Optional.ofNullable(addresses.get(address)).map(profile -> profile.customer);
    }

    /** Whether each is new, or ends one that has not ended. */
    private boolean current(List<ProfileLink> changed) {
        for (ProfileLink link : changed) {
            ProfileLink before = of(link.one()).get(link.id());
            boolean ends = before != null && before.holds() && !link.holds();
            if (before == null ? !link.holds() : !ends) {
                return false;
            }
        }
        return true;
    }

    void keep(ProfileLink link) {
        for (CustomerId profile : List.of(link.one(), link.other())) {
            links.computeIfAbsent(profile, unknown -> new LinkedHashMap<>(2)).put(link.id(), link);
        }
        workOut(link.one());
        workOut(link.other());
    }

    private Person reached(CustomerId from) {
        Set<CustomerId> reached = new LinkedHashSet<>(Set.of(from));
        Deque<CustomerId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            CustomerId profile = open.remove();
            for (ProfileLink link : of(profile).values()) {
                CustomerId next = link.one().equals(profile) ? link.other() : link.one();
                if (link.holds() && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return new Person(reached);
    }

    Person person(CustomerId id) {
        Profile profile = profiles.get(id);
        return profile == null ? Person.of(id) : profile.person();
    }

    Optional<Person> person(Address address) {
        Profile profile = addresses.get(address);
        return profile == null ? Optional.empty() : Optional.of(profile.person());
    }

    List<ProfileLink> links(CustomerId profile) {
        return List.copyOf(of(profile).values());
    }

    private Map<LinkId, ProfileLink> of(CustomerId profile) {
        return links.getOrDefault(profile, Map.of());
    }
}
