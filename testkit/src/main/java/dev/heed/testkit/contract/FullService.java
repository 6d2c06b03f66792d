package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.FullLife.TICKET;
import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;

import dev.heed.people.AgentId;
import dev.heed.people.Tier;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another tier, other service levels and none, a time set by hand, a warning. */
final class FullService {
    private FullService() {}

    static List<TicketEvent> events(Instant at) {
        Instant due = at.plus(Duration.ofHours(3));
        return List.of(
                new TierSet(TICKET, at, Tier.of("premium"), Optional.of(BEN), "Bought." + FullMessages.WORDS),
                new TierSet(TICKET, at, Tier.BASE, Optional.empty(), "Ended."),
                levels(at, Optional.of("2026-07"), ChangeMode.KEEP_PROMISE, Optional.of(MARIA)),
                levels(at, Optional.empty(), ChangeMode.RECOMPUTE, Optional.empty()),
                new DueSet(TICKET, at, SlaTarget.TOTAL_RESOLUTION, due, MARIA, "Noon." + FullMessages.WORDS),
                new LevelReached(TICKET, at, SlaTarget.FIRST_REPLY, 2, "half time", due));
    }

    private static LevelsApplied levels(Instant at, Optional<String> levels, ChangeMode mode, Optional<AgentId> by) {
        return new LevelsApplied(TICKET, at, levels, mode, by, "As planned." + FullMessages.WORDS);
    }
}
