package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import java.util.Optional;

/** A ticket was put off, or is shown again. */
final class SnoozeCodec {
    private SnoozeCodec() {}

    static void snoozed(Snoozed event, FieldWriter out) {
        out.instant("until", event.until())
                .text("by", event.by().value())
                .constant("onReply", event.onReply())
                .text("memo", Optional.of(event.memo()).filter(memo -> !memo.isEmpty()));
    }

    static Snoozed toSnoozed(FieldReader in) {
        return new Snoozed(
                in.ticket(),
                in.at(),
                in.instant("until"),
                in.value("by", AgentId::of),
                in.constant("onReply", OnReply.class),
                in.optionalText("memo").orElse(""));
    }

    static void ended(SnoozeEnded event, FieldWriter out) {
        out.constant("why", event.why())
                .text("agent", event.agent().value())
                .text("by", event.by().map(AgentId::value));
    }

    static SnoozeEnded toEnded(FieldReader in) {
        return new SnoozeEnded(
                in.ticket(),
                in.at(),
                in.constant("why", SnoozeEnded.Why.class),
                in.value("agent", AgentId::of),
                in.optionalValue("by", AgentId::of));
    }
}
