package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.ticket.ApprovalEvent;
import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalRequested;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalKind;
import dev.heed.ticket.ApprovalSubject;
import java.time.Instant;

/** What a second person was asked, and what became of it. */
final class ApprovalCodec {
    private ApprovalCodec() {}

    private static FieldWriter request(ApprovalEvent event, FieldWriter out) {
        return out.number("request", event.request().value());
    }

    private static ApprovalId toRequest(FieldReader in) {
        return new ApprovalId(in.integer("request"));
    }

    static void requested(ApprovalRequested event, FieldWriter out) {
        request(event, out)
                .object(
                        "subject",
                        new FieldWriter()
                                .constant("kind", event.subject().kind())
                                .text("reference", event.subject().reference()))
                .text("by", event.by().value())
                .text("reason", event.reason())
                .text("until", event.until().map(Instant::toString));
    }

    static ApprovalRequested toRequested(FieldReader in) {
        return new ApprovalRequested(
                in.ticket(),
                in.at(),
                toRequest(in),
                in.object("subject", ApprovalCodec::toSubject),
                in.value("by", AgentId::of),
                in.text("reason"),
                in.optionalInstant("until"));
    }

    private static ApprovalSubject toSubject(FieldReader in) {
        ApprovalKind kind = in.constant("kind", ApprovalKind.class);
        String reference = in.text("reference");
        return in.checked(() -> new ApprovalSubject(kind, reference));
    }

    static void decided(ApprovalDecided event, FieldWriter out) {
        request(event, out)
                .flag("approved", event.approved())
                .text("by", event.by().value())
                .text("reason", event.reason())
                .flag("alone", event.alone());
    }

    static ApprovalDecided toDecided(FieldReader in) {
        return new ApprovalDecided(
                in.ticket(),
                in.at(),
                toRequest(in),
                in.flag("approved"),
                in.value("by", AgentId::of),
                in.text("reason"),
                in.flag("alone"));
    }

    static void withdrawn(ApprovalWithdrawn event, FieldWriter out) {
        request(event, out).text("by", event.by().map(AgentId::value)).text("reason", event.reason());
    }

    static ApprovalWithdrawn toWithdrawn(FieldReader in) {
        return new ApprovalWithdrawn(
                in.ticket(), in.at(), toRequest(in), in.optionalValue("by", AgentId::of), in.text("reason"));
    }

    static void expired(ApprovalExpired event, FieldWriter out) {
        var unused = request(event, out);
    }

    static ApprovalExpired toExpired(FieldReader in) {
        return new ApprovalExpired(in.ticket(), in.at(), toRequest(in));
    }

    static void reminded(ApprovalReminded event, FieldWriter out) {
        request(event, out)
                .number("count", event.count())
                .text("owner", event.owner().map(AgentId::value));
    }

    static ApprovalReminded toReminded(FieldReader in) {
        return new ApprovalReminded(
                in.ticket(), in.at(), toRequest(in), in.integer("count"), in.optionalValue("owner", AgentId::of));
    }

    static void used(ApprovalUsed event, FieldWriter out) {
        request(event, out).text("by", event.by().value());
    }

    static ApprovalUsed toUsed(FieldReader in) {
        return new ApprovalUsed(in.ticket(), in.at(), toRequest(in), in.value("by", AgentId::of));
    }
}
