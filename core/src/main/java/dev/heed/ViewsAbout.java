package dev.heed;

import com.google.common.collect.Sets;
import dev.heed.people.Customer;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SearchWords;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The saved views that ask for one customer, by number, address or name, or by an order, a payment or the like that stands in no
 * other customer's ticket: they go when the customer is forgotten.
 */
final class ViewsAbout {
    /** A name of one word is too many people's. */
    private static final int FEWEST_WORDS = 2;

    private final TicketStore store;

    ViewsAbout(TicketStore store) {
        this.store = store;
    }

    List<StoredDocument> any(Collection<Customer> people, Collection<TicketId> tickets) {
        if (people.isEmpty()) {
            return List.of();
        }
        Set<TicketId> hers = Set.copyOf(tickets);
        return SavedViews.documents(store)
                .filter(document -> SavedViews.read(document)
                        .map(view ->
                                people.stream().anyMatch(customer -> isAbout(view, customer)) || leadsTo(view, hers))
                        .orElseGet(() -> people.stream().anyMatch(customer -> names(document, customer))))
                .toList();
    }

    /** Whether it asks for something that stands in her tickets, and in nobody else's. */
    private boolean leadsTo(SavedView view, Set<TicketId> hers) {
        return view.search().references().stream().anyMatch(reference -> {
            TicketSearch search = TicketSearch.builder()
                    .reference(reference)
                    .withSpam()
                    .putOff(PutOff.INCLUDED)
                    .build();
            List<Ticket> all =
                    store.search(search, Optional.empty(), hers.size() + 1).items();
            return !all.isEmpty() && all.stream().allMatch(ticket -> hers.contains(ticket.id()));
        });
    }

    /** One that a newer Heed has written is not understood, and yet gone through. */
    private static boolean names(StoredDocument document, Customer customer) {
        return AddressTraces.stands(customer.id().value(), document.content())
                || customer.addresses().stream()
                        .flatMap(address -> AddressTraces.spellings(address).stream())
                        .anyMatch(address -> AddressTraces.stands(address, document.content()));
    }

    private static boolean isAbout(SavedView view, Customer customer) {
        TicketSearch search = view.search();
        Set<String> asked = asked(search);
        Set<String> called = SearchWords.of(view.name());
        return search.customers().contains(customer.id())
                || words(customer).anyMatch(words -> asked.containsAll(words) || called.containsAll(words));
    }

    private static Set<String> asked(TicketSearch search) {
        Stream<String> filed = Stream.of(
                        search.allTags().stream().map(Tag::value),
                        search.anyTags().stream().map(Tag::value),
                        search.fields().values().stream().map(FieldValue::text),
                        search.references().stream().map(Reference::id))
                .flatMap(texts -> texts);
        Set<String> asked = new HashSet<>(Sets.union(search.words(), search.noteWords()));
        filed.forEach(text -> asked.addAll(SearchWords.of(text)));
        return asked;
    }

    private static Stream<Set<String>> words(Customer customer) {
        return Stream.concat(
                customer.name().map(SearchWords::of).filter(words -> words.size() >= FEWEST_WORDS).stream(),
                customer.addresses().stream()
                        .flatMap(address -> AddressTraces.spellings(address).stream())
                        .filter(spelled -> spelled.length() >= AddressTraces.SHORTEST_ACCOUNT)
                        .map(SearchWords::of)
                        .filter(words -> !words.isEmpty()));
    }
}
