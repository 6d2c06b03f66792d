package dev.heed;

import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.json.DocumentJson;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How saved views are kept as documents: those that are shared together, those of one agent together. */
final class SavedViews {
    static final String KIND = "view";
    /** Names each agent who has ever kept a view alone, who may have left since. */
    private static final String OWNERS = "view-owner";

    /** No agent has a blank id. */
    private static final String SHARED = "";

    private static final Logger log = LoggerFactory.getLogger(SavedViews.class);

    private SavedViews() {}

    private static StoredDocument document(SavedView view, long version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", view.name());
        fields.put("owner", view.owner().value());
        fields.put("search", view.search().toJson());
        if (view.sharedWith() instanceof SharedWith.Department of) {
            fields.put("department", of.department().value());
        }
        String owner = view.isPrivate() ? view.owner().value() : SHARED;
        return new StoredDocument(KIND, view.id().toString(), owner, version, DocumentJson.write(fields));
    }

    /** Writes a view, and that its owner has some. */
    static void keep(TicketStore store, SavedView view, long version, UnitOfWork.Builder unit) {
        unit.document(document(view, version));
        String owner = view.owner().value();
        if (view.isPrivate() && store.findDocument(OWNERS, owner).isEmpty()) {
            unit.document(StoredDocument.of(OWNERS, owner, OWNERS, ""));
        }
    }

    static void remove(SavedView view, UnitOfWork.Builder unit) {
        unit.remove(document(view, view.version()));
    }

    static Optional<SavedView> find(TicketStore store, UUID id) {
        return store.findDocument(KIND, id.toString()).map(SavedViews::view);
    }

    static List<SavedView> shared(TicketStore store, int limit) {
        return all(store.documents(KIND, SHARED, limit));
    }

    static List<SavedView> privateOf(TicketStore store, AgentId owner, int limit) {
        return all(store.documents(KIND, owner.value(), limit));
    }

    /** All, of whomever. */
    static Stream<StoredDocument> documents(TicketStore store) {
        Stream<String> owners =
                store.documents(OWNERS, OWNERS, Integer.MAX_VALUE).stream().map(StoredDocument::id);
        return Stream.concat(Stream.of(SHARED), owners)
                .flatMap(owner -> store.documents(KIND, owner, Integer.MAX_VALUE).stream());
    }

    private static List<SavedView> all(List<StoredDocument> documents) {
        return documents.stream().flatMap(document -> read(document).stream()).toList();
    }

    /** One that a newer Heed has written does not keep anybody from the others. */
    static Optional<SavedView> read(StoredDocument document) {
        try {
            return Optional.of(view(document));
        } catch (HeedException e) {
            log.warn("The saved view {} cannot be read and is left out: {}", document.id(), e.problem());
            return Optional.empty();
        }
    }

    private static SavedView view(StoredDocument document) {
        Map<String, Object> fields = DocumentJson.read(document.content());
        return new SavedView(
                UUID.fromString(document.id()),
                text(fields, "name"),
                AgentId.of(text(fields, "owner")),
                document.owner().equals(SHARED) ? sharedWith(fields) : SharedWith.nobody(),
                TicketSearch.ofJson(text(fields, "search")),
                document.version());
    }

    private static SharedWith sharedWith(Map<String, Object> fields) {
        return fields.containsKey("department")
                ? SharedWith.department(DepartmentId.of(text(fields, "department")))
                : SharedWith.everybody();
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new InvalidInputException(
                "A saved view has no " + name + ".", "Delete it, or read it with the Heed that wrote it.");
    }
}
