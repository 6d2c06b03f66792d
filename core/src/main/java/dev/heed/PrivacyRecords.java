package dev.heed;

import dev.heed.error.LegalHoldException;
import dev.heed.json.DocumentJson;
import dev.heed.json.Redaction;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.ProfileLink;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.LegalHold;
import dev.heed.privacy.ReleasedHold;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How legal holds and reports of erasures are kept as documents. */
final class PrivacyRecords {
    static final String HOLD = "legal-hold";
    /** Of holds that have ended. */
    static final String RELEASED = "legal-hold-released";

    static final String REPORT = "erasure-report";
    /** All of a desk belong to it. */
    static final String OWNER = "";

    private PrivacyRecords() {}

    /**
     * The profiles of which none may be held when something of a person is erased: all of hers, and those with which they
     * were ever linked, since the record of such a link is of both.
     */
    static Set<CustomerId> bound(TicketStore store, CustomerId id) {
        Set<CustomerId> bound = new LinkedHashSet<>();
        for (CustomerId profile : store.person(id).profiles()) {
            bound.add(profile);
            for (ProfileLink link : store.links(profile)) {
                bound.addAll(store.person(link.one()).profiles());
                bound.addAll(store.person(link.other()).profiles());
            }
        }
        return bound;
    }

    /** Whether what is known of a person must be kept: what is kept of one profile keeps them all. */
    static boolean isHeld(TicketStore store, CustomerId id) {
        return bound(store, id).stream()
                .anyMatch(profile -> store.findDocument(HOLD, profile.value()).isPresent());
    }

    /** As {@link #isHeld}, and nobody can have ordered to keep it when the unit is written. */
    static void requireNotHeld(TicketStore store, CustomerId id) {
        if (isHeld(store, id)) {
            throw new LegalHoldException(
                    "What is known of a customer must be kept: there is a legal hold.",
                    "Release it with privacy().release(…) when the law allows it.");
        }
    }

    /** Writes the unit only if none of these has to be kept by then. */
    static void notHeld(Set<CustomerId> bound, UnitOfWork.Builder unit) {
        bound.forEach(profile -> unit.absent(HOLD, profile.value()));
    }

    static StoredDocument document(LegalHold hold) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", hold.at().toString());
        hold.by().ifPresent(by -> fields.put("by", by.value()));
        fields.put("reason", hold.reason());
        return StoredDocument.of(HOLD, hold.customer().value(), OWNER, DocumentJson.write(fields));
    }

    static LegalHold hold(StoredDocument document) {
        Map<String, Object> fields = DocumentJson.read(document.content());
        return new LegalHold(CustomerId.of(document.id()), at(fields), by(fields), text(fields, "reason"));
    }

    static StoredDocument document(UUID id, ReleasedHold released) {
        return StoredDocument.of(RELEASED, id.toString(), OWNER, content(released));
    }

    private static String content(ReleasedHold released) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("customer", released.hold().customer().value());
        fields.put("held", released.hold().at().toString());
        released.hold().by().ifPresent(by -> fields.put("heldBy", by.value()));
        fields.put("reason", released.hold().reason());
        fields.put("at", released.at().toString());
        released.by().ifPresent(by -> fields.put("by", by.value()));
        return DocumentJson.write(fields);
    }

    static ReleasedHold released(StoredDocument document) {
        Map<String, Object> fields = DocumentJson.read(document.content());
        LegalHold hold = new LegalHold(
                CustomerId.of(text(fields, "customer")),
                Instant.parse(text(fields, "held")),
                agent(fields, "heldBy"),
                text(fields, "reason"));
        return new ReleasedHold(hold, at(fields), by(fields));
    }

    /** The same record, of nobody. */
    static StoredDocument erased(StoredDocument document, CustomerId pseudonym) {
        ReleasedHold of = released(document);
        LegalHold hold = new LegalHold(pseudonym, of.hold().at(), of.hold().by(), Redaction.ERASED);
        return document.next(content(new ReleasedHold(hold, of.at(), of.by())));
    }

    static StoredDocument document(ErasureReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", report.at().toString());
        report.by().ifPresent(by -> fields.put("by", by.value()));
        fields.put("pseudonym", report.pseudonym().value());
        fields.put("erased", report.erased());
        fields.put("found", report.found());
        return StoredDocument.of(REPORT, report.id().toString(), OWNER, DocumentJson.write(fields));
    }

    static ErasureReport report(StoredDocument document) {
        Map<String, Object> fields = DocumentJson.read(document.content());
        return new ErasureReport(
                UUID.fromString(document.id()),
                at(fields),
                by(fields),
                CustomerId.of(text(fields, "pseudonym")),
                numbers(fields, "erased"),
                numbers(fields, "found"));
    }

    private static Instant at(Map<String, Object> fields) {
        return Instant.parse(text(fields, "at"));
    }

    private static Optional<AgentId> by(Map<String, Object> fields) {
        return agent(fields, "by");
    }

    private static Optional<AgentId> agent(Map<String, Object> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Object::toString).map(AgentId::of);
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    private static Map<String, Long> numbers(Map<String, Object> fields, String name) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        if (fields.get(name) instanceof Map<?, ?> all) {
            all.forEach((key, value) -> numbers.put(String.valueOf(key), Long.valueOf(String.valueOf(value))));
        }
        return numbers;
    }
}
