package dev.heed;

import com.google.common.collect.Sets;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.spi.store.SearchWords;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The saved views that ask for one customer, by number, address or name: they go when the customer is forgotten. */
final class ViewsAbout {
    /** A name of one word is too many people's. */
    private static final int FEWEST_WORDS = 2;

    private final TicketStore store;
    private final Set<AgentId> agents;

    /** Takes those whose own views are looked through, beside the shared ones. */
    ViewsAbout(TicketStore store, Set<AgentId> agents) {
        this.store = store;
        this.agents = agents;
    }

    List<StoredDocument> any(Collection<Customer> people) {
        return people.isEmpty()
                ? List.of()
                : SavedViews.documents(store, agents)
                        .filter(document -> people.stream()
                                .anyMatch(customer -> SavedViews.read(document)
                                        .map(view -> isAbout(view, customer))
                                        .orElseGet(() -> names(document, customer))))
                        .toList();
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
        Set<String> asked = Sets.union(search.words(), search.noteWords());
        Set<String> called = SearchWords.of(view.name());
        return search.customers().contains(customer.id())
                || words(customer).anyMatch(words -> asked.containsAll(words) || called.containsAll(words));
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
