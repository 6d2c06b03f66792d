package dev.heed;

import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who or what is to be forgotten.
 *
 * @param known whose it is; by their names and addresses it is looked for afterwards
 * @param person who is forgotten, too; empty if it is about these tickets alone
 * @param tickets all of them
 */
record ErasedPerson(List<Customer> known, Optional<Person> person, List<Ticket> tickets) {
    /** The profiles that are not kept. */
    Set<CustomerId> forgotten() {
        return person.map(Person::profiles).orElse(Set.of());
    }

    /** Who is forgotten, with names and addresses. */
    List<Customer> gone() {
        return person.isPresent() ? known : List.of();
    }

    List<TicketId> ids() {
        return tickets.stream().map(Ticket::id).toList();
    }
}
