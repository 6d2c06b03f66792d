package dev.heed.report;

import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.sla.SlaSubject;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets as reports see them, told in a few words: wanted within an hour, from noon of the 8th of June 2026 on. */
final class Served {
    static final Instant NOON = Instant.parse("2026-06-08T12:00:00Z");
    static final ReportPeriod JUNE =
            new ReportPeriod(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
    private static final Duration WITHIN = Duration.ofMinutes(60);

    private Served() {}

    /** First answered after so many minutes of working time, and as many more on the wall. */
    static TicketFigures ticket(String tier, TicketKind kind, int minutes) {
        return ticket(tier, kind, first(1, minutes));
    }

    static TicketFigures ticket(String tier, TicketKind kind, Figure... figures) {
        return new TicketFigures(
                new TicketId(new UUID(1, 1)),
                new SlaSubject(new ChannelId("email"), Tier.of(tier), kind, Priority.NORMAL, Set.of()),
                NOON,
                NOON.plus(Duration.ofDays(1)),
                List.of(figures));
    }

    static Figure first(int cycle, int minutes) {
        Instant due = NOON.plus(WITHIN);
        Duration took = Duration.ofMinutes(minutes);
        boolean met = took.compareTo(WITHIN) <= 0;
        return new Figure(
                SlaTarget.FIRST_REPLY,
                cycle,
                met ? Verdict.MET : Verdict.MISSED,
                "standard",
                WITHIN,
                took,
                took.multipliedBy(2),
                NOON,
                Optional.of(NOON.plus(took)),
                Optional.of(due),
                met ? Optional.empty() : Optional.of(due));
    }

    /** Of a tier, so many met and so many missed. */
    static List<TicketFigures> served(String tier, int met, int missed) {
        List<TicketFigures> all = new ArrayList<>();
        for (int i = 0; i < met + missed; i++) {
            all.add(ticket(tier, TicketKind.QUESTION, i < met ? 30 : 90));
        }
        return all;
    }
}
