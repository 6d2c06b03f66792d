package dev.heed;

import dev.heed.people.Customer;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** What features keep of a person beside tickets and profiles. */
final class PersonalDocuments {
    private static final int ALL = Integer.MAX_VALUE;
    private static final List<String> OF_PROFILES = List.of(Consents.KIND, Registry.CHANGES);

    private final TicketStore store;
    private final Organisations organisations;

    PersonalDocuments(Engine engine) {
        this.store = engine.store();
        this.organisations = new Organisations(engine);
    }

    List<StoredDocument> of(List<Customer> profiles, List<Ticket> tickets) {
        List<StoredDocument> documents = new ArrayList<>();
        for (Ticket ticket : tickets) {
            for (StoredDocument draft : store.documents(Drafts.KIND, ticket.id().toString(), ALL)) {
                documents.add(draft);
                store.findDocument(Drafts.BY_AUTHOR, draft.id()).ifPresent(documents::add);
            }
        }
        for (Customer profile : profiles) {
            OF_PROFILES.forEach(
                    kind -> documents.addAll(store.documents(kind, profile.id().value(), ALL)));
            documents.addAll(Confirmations.about(store, profile));
        }
        return documents.stream().distinct().toList(); // two profiles may have asked about one address
    }

    /** Removes them, and lets the profiles leave their organisations. */
    void forget(List<Customer> profiles, List<StoredDocument> documents, UnitOfWork.Builder unit) {
        documents.forEach(unit::remove);
        organisations.leave(profiles.stream().map(Customer::id).toList(), unit);
    }
}
