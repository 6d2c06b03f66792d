package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.sla.Impact;
import dev.heed.sla.WhatIf;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /**
     * Keeps copies.
     *
     * @throws InvalidInputException if what is listed is no break, or is more than was counted
     */
    public ImpactReport {
        counts = Map.copyOf(counts);
        breaks = List.copyOf(breaks);
        Map<Impact.Kind, Long> listed = new EnumMap<>(Impact.Kind.class);
        breaks.forEach(impact -> listed.merge(impact.kind(), 1L, Long::sum));
        for (Map.Entry<Impact.Kind, Long> one : listed.entrySet()) {
            long counted = counts.getOrDefault(one.getKey(), 0L);
            if (!one.getKey().isBreak() || one.getValue() > counted) {
                throw new InvalidInputException(
                        "Of " + one.getKey() + ", " + one.getValue() + " are listed as breaks and " + counted
                                + " are counted.",
                        "List nothing but breaks, and count each of them.");
            }
        }
    }

    /** Whether more would break than is listed. */
    public boolean isCutShort() {
        return Stream.of(Impact.Kind.values())
                        .filter(Impact.Kind::isBreak)
                        .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                        .sum()
                > breaks.size();
    }

    /** Whether nothing that was promised would break. */
    public boolean isHarmless() {
        return breaks.isEmpty();
    }

    static ImpactReport of(WhatIf whatIf, Stream<Ticket> open) {
        long tickets = 0;
        Map<Impact.Kind, Long> counts = new EnumMap<>(Impact.Kind.class);
        List<Impact> breaks = new ArrayList<>();
        for (Iterator<Ticket> each = open.iterator(); each.hasNext(); tickets++) {
            for (Impact impact : whatIf.on(each.next())) {
                counts.merge(impact.kind(), 1L, Long::sum);
                if (impact.isBreak() && breaks.size() < MOST_BREAKS) {
                    breaks.add(impact);
                }
            }
        }
        return new ImpactReport(tickets, counts, breaks);
    }
}
