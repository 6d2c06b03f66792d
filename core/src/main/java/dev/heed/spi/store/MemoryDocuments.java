package dev.heed.spi.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The documents of the in-memory store. */
final class MemoryDocuments {
    private final Map<Name, StoredDocument> documents = new HashMap<>();
    private final Map<Name, TreeMap<String, StoredDocument>> ofOwner = new HashMap<>();

    private record Name(String kind, String value) {}

    /** Whether each stands in the place it asks for: what it changes or removes is what is there. */
    boolean current(UnitOfWork unit) {
        return unit.documents().stream().allMatch(document -> version(document) == document.version() - 1)
                && unit.removedDocuments().stream().allMatch(document -> version(document) == document.version())
                && unit.absentDocuments().stream()
                        .noneMatch(name -> find(name.kind(), name.id()).isPresent());
    }

    private long version(StoredDocument document) {
        return find(document.kind(), document.id()).map(StoredDocument::version).orElse(0L);
    }

    void keep(StoredDocument document) {
        remove(document);
        documents.put(new Name(document.kind(), document.id()), document);
        ofOwner.computeIfAbsent(new Name(document.kind(), document.owner()), owner -> new TreeMap<>())
                .put(document.id(), document);
    }

    void remove(StoredDocument document) {
        StoredDocument before = documents.remove(new Name(document.kind(), document.id()));
        if (before != null) {
            ofOwner.computeIfPresent(new Name(before.kind(), before.owner()), (owner, all) -> {
                all.remove(before.id());
                return all.isEmpty() ? null : all;
            });
        }
    }

    Optional<StoredDocument> find(String kind, String id) {
        return Optional.ofNullable(documents.get(new Name(kind, id)));
    }

    List<StoredDocument> of(String kind, String owner, int limit) {
        return ofOwner.getOrDefault(new Name(kind, owner), new TreeMap<>()).values().stream()
                .limit(limit)
                .toList();
    }
}
