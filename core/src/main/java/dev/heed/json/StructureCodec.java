package dev.heed.json;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.List;

/** A ticket came to stand otherwise to another one. */
final class StructureCodec {
    private StructureCodec() {}

    static void unmerged(Unmerged event, FieldWriter out) {
        out.text("from", event.from().toString())
                .text("by", event.by().value())
                .text("reason", event.reason())
                .constant("status", event.status())
                .flag("waits", event.waits())
                .flag("asBefore", event.asBefore());
        event.overdue().ifPresent(told -> out.object("overdue", ConversationCodec.told(told)));
        event.answeredAt().ifPresent(at -> out.instant("answeredAt", at));
    }

    static Unmerged toUnmerged(FieldReader in) {
        return new Unmerged(
                in.ticket(),
                in.at(),
                in.ticketId("from"),
                by(in),
                in.text("reason"),
                status(in),
                in.flag("waits"),
                in.flag("asBefore"),
                in.optionalObject("overdue", ConversationCodec::toTold),
                in.optionalInstant("answeredAt"));
    }

    static void released(Released event, FieldWriter out) {
        out.text("duplicate", event.duplicate().toString())
                .text("by", event.by().value())
                .text("reason", event.reason())
                .constant("status", event.status())
                .flag("waits", event.waits())
                .flag("asBefore", event.asBefore())
                .texts("messages", ids(event.messages()));
    }

    static Released toReleased(FieldReader in) {
        return new Released(
                in.ticket(),
                in.at(),
                in.ticketId("duplicate"),
                by(in),
                in.text("reason"),
                status(in),
                in.flag("waits"),
                in.flag("asBefore"),
                messages(in));
    }

    static void takenOver(MessageTakenOver event, FieldWriter out) {
        out.text("from", event.from().toString())
                .object("message", MessageCodec.message(event.message()))
                .texts("via", event.via().stream().map(TicketId::toString).toList());
    }

    static MessageTakenOver toTakenOver(FieldReader in) {
        return new MessageTakenOver(
                in.ticket(),
                in.at(),
                in.ticketId("from"),
                in.object("message", MessageCodec::toMessage),
                in.ticketIds("via"));
    }

    static void splitOff(SplitOff event, FieldWriter out) {
        out.texts("messages", ids(event.messages()))
                .text("into", event.into().toString())
                .text("by", event.by().value())
                .text("reason", event.reason())
                .constant("status", event.status())
                .flag("waits", event.waits());
    }

    static SplitOff toSplitOff(FieldReader in) {
        return new SplitOff(
                in.ticket(),
                in.at(),
                messages(in),
                in.ticketId("into"),
                by(in),
                in.text("reason"),
                status(in),
                in.flag("waits"));
    }

    static void splitFrom(SplitFrom event, FieldWriter out) {
        out.text("from", event.from().toString()).text("by", event.by().value()).text("reason", event.reason());
        event.overdue().ifPresent(told -> out.object("overdue", ConversationCodec.told(told)));
    }

    static SplitFrom toSplitFrom(FieldReader in) {
        return new SplitFrom(
                in.ticket(),
                in.at(),
                in.ticketId("from"),
                by(in),
                in.text("reason"),
                in.optionalObject("overdue", ConversationCodec::toTold));
    }

    static void linked(Linked event, FieldWriter out) {
        out.text("other", event.other().toString())
                .constant("kind", event.kind())
                .text("by", event.by().value());
    }

    static Linked toLinked(FieldReader in) {
        return new Linked(in.ticket(), in.at(), in.ticketId("other"), in.constant("kind", LinkKind.class), by(in));
    }

    static void unlinked(Unlinked event, FieldWriter out) {
        out.text("other", event.other().toString()).text("by", event.by().value());
    }

    static Unlinked toUnlinked(FieldReader in) {
        return new Unlinked(in.ticket(), in.at(), in.ticketId("other"), by(in));
    }

    static void notSpam(NotSpam event, FieldWriter out) {
        out.text("by", event.by().value())
                .text("reason", event.reason())
                .constant("status", event.status())
                .flag("waits", event.waits())
                .flag("asBefore", event.asBefore());
        event.overdue().ifPresent(told -> out.object("overdue", ConversationCodec.told(told)));
    }

    static NotSpam toNotSpam(FieldReader in) {
        return new NotSpam(
                in.ticket(),
                in.at(),
                by(in),
                in.text("reason"),
                status(in),
                in.flag("waits"),
                in.flag("asBefore"),
                in.optionalObject("overdue", ConversationCodec::toTold));
    }

    static void deleted(Deleted event, FieldWriter out) {
        out.text("by", event.by().value()).text("reason", event.reason());
    }

    static Deleted toDeleted(FieldReader in) {
        return new Deleted(in.ticket(), in.at(), by(in), in.text("reason"));
    }

    static void restored(Restored event, FieldWriter out) {
        out.text("by", event.by().map(AgentId::value));
    }

    static Restored toRestored(FieldReader in) {
        return new Restored(in.ticket(), in.at(), in.optionalValue("by", AgentId::of));
    }

    private static List<String> ids(List<MessageId> messages) {
        return messages.stream().map(MessageId::value).toList();
    }

    private static List<MessageId> messages(FieldReader in) {
        return in.values("messages", MessageId::new);
    }

    private static AgentId by(FieldReader in) {
        return in.value("by", AgentId::of);
    }

    private static TicketStatus status(FieldReader in) {
        return in.constant("status", TicketStatus.class);
    }
}
