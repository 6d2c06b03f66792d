package dev.heed.spi.store;

import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
    /** Where spam and what is deleted stand, so that they are in nobody's way. */
    private static final int SPAM = STATUSES.size();

    private static final int DELETED = SPAM + 1;
    /** Where tickets stand that are put off, so that it is quick to leave them out. */
    private static final int PUT_OFF = DELETED + 1;

    private static final int PLACES = PUT_OFF + 1;
    private static final int SMALLEST = 16;
    /** So many times as many tickets as there are may be kept in order. */
    private static final int MOST_RANKED = 8;

    private static final int MOST_RANKINGS = 4096;

    private final SortKeys keys = new SortKeys();
    private final Map<Object, List<Bucket>> common = new HashMap<>();
    private final Map<Object, IntSet> rare = new HashMap<>();
    /** The one asked for last at the end. */
    private final Map<Ranking, Bucket> rankings = new LinkedHashMap<>();

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
        Set<TicketStatus> statuses = asked.statuses();
        boolean[] wanted = new boolean[PLACES];
        wanted[PUT_OFF] = asked.putOff() != PutOff.LEFT_OUT;
        if (asked.putOff() == PutOff.ONLY) {
            return wanted;
        }
        for (int place = 0; place < SPAM; place++) {
            wanted[place] = statuses.isEmpty() || statuses.contains(STATUSES.get(place));
        }
        wanted[SPAM] = asked.withSpam() && wanted[STATUSES.indexOf(TicketStatus.CLOSED)];
        wanted[DELETED] = asked.withDeleted();
        return wanted;
    }

    int place(int ordinal) {
        return places[ordinal];
    }

    private static int place(Ticket ticket) {
        if (SearchCriteria.isDeleted(ticket)) {
            return DELETED;
        }
        if (ticket.snooze().isPresent()) {
            return PUT_OFF;
        }
        return SearchCriteria.isSpam(ticket) ? SPAM : STATUSES.indexOf(ticket.status());
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
            all(before, places[ordinal]).forEach(bucket -> bucket.remove(ordinal));
        }
        places[ordinal] = (byte) to;
        keys.set(ordinal, after);
        all(after, to).forEach(bucket -> bucket.add(ordinal));
        changeRare(ordinal, before, after);
    }

    /** Mostly only the time at which it changed has changed, and nobody pages through so many that they are kept in order. */
    private void stay(int ordinal, Ticket ticket) {
        List<Bucket> moved = List.of();
        if (!rankings.isEmpty()) {
            moved = all(ticket, places[ordinal]).stream()
                    .filter(Bucket::isRanked)
                    .toList();
        }
        moved.forEach(bucket -> bucket.remove(ordinal));
        keys.set(ordinal, ticket);
        moved.forEach(bucket -> bucket.add(ordinal));
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

    /**
     * The tickets of a bucket in an order. Others that nobody has asked for longest are forgotten where there are too many.
     */
    Ranking ranking(Bucket bucket, SortBy order, boolean descending) {
        Ranking asked = bucket.ranking(order, descending, keys);
        if (rankings.remove(asked) != null) {
            rankings.put(asked, bucket); // as the last one asked for
            return asked;
        }
        long kept = rankings.keySet().stream().mapToLong(Ranking::size).sum() + asked.size();
        for (Iterator<Map.Entry<Ranking, Bucket>> oldest = rankings.entrySet().iterator();
                oldest.hasNext() && (kept > (long) size * MOST_RANKED || rankings.size() > MOST_RANKINGS); ) {
            Map.Entry<Ranking, Bucket> dropped = oldest.next();
            kept -= dropped.getKey().size();
            dropped.getValue().forget(dropped.getKey());
            oldest.remove();
        }
        rankings.put(asked, bucket);
        return asked;
    }
}
