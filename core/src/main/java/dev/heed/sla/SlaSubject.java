package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.message.ChannelId;
import dev.heed.people.Tier;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import java.util.Set;

/**
 * What of a ticket decides which policy holds for it.
 *
 * @param channel where it came in
 * @param tier which support its customer has a right to
 * @param kind what the customer came with
 * @param priority how soon somebody has to look after it
 * @param tags by what it is found again
 */
public record SlaSubject(ChannelId channel, Tier tier, TicketKind kind, Priority priority, Set<Tag> tags) {
    /** Keeps a copy of the tags. */
    public SlaSubject {
        requireNonNull(channel, "channel");
        requireNonNull(tier, "tier");
        requireNonNull(kind, "kind");
        requireNonNull(priority, "priority");
        tags = Set.copyOf(tags);
    }

    /** What a ticket is that was just opened, of which nobody has said anything yet. */
    public static SlaSubject fresh(ChannelId channel) {
        return new SlaSubject(channel, Tier.BASE, TicketKind.QUESTION, Priority.NORMAL, Set.of());
    }

    SlaSubject with(Tier other) {
        return new SlaSubject(channel, other, kind, priority, tags);
    }

    SlaSubject with(TicketKind other) {
        return new SlaSubject(channel, tier, other, priority, tags);
    }

    SlaSubject with(Priority other) {
        return new SlaSubject(channel, tier, kind, other, tags);
    }

    SlaSubject withTags(Set<Tag> others) {
        return new SlaSubject(channel, tier, kind, priority, others);
    }
}
