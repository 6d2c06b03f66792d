package dev.heed.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as this node has seen them last, so that only what was added since has to be read and folded. What is here is
 * never given out before the database has said which version holds, and that its history was not rewritten meanwhile.
 * Thread-safe.
 */
final class TicketCache {
    private final Cache<TicketId, Seen> seen;

    /**
     * A ticket as it was.
     *
     * @param edition how often its history had been rewritten
     */
    record Seen(Ticket ticket, long edition) {}

    /** Keeps so many tickets. */
    TicketCache(int most) {
        seen = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Nullable
    Seen find(TicketId id) {
        return seen.getIfPresent(id);
    }

    Optional<Ticket> find(TicketId id, long version) {
        return Optional.ofNullable(find(id)).map(Seen::ticket).filter(ticket -> ticket.version() == version);
    }

    /** The newer of two is kept. */
    void put(Ticket ticket, long edition) {
        seen.asMap().merge(ticket.id(), new Seen(ticket, edition), TicketCache::newer);
    }

    private static Seen newer(Seen one, Seen other) {
        if (one.edition != other.edition) {
            return one.edition > other.edition ? one : other;
        }
        return one.ticket.version() > other.ticket.version() ? one : other;
    }

    /** A ticket that this node has changed from a version it knows. */
    void follow(Ticket after, long before) {
        if (before == 0) {
            put(after, 0);
            return;
        }
        seen.asMap()
                .computeIfPresent(
                        after.id(), (id, one) -> one.ticket.version() == before ? new Seen(after, one.edition) : one);
    }

    void forget(TicketId id) {
        seen.invalidate(id);
    }
}
