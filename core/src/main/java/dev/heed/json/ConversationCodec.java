package dev.heed.json;

import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketId;

/** What was said. */
final class ConversationCodec {
    private ConversationCodec() {}

    static void received(MessageReceived event, FieldWriter out) {
        out.object("message", MessageCodec.message(event.message()))
                .texts("via", event.via().stream().map(TicketId::toString).toList());
    }

    static MessageReceived toReceived(FieldReader in) {
        return new MessageReceived(
                in.ticket(), in.at(), in.object("message", MessageCodec::toMessage), in.ticketIds("via"));
    }

    static void acknowledged(Acknowledged event, FieldWriter out) {
        out.object("message", MessageCodec.message(event.message()));
        out.object("told", told(event.told()));
    }

    static Acknowledged toAcknowledged(FieldReader in) {
        return new Acknowledged(
                in.ticket(),
                in.at(),
                in.object("message", MessageCodec::toMessage),
                in.object("told", ConversationCodec::toTold));
    }

    static FieldWriter told(ExpectedReply told) {
        return new FieldWriter()
                .instant("at", told.at())
                .text("basis", told.basis())
                .text("zone", told.zone().getId());
    }

    static ExpectedReply toTold(FieldReader in) {
        return new ExpectedReply(in.instant("at"), in.text("basis"), in.zone("zone"));
    }

    static void withheld(AcknowledgementWithheld event, FieldWriter out) {
        out.text("reason", event.reason());
    }

    static AcknowledgementWithheld toWithheld(FieldReader in) {
        return new AcknowledgementWithheld(in.ticket(), in.at(), in.text("reason"));
    }

    static void answered(Answered event, FieldWriter out) {
        out.object("message", MessageCodec.message(event.message()));
        event.resolution().ifPresent(resolution -> out.constant("resolution", resolution));
    }

    static Answered toAnswered(FieldReader in) {
        return new Answered(
                in.ticket(),
                in.at(),
                in.object("message", MessageCodec::toMessage),
                in.optionalConstant("resolution", Resolution.class));
    }

    static void botWrote(BotWrote event, FieldWriter out) {
        out.object("message", MessageCodec.message(event.message()));
    }

    static BotWrote toBotWrote(FieldReader in) {
        return new BotWrote(in.ticket(), in.at(), in.object("message", MessageCodec::toMessage));
    }

    static void reminded(Reminded event, FieldWriter out) {
        out.object("message", MessageCodec.message(event.message()))
                .number("count", event.count())
                .instant("closesAt", event.closesAt());
    }

    static Reminded toReminded(FieldReader in) {
        return new Reminded(
                in.ticket(),
                in.at(),
                in.object("message", MessageCodec::toMessage),
                in.integer("count"),
                in.instant("closesAt"));
    }
}
