package dev.heed.json;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.TicketId;

/** What the customer said was understood. */
final class ListeningCodec {
    private ListeningCodec() {}

    static void noted(FactNoted event, FieldWriter out) {
        out.constant("kind", event.kind())
                .text("key", event.key().value())
                .text("value", event.value())
                .object("source", source(event.source()));
    }

    static FactNoted toNoted(FieldReader in) {
        return new FactNoted(
                in.ticket(),
                in.at(),
                in.constant("kind", FactKind.class),
                in.value("key", FactKey::new),
                in.text("value"),
                in.object("source", ListeningCodec::toSource));
    }

    static void outdated(FactOutdated event, FieldWriter out) {
        out.constant("kind", event.kind())
                .text("key", event.key().value())
                .text("by", event.by().map(AgentId::value))
                .text("reason", event.reason());
        event.source().ifPresent(said -> out.object("source", source(said)));
    }

    static FactOutdated toOutdated(FieldReader in) {
        return new FactOutdated(
                in.ticket(),
                in.at(),
                in.constant("kind", FactKind.class),
                in.value("key", FactKey::new),
                in.optionalValue("by", AgentId::of),
                in.text("reason"),
                in.optionalObject("source", ListeningCodec::toSource));
    }

    static FieldWriter source(FactSource source) {
        FieldWriter out = new FieldWriter();
        if (source instanceof FactSource.Quoted quoted) {
            return out.text("kind", "quoted")
                    .text("message", quoted.message().value())
                    .text("quotation", quoted.quotation())
                    .text("by", quoted.by().map(AgentId::value))
                    .text("duplicate", quoted.duplicate().map(ticket -> ticket.toString()));
        } else if (source instanceof FactSource.OnThePhone call) {
            return out.text("kind", "onThePhone").text("by", call.by().value());
        } else if (source instanceof FactSource.InAForm form) {
            return out.text("kind", "form")
                    .text("customer", form.customer().value())
                    .texts("via", form.via().stream().map(TicketId::toString).toList());
        } else if (source instanceof FactSource.ByAgent agent) {
            return out.text("kind", "agent").text("by", agent.by().value());
        }
        throw new IllegalStateException("There is a kind of source without a JSON form.");
    }

    static FactSource toSource(FieldReader in) {
        return switch (in.text("kind")) {
            case "quoted" ->
                new FactSource.Quoted(
                        in.value("message", MessageId::new),
                        in.text("quotation"),
                        in.optionalValue("by", AgentId::of),
                        in.optionalTicketId("duplicate"));
            case "onThePhone" -> new FactSource.OnThePhone(in.value("by", AgentId::of));
            case "form" -> new FactSource.InAForm(in.value("customer", CustomerId::of), in.ticketIds("via"));
            case "agent" -> new FactSource.ByAgent(in.value("by", AgentId::of));
            default -> throw in.wrong("kind", "is none of quoted, onThePhone, form, agent");
        };
    }
}
