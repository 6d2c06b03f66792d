package dev.heed;

import dev.heed.json.Redaction;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnreadableInbound;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what is left of a person who was forgotten. */
final class ErasureSearch {
    private static final int ALL = Integer.MAX_VALUE;
    /** Shorter words are parts of others. */
    private static final int SHORTEST_WORD = 4;

    private final TicketStore store;
    private final PersonalDocuments documents;
    private final AttachmentUses uses;

    ErasureSearch(TicketStore store, PersonalDocuments documents, AttachmentUses uses) {
        this.store = store;
        this.documents = documents;
        this.uses = uses;
    }

    /** Mails that nobody could read may be hers, if one of her addresses stands in them. */
    List<UnreadableInbound> unreadable(ErasedPerson whom) {
        AddressTraces traces = new AddressTraces(whom.gone().stream()
                .flatMap(profile -> profile.addresses().stream())
                .toList());
        return whom.gone().isEmpty()
                ? List.of()
                : store.unreadable(ALL).stream().filter(traces::in).toList();
    }

    /** How much is left, for each place. */
    Map<String, Long> found(ErasedPerson whom, Askings.Kept removed) {
        Askings.Kept late = documents.of(whom.gone(), whom.ids());
        Map<String, Long> found = new LinkedHashMap<>();
        found.put(
                "profiles",
                whom.forgotten().stream()
                        .flatMap(id -> store.findCustomer(id).stream())
                        .count());
        found.put("addresses", addresses(whom));
        found.put(
                "tickets",
                whom.forgotten().stream()
                        .mapToLong(id ->
                                store.list(new TicketQuery.OfCustomer(id), ALL).size())
                        .sum());
        found.put("histories", histories(whom));
        found.put(
                "documents",
                documents.left(removed)
                        + documents.left(late)
                        + uses.of(whom.ids()).size());
        found.put(
                "links",
                whom.forgotten().stream()
                        .mapToLong(id -> store.links(id).size())
                        .sum());
        found.put("unreadable", (long) unreadable(whom).size());
        return found;
    }

    private long addresses(ErasedPerson whom) {
        return whom.gone().stream()
                .flatMap(profile -> profile.addresses().stream())
                .flatMap(address -> store.findCustomer(address).stream())
                .filter(holder -> whom.forgotten().contains(holder.id()))
                .count();
    }

    /** In how many texts of the tickets a person could be known by something. */
    private long histories(ErasedPerson whom) {
        Redaction redaction = new Redaction(CustomerId.of("nobody"));
        AddressTraces traces = new AddressTraces(whom.known().stream()
                .flatMap(profile -> profile.addresses().stream())
                .toList());
        Set<String> words = new LinkedHashSet<>();
        for (Customer profile : whom.known()) {
            words.add(profile.id().value());
            profile.name().ifPresent(words::add);
            profile.addresses().stream()
                    .filter(AccountAddress.class::isInstance)
                    .map(Address::value)
                    .filter(account -> account.length() >= AddressTraces.SHORTEST_ACCOUNT)
                    .forEach(words::add);
        }
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        return whom.ids().stream()
                .flatMap(id -> store.history(id).stream())
                .flatMap(redaction::texts)
                .filter(text -> traces.in(text) || words.stream().anyMatch(word -> AddressTraces.stands(word, text)))
                .count();
    }
}
