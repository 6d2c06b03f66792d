package dev.heed.json;

import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.Consent;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactState;
import dev.heed.ticket.Known;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;

/** What is known in one ticket and goes along into another one. */
final class KnownCodec {
    private KnownCodec() {}

    static void known(UnderstandingTakenOver event, FieldWriter out) {
        Known known = event.known();
        out.text("from", event.from().toString());
        event.by().ifPresent(by -> out.text("by", by.value()));
        out.objects("facts", known.facts(), KnownCodec::fact);
        known.statement().ifPresent(statement -> out.object("statement", statement(statement)));
        known.heededAt().ifPresent(at -> out.instant("heededAt", at));
        known.rootCause().ifPresent(cause -> out.text("cause", cause.value()));
        known.priority().ifPresent(priority -> out.constant("priority", priority));
        known.mood().ifPresent(mood -> out.constant("mood", mood));
        out.objects("consents", known.consents(), KnownCodec::consent);
        known.kind().ifPresent(kind -> out.constant("kind", kind));
    }

    static UnderstandingTakenOver toKnown(FieldReader in) {
        Known known = new Known(
                in.objects("facts", KnownCodec::toFact),
                in.optionalObject("statement", KnownCodec::toStatement),
                in.optionalInstant("heededAt"),
                in.optionalValue("cause", RootCause::new),
                in.optionalConstant("priority", Priority.class),
                in.optionalConstant("mood", Mood.class),
                in.objects("consents", KnownCodec::toConsent),
                in.optionalConstant("kind", TicketKind.class));
        return new UnderstandingTakenOver(
                in.ticket(), in.at(), in.ticketId("from"), in.optionalValue("by", AgentId::of), known);
    }

    private static FieldWriter fact(Fact fact) {
        return new FieldWriter()
                .constant("kind", fact.kind())
                .text("key", fact.key().value())
                .text("value", fact.value())
                .object("source", ListeningCodec.source(fact.source()))
                .instant("at", fact.at())
                .constant("state", fact.state());
    }

    private static Fact toFact(FieldReader in) {
        return new Fact(
                in.constant("kind", FactKind.class),
                in.value("key", FactKey::new),
                in.text("value"),
                in.object("source", ListeningCodec::toSource),
                in.instant("at"),
                in.constant("state", FactState.class));
    }

    private static FieldWriter statement(ProblemStatement statement) {
        FieldWriter out = new FieldWriter()
                .text("text", statement.text())
                .text("message", statement.message().map(MessageId::value))
                .text("by", statement.by().value())
                .instant("at", statement.at())
                .constant("state", statement.state());
        statement.answer().ifPresent(answer -> out.object("source", ListeningCodec.source(answer)));
        return out.text("duplicate", statement.duplicate().map(TicketId::toString));
    }

    private static ProblemStatement toStatement(FieldReader in) {
        return new ProblemStatement(
                in.text("text"),
                in.optionalValue("message", MessageId::new),
                in.value("by", AgentId::of),
                in.instant("at"),
                in.constant("state", ProblemStatement.State.class),
                in.optionalObject("source", ListeningCodec::toSource),
                in.optionalTicketId("duplicate"));
    }

    private static FieldWriter consent(Consent consent) {
        return new FieldWriter()
                .text("step", consent.step().value())
                .object("source", ListeningCodec.source(consent.source()))
                .instant("at", consent.at());
    }

    private static Consent toConsent(FieldReader in) {
        return new Consent(
                in.value("step", FactKey::new), in.object("source", ListeningCodec::toSource), in.instant("at"));
    }
}
