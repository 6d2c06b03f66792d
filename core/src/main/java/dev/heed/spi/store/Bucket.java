package dev.heed.spi.store;

import java.util.ArrayList;
import java.util.List;

/** Tickets that have one thing in common and stand in one status; in order where somebody pages through many. Not thread-safe. */
final class Bucket {
    private final IntSet members = new IntSet();
    private List<Ranking> rankings = List.of();

    IntSet members() {
        return members;
    }

    void add(int ordinal) {
        members.add(ordinal);
        rankings.forEach(ranking -> ranking.add(ordinal));
    }

    /** Before what it is sorted by changes. */
    void remove(int ordinal) {
        members.remove(ordinal);
        rankings.forEach(ranking -> ranking.remove(ordinal));
    }

    boolean isRanked() {
        return !rankings.isEmpty();
    }

    /** The members in an order, in which they are kept from now on. */
    Ranking ranking(SortBy order, boolean descending, SortKeys keys) {
        boolean noneFirst = descending && order == SortBy.DUE; // everything else is the same read backwards
        for (Ranking one : rankings) {
            if (one.isBy(order, noneFirst)) {
                return one;
            }
        }
        Ranking made = new Ranking(members, keys, order, noneFirst);
        List<Ranking> more = new ArrayList<>(rankings);
        more.add(made);
        rankings = List.copyOf(more);
        return made;
    }

    /** Keeps this order no longer. */
    void forget(Ranking ranking) {
        List<Ranking> others = new ArrayList<>(rankings);
        others.remove(ranking);
        rankings = List.copyOf(others);
    }
}
