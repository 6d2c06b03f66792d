package dev.heed.json;

import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;

/** A ticket came to stand somewhere else, or was sorted otherwise. */
final class LifecycleCodec {
    private LifecycleCodec() {}

    /** For events that say nothing but that they happened. */
    static void nothing(TicketEvent event, FieldWriter out) {}

    static void opened(TicketOpened event, FieldWriter out) {
        out.number("number", event.number()).text("customer", event.customer().value());
        event.address().ifPresent(address -> out.object("address", AddressCodec.address(address)));
        out.text("channel", event.channel().value())
                .text("subject", event.subject())
                .text("follows", event.follows().map(Object::toString));
    }

    static TicketOpened toOpened(FieldReader in) {
        return new TicketOpened(
                in.ticket(),
                in.at(),
                in.number("number"),
                in.value("customer", CustomerId::of),
                in.optionalObject("address", AddressCodec::toAddress),
                in.value("channel", ChannelId::of),
                in.text("subject"),
                in.optionalTicketId("follows"));
    }

    static void kindChanged(KindChanged event, FieldWriter out) {
        out.constant("kind", event.kind()).text("by", event.by().value()).text("reason", event.reason());
    }

    static KindChanged toKindChanged(FieldReader in) {
        return new KindChanged(in.ticket(), in.at(), in.constant("kind", TicketKind.class), by(in), in.text("reason"));
    }

    static void held(Held event, FieldWriter out) {
        out.instant("until", event.until())
                .text("by", event.by().value())
                .text("reason", event.reason())
                .text("told", event.told().map(MessageId::value))
                .text("untoldBecause", event.untoldBecause());
    }

    static Held toHeld(FieldReader in) {
        return new Held(
                in.ticket(),
                in.at(),
                in.instant("until"),
                by(in),
                in.text("reason"),
                in.optionalValue("told", MessageId::new),
                in.optionalText("untoldBecause"));
    }

    static HoldEnded toHoldEnded(FieldReader in) {
        return new HoldEnded(in.ticket(), in.at());
    }

    static void reopened(Reopened event, FieldWriter out) {
        out.constant("from", event.from());
    }

    static Reopened toReopened(FieldReader in) {
        return new Reopened(in.ticket(), in.at(), in.constant("from", TicketStatus.class));
    }

    static void absorbed(Absorbed event, FieldWriter out) {
        out.text("duplicate", event.duplicate().toString())
                .flag("waits", event.waits())
                .flag("spokenTo", event.spokenTo())
                .text("message", event.lastMessage().map(MessageId::value));
        event.saidAt().ifPresent(at -> out.instant("saidAt", at));
    }

    static Absorbed toAbsorbed(FieldReader in) {
        return new Absorbed(
                in.ticket(),
                in.at(),
                in.ticketId("duplicate"),
                in.flag("waits"),
                in.flag("spokenTo"),
                in.optionalValue("message", MessageId::new),
                in.optionalInstant("saidAt"));
    }

    static Imported toImported(FieldReader in) {
        return new Imported(in.ticket(), in.at());
    }

    static Disputed toDisputed(FieldReader in) {
        return new Disputed(in.ticket(), in.at());
    }

    static void confirmed(CustomerConfirmed event, FieldWriter out) {
        out.text("customer", event.customer().value());
    }

    static CustomerConfirmed toConfirmed(FieldReader in) {
        return new CustomerConfirmed(in.ticket(), in.at(), in.value("customer", CustomerId::of));
    }

    static void closed(Closed event, FieldWriter out) {
        out.object("closing", ClosingCodec.closing(event.closing()));
    }

    static Closed toClosed(FieldReader in) {
        return new Closed(in.ticket(), in.at(), in.object("closing", ClosingCodec::toClosing));
    }

    static void erased(Erased event, FieldWriter out) {
        out.text("by", event.by().map(AgentId::value));
    }

    static Erased toErased(FieldReader in) {
        return new Erased(in.ticket(), in.at(), in.optionalValue("by", AgentId::of));
    }

    static void against(DecidedAgainst event, FieldWriter out) {
        out.text("message", event.message().value())
                .object(
                        "decision",
                        new FieldWriter()
                                .text("reason", event.decision().reason())
                                .text("appeal", event.decision().appeal()));
    }

    static DecidedAgainst toAgainst(FieldReader in) {
        return new DecidedAgainst(
                in.ticket(),
                in.at(),
                in.value("message", MessageId::new),
                in.object("decision", LifecycleCodec::toDecision));
    }

    private static AdverseDecision toDecision(FieldReader in) {
        String reason = in.text("reason");
        String appeal = in.text("appeal");
        return in.checked(() -> new AdverseDecision(reason, appeal));
    }

    static void overridden(Overridden event, FieldWriter out) {
        out.constant("code", event.code()).text("by", event.by().value()).text("reason", event.reason());
    }

    static Overridden toOverridden(FieldReader in) {
        return new Overridden(in.ticket(), in.at(), in.constant("code", PracticeCode.class), by(in), in.text("reason"));
    }

    private static AgentId by(FieldReader in) {
        return in.value("by", AgentId::of);
    }
}
