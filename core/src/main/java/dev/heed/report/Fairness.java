package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.people.Tier;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * P20: whether whoever pays nothing extra is left behind. Counts the tickets whose first reply was met or missed in a period; one
 * that was missed and went on by other levels counts as missed. Immutable and thread-safe.
 *
 * @param period what it is about
 * @param limits when it is too much
 * @param base the first replies of the base tier
 * @param others those of all other tiers
 */
public record Fairness(ReportPeriod period, FairnessLimits limits, Share base, Share others) {
    /** All is there. */
    public Fairness {
        requireNonNull(period, "period");
        requireNonNull(limits, "limits");
        requireNonNull(base, "base");
        requireNonNull(others, "others");
    }

    /** Counts these tickets; each is read once. */
    public static Fairness of(Stream<TicketFigures> tickets, ReportPeriod period, FairnessLimits limits) {
        Share base = Share.NONE;
        Share others = Share.NONE;
        for (Iterator<TicketFigures> all = tickets.iterator(); all.hasNext(); ) {
            TicketFigures ticket = all.next();
            Optional<FirstReply> reply = FirstReply.of(ticket, period);
            if (reply.isPresent()) {
                boolean missed = reply.get().missed();
                boolean isBase = ticket.subject().tier().equals(Tier.BASE);
                base = isBase ? base.and(missed) : base;
                others = isBase ? others : others.and(missed);
            }
        }
        return new Fairness(period, limits, base, others);
    }

    /**
     * The alarm {@code BASE_TIER_STARVED}, with the counts; empty while the base tier is served within the limits. Too few first
     * replies give none, and too few of the other tiers are not compared with.
     */
    public Optional<Finding> alarm() {
        boolean known = base.decided() >= limits.atLeast();
        boolean comparable = others.decided() >= limits.atLeast();
        if (known
                && (base.isAbove(limits.mostMissedPercent())
                        || (comparable && base.isAbove(others, limits.mostMorePoints())))) {
            return Optional.of(new Finding(
                    PracticeCode.BASE_TIER_STARVED,
                    "First replies missed in the base tier: " + base + "; in other tiers: " + others + ".",
                    Optional.empty(),
                    "Let more people answer, or promise other tiers no more than leaves time for the base tier."));
        }
        return Optional.empty();
    }
}
