package dev.heed.json;

import static dev.heed.json.EventExamples.AT;
import static dev.heed.json.EventExamples.MARIA;
import static dev.heed.json.EventExamples.TICKET;

import dev.heed.people.AgentId;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of each type about tickets that are put off, the same as in the golden files. */
final class SnoozeExamples {
    private SnoozeExamples() {}

    static List<TicketEvent> all() {
        return List.of(
                new Snoozed(
                        TICKET,
                        AT,
                        Instant.parse("2026-06-08T09:00:00Z"),
                        MARIA,
                        OnReply.SURVIVE_REPLY,
                        "Ask the carrier again."),
                new SnoozeEnded(TICKET, AT, SnoozeEnded.Why.AGENT, MARIA, Optional.of(AgentId.of("jana"))));
    }
}
