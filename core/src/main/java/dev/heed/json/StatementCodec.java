package dev.heed.json;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ListeningEvent.StepDone;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.RootCause;

/** How the shop understands a problem, what lies behind it, and what was done about it. */
final class StatementCodec {
    private StatementCodec() {}

    static void sent(StatementSent event, FieldWriter out) {
        out.text("message", event.message().map(MessageId::value))
                .text("by", event.by().value())
                .text("text", event.text());
    }

    static StatementSent toSent(FieldReader in) {
        return new StatementSent(
                in.ticket(),
                in.at(),
                in.optionalValue("message", MessageId::new),
                in.value("by", AgentId::of),
                in.text("text"));
    }

    static void confirmed(StatementConfirmed event, FieldWriter out) {
        out.object("source", ListeningCodec.source(event.source()));
    }

    static StatementConfirmed toConfirmed(FieldReader in) {
        return new StatementConfirmed(in.ticket(), in.at(), in.object("source", ListeningCodec::toSource));
    }

    static void corrected(StatementCorrected event, FieldWriter out) {
        out.object("source", ListeningCodec.source(event.source()))
                .text("message", event.message().map(MessageId::value));
    }

    static StatementCorrected toCorrected(FieldReader in) {
        return new StatementCorrected(
                in.ticket(),
                in.at(),
                in.object("source", ListeningCodec::toSource),
                in.optionalValue("message", MessageId::new));
    }

    static void found(RootCauseFound event, FieldWriter out) {
        out.text("cause", event.cause().value()).text("by", event.by().value());
    }

    static RootCauseFound toFound(FieldReader in) {
        return new RootCauseFound(in.ticket(), in.at(), in.value("cause", RootCause::new), in.value("by", AgentId::of));
    }

    static void given(ConsentGiven event, FieldWriter out) {
        out.text("step", event.step().value()).object("source", ListeningCodec.source(event.source()));
    }

    static ConsentGiven toGiven(FieldReader in) {
        return new ConsentGiven(
                in.ticket(), in.at(), in.value("step", FactKey::new), in.object("source", ListeningCodec::toSource));
    }

    static void withdrawn(ConsentWithdrawn event, FieldWriter out) {
        out.text("step", event.step().value()).object("source", ListeningCodec.source(event.source()));
    }

    static ConsentWithdrawn toWithdrawn(FieldReader in) {
        return new ConsentWithdrawn(
                in.ticket(), in.at(), in.value("step", FactKey::new), in.object("source", ListeningCodec::toSource));
    }

    static void done(StepDone event, FieldWriter out) {
        out.text("step", event.step().value()).text("by", event.by().value());
    }

    static StepDone toDone(FieldReader in) {
        return new StepDone(in.ticket(), in.at(), in.value("step", FactKey::new), in.value("by", AgentId::of));
    }

    static void prioritySet(PrioritySet event, FieldWriter out) {
        out.constant("priority", event.priority())
                .text("by", event.by().value())
                .text("reason", event.reason());
    }

    static PrioritySet toPrioritySet(FieldReader in) {
        return new PrioritySet(
                in.ticket(),
                in.at(),
                in.constant("priority", Priority.class),
                in.value("by", AgentId::of),
                in.optionalText("reason"));
    }

    static void moodSet(MoodSet event, FieldWriter out) {
        out.constant("mood", event.mood()).text("by", event.by().value()).text("reason", event.reason());
    }

    static MoodSet toMoodSet(FieldReader in) {
        return new MoodSet(
                in.ticket(),
                in.at(),
                in.constant("mood", Mood.class),
                in.value("by", AgentId::of),
                in.optionalText("reason"));
    }
}
