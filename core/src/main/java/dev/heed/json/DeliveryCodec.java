package dev.heed.json;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Unreachable;

/** What was said arrived or did not. */
final class DeliveryCodec {
    private DeliveryCodec() {}

    static void delivered(Delivered event, FieldWriter out) {
        out.text("message", event.message().value()).text("reference", event.reference());
    }

    static Delivered toDelivered(FieldReader in) {
        return new Delivered(in.ticket(), in.at(), message(in), in.optionalText("reference"));
    }

    static void delayed(DeliveryDelayed event, FieldWriter out) {
        out.text("message", event.message().value()).text("reason", event.reason());
    }

    static DeliveryDelayed toDelayed(FieldReader in) {
        return new DeliveryDelayed(in.ticket(), in.at(), message(in), in.text("reason"));
    }

    static void failed(DeliveryFailed event, FieldWriter out) {
        out.text("message", event.message().value()).text("reason", event.reason());
    }

    static DeliveryFailed toFailed(FieldReader in) {
        return new DeliveryFailed(in.ticket(), in.at(), message(in), in.text("reason"));
    }

    static void bounced(Bounced event, FieldWriter out) {
        out.text("message", event.message().value()).text("reason", event.reason());
    }

    static Bounced toBounced(FieldReader in) {
        return new Bounced(in.ticket(), in.at(), message(in), in.text("reason"));
    }

    static void redriven(Redriven event, FieldWriter out) {
        out.text("message", event.message().value());
    }

    static Redriven toRedriven(FieldReader in) {
        return new Redriven(in.ticket(), in.at(), message(in));
    }

    static void unreachable(Unreachable event, FieldWriter out) {
        out.text("reason", event.reason());
    }

    static Unreachable toUnreachable(FieldReader in) {
        return new Unreachable(in.ticket(), in.at(), in.text("reason"));
    }

    private static MessageId message(FieldReader in) {
        return in.value("message", MessageId::new);
    }
}
