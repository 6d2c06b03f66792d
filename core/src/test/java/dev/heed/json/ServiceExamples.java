package dev.heed.json;

import static dev.heed.json.EventExamples.AT;
import static dev.heed.json.EventExamples.JANA;
import static dev.heed.json.EventExamples.MARIA;
import static dev.heed.json.EventExamples.TICKET;

import dev.heed.people.Tier;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of each type about service levels, the same as in the golden files. */
final class ServiceExamples {
    private static final Instant DUE = Instant.parse("2026-06-08T09:00:00Z");

    private ServiceExamples() {}

    static List<TicketEvent> all() {
        return List.of(
                new TierSet(TICKET, AT, Tier.of("premium"), Optional.of(MARIA), "Bought the subscription."),
                new LevelsApplied(
                        TICKET,
                        AT,
                        Optional.of("2026-07"),
                        ChangeMode.KEEP_PROMISE,
                        Optional.of(JANA),
                        "Open on Saturdays."),
                new DueSet(TICKET, AT, SlaTarget.TOTAL_RESOLUTION, DUE, MARIA, "The customer leaves at noon."),
                new LevelReached(TICKET, AT, SlaTarget.FIRST_REPLY, 1, "half time", DUE));
    }
}
