package dev.heed;

import dev.heed.json.DocumentJson;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.LegalHold;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How legal holds and reports of erasures are kept as documents. */
final class PrivacyRecords {
    static final String HOLD = "legal-hold";
    static final String REPORT = "erasure-report";
    /** All of a desk belong to it. */
    static final String OWNER = "";

    private PrivacyRecords() {}

    /** Whether what is known of a person must be kept: what is kept of one profile keeps them all. */
    static boolean isHeld(TicketStore store, CustomerId id) {
        return store.person(id).profiles().stream()
                .anyMatch(profile -> store.findDocument(HOLD, profile.value()).isPresent());
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
        return Optional.ofNullable(fields.get("by")).map(Object::toString).map(AgentId::of);
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
