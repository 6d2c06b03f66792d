package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.OwnershipEvent.Why;

/** Who is responsible changed, or somebody has to look. */
final class OwnershipCodec {
    private OwnershipCodec() {}

    static void assigned(OwnerAssigned event, FieldWriter out) {
        out.text("owner", event.owner().value()).text("reason", event.reason()).text("summary", event.summary());
    }

    static OwnerAssigned toAssigned(FieldReader in) {
        return new OwnerAssigned(
                in.ticket(), in.at(), in.value("owner", AgentId::of), in.text("reason"), in.optionalText("summary"));
    }

    static OwnerMissing toMissing(FieldReader in) {
        return new OwnerMissing(in.ticket(), in.at());
    }

    static ExpertNeeded toExpertNeeded(FieldReader in) {
        return new ExpertNeeded(in.ticket(), in.at());
    }

    static void escalated(Escalated event, FieldWriter out) {
        out.number("level", event.level()).constant("why", event.why());
    }

    static Escalated toEscalated(FieldReader in) {
        return new Escalated(in.ticket(), in.at(), in.integer("level"), in.constant("why", Why.class));
    }
}
