package dev.heed.spi.store;

import dev.heed.spi.store.SortKeys.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Tickets that have one thing in common and stand in one status; sorted where somebody pages through many. Not thread-safe. */
final class Bucket {
    private final IntSet members = new IntSet();
    private List<Sorted> sorted = List.of();

    /** The members in one order. */
    static final class Sorted {
        private final Bucket bucket;
        private final SortBy order;
        private final boolean descending;
        private final TreeSet<Spot> spots = new TreeSet<>();

        private Sorted(Bucket bucket, SortBy order, boolean descending) {
            this.bucket = bucket;
            this.order = order;
            this.descending = descending;
        }

        NavigableSet<Spot> spots() {
            return spots;
        }

        int size() {
            return spots.size();
        }

        /** Is kept no longer. */
        void drop() {
            List<Sorted> others = new ArrayList<>(bucket.sorted);
            others.remove(this);
            bucket.sorted = List.copyOf(others);
        }
    }

    IntSet members() {
        return members;
    }

    void add(int ordinal, SortKeys keys) {
        members.add(ordinal);
        for (Sorted one : sorted) {
            one.spots.add(keys.spot(ordinal, one.order, one.descending));
        }
    }

    /** Before its keys change. */
    void remove(int ordinal, SortKeys keys) {
        members.remove(ordinal);
        for (Sorted one : sorted) {
            one.spots.remove(keys.spot(ordinal, one.order, one.descending));
        }
    }

    boolean isSorted() {
        return !sorted.isEmpty();
    }

    /** The members in an order, which are kept so from now on. */
    Sorted sorted(SortBy order, boolean descending, SortKeys keys) {
        boolean turned = descending && order == SortBy.DUE; // all others are the same read backwards
        for (Sorted one : sorted) {
            if (one.order == order && one.descending == turned) {
                return one;
            }
        }
        Sorted made = new Sorted(this, order, turned);
        members.all(ordinal -> made.spots.add(keys.spot(ordinal, order, turned)));
        List<Sorted> more = new ArrayList<>(sorted);
        more.add(made);
        sorted = List.copyOf(more);
        return made;
    }
}
