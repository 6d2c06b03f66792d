package dev.heed;

import dev.heed.sla.Impact;
import dev.heed.sla.WhatIf;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other service levels would do to the tickets that are open: {@link ServiceDesk#whatIf}.
 *
 * @param tickets how many were looked at
 * @param counts how often what would happen, of what would happen at all
 * @param breaks what was promised and would break, in the order of the numbers of the tickets; at most {@link #MOST_BREAKS},
 *     while {@code counts} has all
 */
public record ImpactReport(long tickets, Map<Impact.Kind, Long> counts, List<Impact> breaks) {
    /** How many breaks are listed. */
    public static final int MOST_BREAKS = 10_000;

    private static final int PAGE = 500;

    /** Keeps copies. */
    public ImpactReport {
        counts = Map.copyOf(counts);
        breaks = List.copyOf(breaks);
    }

    /** Whether nothing that was promised would break. */
    public boolean isHarmless() {
        return breaks.isEmpty();
    }

    static ImpactReport of(WhatIf whatIf, TicketStore store) {
        TicketSearch open = TicketSearch.builder()
                .status(
                        TicketStatus.NEW,
                        TicketStatus.OPEN,
                        TicketStatus.PENDING,
                        TicketStatus.ON_HOLD,
                        TicketStatus.SOLVED)
                .putOff(PutOff.INCLUDED)
                .build();
        long tickets = 0;
        Map<Impact.Kind, Long> counts = new EnumMap<>(Impact.Kind.class);
        List<Impact> breaks = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Ticket> page = store.search(open, after, PAGE);
            for (Ticket ticket : page.items()) {
                tickets++;
                for (Impact impact : whatIf.on(ticket)) {
                    counts.merge(impact.kind(), 1L, Long::sum);
                    if (impact.isBreak() && breaks.size() < MOST_BREAKS) {
                        breaks.add(impact);
                    }
                }
            }
            after = page.next();
        } while (after.isPresent());
        return new ImpactReport(tickets, counts, breaks);
    }
}
