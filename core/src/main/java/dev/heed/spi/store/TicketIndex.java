package dev.heed.spi.store;

import dev.heed.spi.store.Bucket.Sorted;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what the tickets of the in-memory store are found. It is made at the first search, since many stores are never
 * searched, and follows each commit from then on. Not thread-safe.
 */
final class TicketIndex {
    private static final List<TicketStatus> STATUSES = List.of(TicketStatus.values());
    /** Where spam stands, so that it is in nobody's way. */
    private static final int HIDDEN = STATUSES.size();

    /** Where tickets stand that are put off, so that it is quick to leave them out. */
    private static final int PUT_OFF = HIDDEN + 1;

    private static final int PLACES = PUT_OFF + 1;
    private static final int SMALLEST = 16;
    /** So many times as many tickets as there are may be kept in order. */
    private static final int MOST_SORTED = 2;

    private static final int MOST_LISTS = 256;

    private final SortKeys keys = new SortKeys();
    private final Map<Object, List<Bucket>> common = new HashMap<>();
    private final Map<Object, IntSet> rare = new HashMap<>();
    /** The one asked for last at the end. */
    private final Set<Sorted> sorted = new LinkedHashSet<>();

    private byte[] places = new byte[SMALLEST];
    private int size;

    SortKeys keys() {
        return keys;
    }

    /** The tickets that have this in common, one bucket for each place; empty if none ever had. */
    List<Bucket> buckets(Object term, boolean[] wanted) {
        List<Bucket> found = new ArrayList<>(PLACES);
        List<Bucket> all = common.getOrDefault(term, List.of());
        for (int place = 0; place < all.size(); place++) {
            if (wanted[place]) {
                found.add(all.get(place));
            }
        }
        return found;
    }

    Optional<IntSet> rare(Object term) {
        return Optional.ofNullable(rare.get(term));
    }

    /** Where the tickets stand that somebody wants. */
    static boolean[] places(SearchCriteria asked) {
        boolean[] wanted = new boolean[PLACES];
        wanted[PUT_OFF] = asked.putOff() != PutOff.LEFT_OUT;
        if (asked.putOff() == PutOff.ONLY) {
            return wanted;
        }
        for (int place = 0; place < HIDDEN; place++) {
            wanted[place] = asked.statuses().isEmpty() || asked.statuses().contains(STATUSES.get(place));
        }
        wanted[HIDDEN] = asked.withSpam() && wanted[STATUSES.indexOf(TicketStatus.CLOSED)];
        return wanted;
    }

    int place(int ordinal) {
        return places[ordinal];
    }

    private static int place(Ticket ticket) {
        if (ticket.snooze().isPresent()) {
            return PUT_OFF;
        }
        return SearchCriteria.isHidden(ticket) ? HIDDEN : STATUSES.indexOf(ticket.status());
    }

    /** Follows a ticket, which is new if there was none before; all that come are numbered from zero on. */
    void change(int ordinal, @Nullable Ticket before, Ticket after) {
        int to = place(after);
        if (before == null) {
            size++;
            places = ordinal < places.length ? places : Arrays.copyOf(places, ordinal + (ordinal >> 1) + 1);
        } else if (places[ordinal] == to && SearchTerms.haveSameCommon(before, after)) {
            stay(ordinal, after);
            changeRare(ordinal, before, after);
            return;
        } else {
            all(before, places[ordinal]).forEach(bucket -> bucket.remove(ordinal, keys));
        }
        places[ordinal] = (byte) to;
        keys.set(ordinal, after);
        all(after, to).forEach(bucket -> bucket.add(ordinal, keys));
        changeRare(ordinal, before, after);
    }

    /** Mostly only the time at which it changed has changed, and nobody pages through so many that they are kept in order. */
    private void stay(int ordinal, Ticket ticket) {
        List<Bucket> moved = List.of();
        if (!sorted.isEmpty()) {
            moved = all(ticket, places[ordinal]).stream()
                    .filter(Bucket::isSorted)
                    .toList();
        }
        moved.forEach(bucket -> bucket.remove(ordinal, keys));
        keys.set(ordinal, ticket);
        moved.forEach(bucket -> bucket.add(ordinal, keys));
    }

    private Collection<Bucket> all(Ticket ticket, int place) {
        List<Bucket> buckets = new ArrayList<>();
        for (Object term : SearchTerms.common(ticket)) {
            buckets.add(common.computeIfAbsent(term, key -> newBuckets()).get(place));
        }
        return buckets;
    }

    private static List<Bucket> newBuckets() {
        List<Bucket> buckets = new ArrayList<>(PLACES);
        for (int place = 0; place < PLACES; place++) {
            buckets.add(new Bucket());
        }
        return buckets;
    }

    private void changeRare(int ordinal, @Nullable Ticket before, Ticket after) {
        if (before != null && SearchTerms.haveSameRare(before, after)) {
            return;
        }
        if (before != null) {
            for (Object term : SearchTerms.rare(before)) {
                rare.computeIfPresent(term, (key, tickets) -> {
                    tickets.remove(ordinal);
                    return tickets.size() == 0 ? null : tickets;
                });
            }
        }
        for (Object term : SearchTerms.rare(after)) {
            rare.computeIfAbsent(term, key -> new IntSet()).add(ordinal);
        }
    }

    /** What no ticket has in common any more is not even known by its name. */
    void forget() {
        common.values()
                .removeIf(buckets ->
                        buckets.stream().allMatch(bucket -> bucket.members().size() == 0));
    }

    /** The tickets of a bucket in an order. Others that nobody has asked for longest are forgotten where these are too many. */
    Sorted sorted(Bucket bucket, SortBy order, boolean descending) {
        Sorted asked = bucket.sorted(order, descending, keys);
        sorted.remove(asked);
        long kept = sorted.stream().mapToLong(Sorted::size).sum() + asked.size();
        for (Iterator<Sorted> oldest = sorted.iterator();
                oldest.hasNext() && (kept > (long) size * MOST_SORTED || sorted.size() > MOST_LISTS); ) {
            Sorted dropped = oldest.next();
            kept -= dropped.size();
            oldest.remove();
            dropped.drop();
        }
        sorted.add(asked);
        return asked;
    }
}
