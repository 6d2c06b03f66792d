package dev.heed;

import dev.heed.error.HeedException;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;

/**
 * What became of each of many tickets to which the same was to be done.
 *
 * @param items one for each ticket that was named, in that order
 */
public record BulkResult(List<Item> items) {

    /** What became of one ticket. */
    public sealed interface Item {
        /** The ticket. */
        TicketId id();
    }

    /**
     * It was done.
     *
     * @param id the ticket that was named
     * @param ticket the ticket after it; where it was merged, the one in which it goes on
     */
    public record Done(TicketId id, Ticket ticket) implements Item {}

    /**
     * It was not done, and nothing of it: refused, not there, not permitted. After a {@link
     * dev.heed.error.StoreException} read the ticket first; the answer of the store may be what was lost, or something else
     * that is plugged into the desk failed, which is its cause.
     *
     * @param id the ticket that was named
     * @param problem why, as it would have been thrown
     */
    public record Failed(TicketId id, HeedException problem) implements Item {}

    /**
     * It was named before, and was not done again.
     *
     * @param id the ticket that was named
     * @param first the place of the item that says what became of it, counted from 0
     */
    public record Repeated(TicketId id, int first) implements Item {}

    /** Keeps a copy of the items. */
    public BulkResult {
        items = List.copyOf(items);
    }

    /** The tickets to which it was done, as they are after it. */
    public List<Ticket> done() {
        return items.stream()
                .filter(Done.class::isInstance)
                .map(item -> ((Done) item).ticket())
                .toList();
    }

    /** Those to which it was not done, with the reasons. */
    public List<Failed> failed() {
        return items.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .toList();
    }

    /** In numbers. */
    @Override
    public String toString() {
        return "BulkResult: " + done().size() + " done, " + failed().size() + " failed, of " + items.size();
    }
}
