package dev.heed.spi.store;

import dev.heed.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Searches in the in-memory store. It begins with the first search, since many stores are never searched, and follows each
 * commit from then on. Not thread-safe.
 */
final class MemorySearch {
    private final Limits limits;
    private final IntFunction<Ticket> tickets;
    private final TicketIndex index = new TicketIndex();
    private WordIndex words = new WordIndex();
    /** How many tickets are in the index. */
    private int indexed;

    /**
     * Where something is looked through, and where an index is kept for it.
     *
     * @param tickets so many are looked through rather than kept in order
     * @param texts of so many tickets the texts are read rather than their words indexed
     */
    record Limits(int tickets, int texts) {
        /** What takes some tens of microseconds, and some milliseconds. */
        static final Limits NORMAL = new Limits(2_000, 200);
    }

    /**
     * A search among these.
     *
     * @param tickets by their number in the order in which they came
     */
    MemorySearch(Limits limits, IntFunction<Ticket> tickets) {
        this.limits = limits;
        this.tickets = tickets;
    }

    /** A ticket has come or changed. What has not been reached yet is looked at when it is. */
    void follow(int ordinal, @Nullable Ticket before, Ticket after) {
        if (ordinal < indexed) {
            index.change(ordinal, before, after);
            words.follow(ordinal, after);
        } else if (before == null && ordinal == indexed) {
            index.change(ordinal, null, after);
            indexed++;
        }
    }

    /** A ticket was rewritten: nothing stays here of what was said in it, or of what it was called. */
    void forget() {
        words = new WordIndex();
        index.forget();
    }

    /** Takes in at most so many tickets that a search needs; whether it can begin. */
    boolean prepare(TicketSearch search, Optional<IntSet> ofCustomers, int all, int most) {
        int end = (int) Math.min(all, (long) indexed + most);
        while (indexed < end) {
            index.change(indexed, null, tickets.apply(indexed));
            indexed++;
        }
        return indexed == all && (!finder(search, ofCustomers).needsWords() || words.catchUp(most, all, tickets));
    }

    List<Ticket> find(TicketSearch search, Optional<IntSet> ofCustomers, Optional<Cursor.Position> after, int limit) {
        return ready(search, ofCustomers).find(after, limit);
    }

    int count(TicketSearch search, Optional<IntSet> ofCustomers, int upTo) {
        return ready(search, ofCustomers).count(upTo);
    }

    private TicketFinder ready(TicketSearch search, Optional<IntSet> ofCustomers) {
        TicketFinder finder = finder(search, ofCustomers);
        if (finder.needsWords()) {
            finder.use(words);
        }
        return finder;
    }

    private TicketFinder finder(TicketSearch search, Optional<IntSet> ofCustomers) {
        return new TicketFinder(search, index, tickets, ofCustomers, limits);
    }
}
