package dev.heed.spi.store;

import java.util.List;
import java.util.function.IntPredicate;

/** Tickets among which all are that a search finds. */
sealed interface Source {
    /** How many there are, those counted twice that are found twice. */
    long size();

    boolean contains(int ordinal);

    /** Hands out one after the other as long as it is answered with true; whether it was to the end. */
    boolean all(IntPredicate goOn);

    /** Whether none is handed out twice. */
    boolean isApart();

    /**
     * Tickets by where they stand, which can be kept in order.
     *
     * @param isApart whether no ticket stands in two of them
     */
    record Ranked(List<Bucket> buckets, boolean isApart) implements Source {
        @Override
        public long size() {
            long size = 0;
            for (Bucket bucket : buckets) {
                size += bucket.members().size();
            }
            return size;
        }

        @Override
        public boolean contains(int ordinal) {
            for (Bucket bucket : buckets) {
                if (bucket.members().contains(ordinal)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean all(IntPredicate goOn) {
            return buckets.stream().allMatch(bucket -> bucket.members().all(goOn));
        }
    }

    /** Tickets wherever they stand. */
    record Plain(List<IntSet> sets) implements Source {
        @Override
        public long size() {
            return sets.stream().mapToLong(IntSet::size).sum();
        }

        @Override
        public boolean contains(int ordinal) {
            return sets.stream().anyMatch(set -> set.contains(ordinal));
        }

        @Override
        public boolean all(IntPredicate goOn) {
            return sets.stream().allMatch(set -> set.all(goOn));
        }

        @Override
        public boolean isApart() {
            return sets.size() < 2;
        }
    }

    /**
     * Tickets in which all of some words stand.
     *
     * @param words one set of postings for each, the smallest first, at least one
     */
    record Worded(List<Postings> words) implements Source {
        @Override
        public long size() {
            return words.get(0).size();
        }

        @Override
        public boolean contains(int ordinal) {
            return words.stream().allMatch(postings -> postings.contains(ordinal));
        }

        @Override
        public boolean all(IntPredicate goOn) {
            List<Postings> others = words.subList(1, words.size());
            return words.get(0)
                    .all(ordinal ->
                            !others.stream().allMatch(postings -> postings.contains(ordinal)) || goOn.test(ordinal));
        }

        @Override
        public boolean isApart() {
            return true;
        }
    }
}
