package dev.heed.json;

import java.util.Set;

/** The names of all fields. Others are not repeated in messages: nobody knows what stands in them. */
final class FieldNames {
    private static final Set<String> KNOWN = Set.of(
            "address",
            "agent",
            "answeredAt",
            "appeal",
            "asBefore",
            "at",
            "attachments",
            "author",
            "automatic",
            "basis",
            "before",
            "by",
            "channel",
            "closesAt",
            "closing",
            "code",
            "content",
            "contentId",
            "count",
            "customer",
            "decision",
            "direction",
            "directLine",
            "due",
            "duplicate",
            "employeeId",
            "exemption",
            "field",
            "follows",
            "from",
            "goesOnIn",
            "how",
            "html",
            "id",
            "intake",
            "into",
            "kind",
            "level",
            "madeAt",
            "madeBy",
            "mediaType",
            "message",
            "messages",
            "name",
            "note",
            "number",
            "other",
            "outcome",
            "overdue",
            "owner",
            "percent",
            "promise",
            "reason",
            "reference",
            "references",
            "remarks",
            "reminders",
            "replacement",
            "resolution",
            "responsible",
            "role",
            "signature",
            "spokenTo",
            "state",
            "status",
            "subject",
            "summary",
            "tags",
            "text",
            "ticket",
            "to",
            "told",
            "type",
            "until",
            "untoldBecause",
            "value",
            "version",
            "via",
            "waits",
            "what",
            "why",
            "zone");

    private FieldNames() {}

    static Set<String> known() {
        return KNOWN;
    }

    /** The name, or a question mark for one that no event has. */
    static String shown(String name) {
        return KNOWN.contains(name) ? name : "?";
    }
}
