package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.people.Tier;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SlaTarget;

/** What the shop holds itself to on a ticket. */
final class ServiceCodec {
    private ServiceCodec() {}

    static void tierSet(TierSet event, FieldWriter out) {
        out.text("tier", event.tier().value())
                .text("by", event.by().map(AgentId::value))
                .text("reason", event.reason());
    }

    static TierSet toTierSet(FieldReader in) {
        return new TierSet(
                in.ticket(),
                in.at(),
                in.value("tier", Tier::of),
                in.optionalValue("by", AgentId::of),
                in.text("reason"));
    }

    static void applied(LevelsApplied event, FieldWriter out) {
        out.text("levels", event.levels())
                .constant("mode", event.mode())
                .text("by", event.by().map(AgentId::value))
                .text("reason", event.reason());
    }

    static LevelsApplied toApplied(FieldReader in) {
        return new LevelsApplied(
                in.ticket(),
                in.at(),
                in.optionalText("levels"),
                in.constant("mode", ChangeMode.class),
                in.optionalValue("by", AgentId::of),
                in.text("reason"));
    }

    static void dueSet(DueSet event, FieldWriter out) {
        out.constant("target", event.target())
                .instant("due", event.due())
                .text("by", event.by().value())
                .text("reason", event.reason());
    }

    static DueSet toDueSet(FieldReader in) {
        return new DueSet(
                in.ticket(),
                in.at(),
                in.constant("target", SlaTarget.class),
                in.instant("due"),
                in.value("by", AgentId::of),
                in.text("reason"));
    }

    static void reached(LevelReached event, FieldWriter out) {
        out.constant("target", event.target())
                .number("cycle", event.cycle())
                .text("level", event.level())
                .instant("due", event.due());
    }

    static LevelReached toReached(FieldReader in) {
        return new LevelReached(
                in.ticket(),
                in.at(),
                in.constant("target", SlaTarget.class),
                in.integer("cycle"),
                in.text("level"),
                in.instant("due"));
    }
}
