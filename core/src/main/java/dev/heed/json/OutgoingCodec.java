package dev.heed.json;

import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.SendOrder.InSpite;
import java.util.List;

/** What becomes of an answer that is written. */
final class OutgoingCodec {
    private OutgoingCodec() {}

    static void ordered(SendOrdered event, FieldWriter out) {
        out.text("draft", event.draft().value())
                .number("draftVersion", event.version())
                .text("by", event.by().value())
                .instant("sendAt", event.sendAt())
                .constant("ifCustomerWrites", event.ifCustomerWrites())
                .text("seen", event.seen().map(MessageId::value))
                .objects("inSpite", event.inSpite(), OutgoingCodec::inSpite);
    }

    static SendOrdered toOrdered(FieldReader in) {
        return new SendOrdered(
                in.ticket(),
                in.at(),
                draft(in),
                in.number("draftVersion"),
                in.value("by", AgentId::of),
                in.instant("sendAt"),
                in.constant("ifCustomerWrites", IfCustomerWrites.class),
                in.optionalValue("seen", MessageId::new),
                in.objects("inSpite", OutgoingCodec::toInSpite));
    }

    static void requested(ReviewRequested event, FieldWriter out) {
        out.text("draft", event.draft().value())
                .number("draftVersion", event.version())
                .text("by", event.by().value())
                .instant("until", event.until())
                .text("seen", event.seen().map(MessageId::value))
                .objects("inSpite", event.inSpite(), OutgoingCodec::inSpite);
    }

    static ReviewRequested toRequested(FieldReader in) {
        return new ReviewRequested(
                in.ticket(),
                in.at(),
                draft(in),
                in.number("draftVersion"),
                in.value("by", AgentId::of),
                in.instant("until"),
                in.optionalValue("seen", MessageId::new),
                in.objects("inSpite", OutgoingCodec::toInSpite));
    }

    private static FieldWriter inSpite(InSpite one) {
        return new FieldWriter().constant("code", one.code()).text("reason", one.reason());
    }

    private static InSpite toInSpite(FieldReader in) {
        PracticeCode code = in.constant("code", PracticeCode.class);
        return in.value("reason", reason -> new InSpite(code, reason));
    }

    static void sent(SentAsOrdered event, FieldWriter out) {
        out.text("draft", event.draft().value()).text("message", event.message().value());
    }

    static SentAsOrdered toSent(FieldReader in) {
        return new SentAsOrdered(in.ticket(), in.at(), draft(in), in.value("message", MessageId::new));
    }

    static void cancelled(SendCancelled event, FieldWriter out) {
        out.text("draft", event.draft().value()).constant("why", event.why());
    }

    static SendCancelled toCancelled(FieldReader in) {
        return new SendCancelled(in.ticket(), in.at(), draft(in), in.constant("why", SendCancelled.Why.class));
    }

    static void refused(SendRefused event, FieldWriter out) {
        out.text("draft", event.draft().value())
                .constant("why", event.why())
                .texts("codes", event.codes().stream().map(Enum::name).toList());
    }

    static SendRefused toRefused(FieldReader in) {
        SendRefused.Obstacle why = in.constant("why", SendRefused.Obstacle.class);
        return new SendRefused(in.ticket(), in.at(), draft(in), why, codes(in));
    }

    private static List<PracticeCode> codes(FieldReader in) {
        try {
            return in.values("codes", PracticeCode::valueOf);
        } catch (IllegalArgumentException e) {
            throw in.wrong("codes", "is none of the words that stand there");
        }
    }

    static void approved(ReviewApproved event, FieldWriter out) {
        out.text("draft", event.draft().value())
                .text("by", event.by().value())
                .text("message", event.message().value());
    }

    static ReviewApproved toApproved(FieldReader in) {
        return new ReviewApproved(
                in.ticket(), in.at(), draft(in), in.value("by", AgentId::of), in.value("message", MessageId::new));
    }

    static void returned(ReviewReturned event, FieldWriter out) {
        out.text("draft", event.draft().value()).text("by", event.by().value()).text("remark", event.remark());
    }

    static ReviewReturned toReturned(FieldReader in) {
        return new ReviewReturned(in.ticket(), in.at(), draft(in), in.value("by", AgentId::of), in.text("remark"));
    }

    static void timedOut(ReviewTimedOut event, FieldWriter out) {
        out.text("draft", event.draft().value()).text("message", event.message().map(MessageId::value));
    }

    static ReviewTimedOut toTimedOut(FieldReader in) {
        return new ReviewTimedOut(in.ticket(), in.at(), draft(in), in.optionalValue("message", MessageId::new));
    }

    private static DraftId draft(FieldReader in) {
        return in.value("draft", DraftId::new);
    }
}
