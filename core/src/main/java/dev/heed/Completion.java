package dev.heed;

import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.spi.store.TicketStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is known of a person, said by one of the profiles. */
final class Completion {
    private Completion() {}

    static Customer of(Customer profile, Person person, TicketStore store) {
        List<Customer> all = new ArrayList<>(List.of(profile));
        person.profiles().stream()
                .filter(id -> !id.equals(profile.id()))
                .sorted(Comparator.comparing(CustomerId::value))
                .forEach(id -> store.findCustomer(id).ifPresent(all::add));
        Customer.Builder complete = Customer.builder(profile.id().value());
        profile.addresses().forEach(complete::address);
        first(all, Customer::name).ifPresent(complete::name);
        first(all, Customer::locale).ifPresent(complete::locale);
        first(all, Customer::zone).ifPresent(complete::zone);
        return complete.build();
    }

    private static <T> Optional<T> first(List<Customer> all, Function<Customer, Optional<T>> part) {
        return all.stream().flatMap(one -> part.apply(one).stream()).findFirst();
    }
}
