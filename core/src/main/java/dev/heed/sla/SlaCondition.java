package dev.heed.sla;

import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import java.util.Collections;
import java.util.Set;

/**
 * For which tickets a policy holds: those of which each part is one of those named; where none are named, any is. Of the
 * tags, one is enough.
 *
 * @param channels where they came in
 * @param tiers which support their customers have a right to
 * @param kinds what their customers came with
 * @param priorities how soon somebody has to look after them
 * @param tags by what they are found again
 */
public record SlaCondition(
        Set<ChannelId> channels, Set<Tier> tiers, Set<TicketKind> kinds, Set<Priority> priorities, Set<Tag> tags) {
    private static final SlaCondition ANY = new SlaCondition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public SlaCondition {
        channels = Set.copyOf(channels);
        tiers = Set.copyOf(tiers);
        kinds = Set.copyOf(kinds);
        priorities = Set.copyOf(priorities);
        tags = Set.copyOf(tags);
    }

    /** The blank one, for all tickets. */
    public static SlaCondition any() {
        return ANY;
    }

    /** The same, for these channels only. */
    public SlaCondition channels(ChannelId... some) {
        return new SlaCondition(Set.of(some), tiers, kinds, priorities, tags);
    }

    /** The same, for these tiers only. */
    public SlaCondition tiers(Tier... some) {
        return new SlaCondition(channels, Set.of(some), kinds, priorities, tags);
    }

    /** The same, for these kinds only. */
    public SlaCondition kinds(TicketKind... some) {
        return new SlaCondition(channels, tiers, Set.of(some), priorities, tags);
    }

    /** The same, for these priorities only. */
    public SlaCondition priorities(Priority... some) {
        return new SlaCondition(channels, tiers, kinds, Set.of(some), tags);
    }

    /** The same, for tickets with one of these tags only. */
    public SlaCondition tags(Tag... some) {
        return new SlaCondition(channels, tiers, kinds, priorities, Set.of(some));
    }

    /** Whether it holds for all tickets. */
    public boolean isBlank() {
        return equals(ANY);
    }

    /** Whether it holds for a ticket. */
    public boolean matches(SlaSubject ticket) {
        return has(channels, ticket.channel())
                && has(tiers, ticket.tier())
                && has(kinds, ticket.kind())
                && has(priorities, ticket.priority())
                && (tags.isEmpty() || !Collections.disjoint(tags, ticket.tags()));
    }

    private static <T> boolean has(Set<T> named, T one) {
        return named.isEmpty() || named.contains(one);
    }

    /** Whether it holds wherever another one does, so that a policy behind this one would match nothing. */
    public boolean covers(SlaCondition other) {
        return covers(channels, other.channels)
                && covers(tiers, other.tiers)
                && covers(kinds, other.kinds)
                && covers(priorities, other.priorities)
                && covers(tags, other.tags);
    }

    private static <T> boolean covers(Set<T> some, Set<T> others) {
        return some.isEmpty() || (!others.isEmpty() && some.containsAll(others));
    }
}
