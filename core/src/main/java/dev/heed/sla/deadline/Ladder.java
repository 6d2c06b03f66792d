package dev.heed.sla.deadline;

import org.jspecify.annotations.Nullable;

/**
 * Entries in buckets of time, coarse where the time is far and finer where it is near: a ladder queue (Tang, Goh and Thng, ACM
 * TOMACS 15(3), 2005) whose rungs are the bytes of the time, highest first, as in a burst trie (Heinz, Zobel and Williams, ACM
 * TOIS 20(2), 2002). What is known of a time by the rung and the bucket is not stored again: an entry of a rung of level n takes
 * n bytes for the time and 8 for the key.
 *
 * <p>All entries of one time are in the same bucket at any moment, and lists keep the order in which entries were added, so that
 * entries of one time leave in that order.
 */
final class Ladder {
    /** This many rungs are kept for being used again; a ladder has eight levels. */
    private static final int SPARE_RUNGS = 8;

    private final Blocks blocks = new Blocks();
    private final Rung coarsest = new Rung();
    private final long longest;
    private @Nullable Rung spare;
    private int spares;
    private long size;

    /**
     * Makes a ladder without entries.
     *
     * @param longest a list of more entries becomes a rung at once, so that nobody ever has to wait for more to be moved
     */
    Ladder(long longest) {
        this.longest = longest;
    }

    long size() {
        return size;
    }

    /** The time as an unsigned number, so that the order of its bytes is the order in time, before 1970, too. */
    private static long place(long epochNanos) {
        return epochNanos ^ Long.MIN_VALUE;
    }

    void add(long epochNanos, long key) {
        long place = place(epochNanos);
        Rung rung = coarsest;
        int bucket = rung.bucketOf(place);
        for (Rung finer = rung.finer(bucket); finer != null; finer = rung.finer(bucket)) {
            rung = finer;
            bucket = rung.bucketOf(place);
        }
        rung.add(bucket, place, key, blocks);
        size++;
        if (rung.count(bucket) > longest && rung.level() > 0) {
            split(rung, bucket);
        }
    }

    /**
     * Moves the first bucket, made finer until it has few enough entries, to {@code nearest}. Does nothing where more entries than
     * that are due at the same nanosecond: {@link #removeFirst} takes those one by one. The ladder must not be empty.
     */
    void moveFirst(Nearest nearest, int most) {
        Rung rung = firstRung();
        int bucket = rung.firstBucket();
        while (rung.count(bucket) > most && rung.level() > 0) {
            rung = split(rung, bucket);
            bucket = rung.firstBucket();
        }
        if (rung.count(bucket) > most) {
            return;
        }
        nearest.cover(place(rung.endOf(bucket)));
        long begin = rung.beginOf(bucket);
        long mask = rung.belowBucket();
        for (Block block = rung.first(bucket); block != null; block = rung.first(bucket)) {
            nearest.add(place(begin | (block.firstPlace() & mask)), block.firstKey(rung.level()));
            rung.removeFirst(bucket, block, blocks);
            size--;
        }
        vacate(rung, bucket);
    }

    /** When the first bucket begins, which is when its entries are due if they are all due at once. */
    long firstBegin() {
        Rung rung = firstRung();
        return place(rung.beginOf(rung.firstBucket()));
    }

    /** Takes out the first entry of the first bucket, whose entries are all due at once, and returns its key. */
    long removeFirst() {
        Rung rung = firstRung();
        int bucket = rung.firstBucket();
        Block block = rung.first(bucket);
        if (rung.level() > 0 || block == null) {
            throw new IllegalStateException("The first bucket of the ladder is not of one instant.");
        }
        long key = block.firstKey(0);
        rung.removeFirst(bucket, block, blocks);
        size--;
        if (rung.count(bucket) == 0) {
            vacate(rung, bucket);
        }
        return key;
    }

    private Rung firstRung() {
        Rung rung = coarsest;
        for (Rung finer = rung.finer(rung.firstBucket()); finer != null; finer = rung.finer(rung.firstBucket())) {
            rung = finer;
        }
        return rung;
    }

    /** Makes a rung of a list that is too long. The entries keep their order. */
    private Rung split(Rung rung, int bucket) {
        Rung finer = emptyRung();
        finer.refine(rung, bucket);
        long begin = rung.beginOf(bucket);
        long mask = rung.belowBucket();
        for (Block block = rung.first(bucket); block != null; block = rung.first(bucket)) {
            long place = begin | (block.firstPlace() & mask);
            finer.add(finer.bucketOf(place), place, block.firstKey(rung.level()), blocks);
            rung.removeFirst(bucket, block, blocks);
        }
        return finer;
    }

    private Rung emptyRung() {
        Rung rung = spare;
        if (rung == null) {
            return new Rung();
        }
        spare = rung.coarser;
        spares--;
        return rung;
    }

    /** Takes the bucket away, and the rungs that are empty without it. */
    private void vacate(Rung rung, int bucket) {
        long place = rung.beginOf(bucket);
        rung.vacate(bucket);
        for (Rung coarser = rung.coarser; coarser != null && rung.isEmpty(); coarser = rung.coarser) {
            coarser.vacate(coarser.bucketOf(place));
            if (spares < SPARE_RUNGS) {
                rung.coarser = spare;
                spare = rung;
                spares++;
            }
            rung = coarser;
        }
    }
}
