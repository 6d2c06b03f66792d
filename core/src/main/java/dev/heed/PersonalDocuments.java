package dev.heed;

import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What features keep of a person beside tickets and profiles. */
final class PersonalDocuments {
    private static final int ALL = Integer.MAX_VALUE;
    private static final List<String> OF_PROFILES = List.of(Consents.KIND, Registry.CHANGES);

    private final TicketStore store;
    private final Organisations organisations;
    private final ViewsAbout views;

    PersonalDocuments(Engine engine) {
        this.store = engine.store();
        this.organisations = new Organisations(engine);
        this.views = new ViewsAbout(store);
    }

    /** All of it; two profiles may have asked about one address. */
    Askings.Kept of(Collection<Customer> profiles, Collection<TicketId> tickets) {
        Set<StoredDocument> documents = new LinkedHashSet<>();
        Set<UUID> letters = new LinkedHashSet<>();
        for (TicketId ticket : tickets) {
            for (StoredDocument draft : store.documents(Drafts.KIND, ticket.toString(), ALL)) {
                documents.add(draft);
                store.findDocument(Drafts.BY_AUTHOR, draft.id()).ifPresent(documents::add);
            }
        }
        for (Customer profile : profiles) {
            OF_PROFILES.forEach(
                    kind -> documents.addAll(store.documents(kind, profile.id().value(), ALL)));
            Askings.Kept asked = Confirmations.about(store, profile);
            documents.addAll(asked.documents());
            letters.addAll(asked.letters());
        }
        documents.addAll(views.any(profiles, tickets));
        return new Askings.Kept(List.copyOf(documents), List.copyOf(letters));
    }

    /** How much of it is still there. */
    long left(Askings.Kept kept) {
        long documents = kept.documents().stream()
                .filter(document ->
                        store.findDocument(document.kind(), document.id()).isPresent())
                .count();
        long letters = kept.letters().stream()
                .filter(letter -> store.findOutbox(letter).isPresent())
                .count();
        return documents + letters;
    }

    /** Removes it. */
    static void remove(Askings.Kept kept, UnitOfWork.Builder unit) {
        kept.documents().forEach(unit::remove);
        kept.letters().forEach(unit::forgetOutbox);
    }

    /** Lets profiles leave their organisations, and leaves of legal holds that have ended the record that they were. */
    void forget(Collection<CustomerId> profiles, CustomerId pseudonym, UnitOfWork.Builder unit) {
        organisations.leave(List.copyOf(profiles), unit);
        store.documents(PrivacyRecords.RELEASED, PrivacyRecords.OWNER, ALL).stream()
                .filter(document -> profiles.contains(
                        PrivacyRecords.released(document).hold().customer()))
                .forEach(document -> unit.document(PrivacyRecords.erased(document, pseudonym)));
    }
}
