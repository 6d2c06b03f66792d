package dev.heed.sla.deadline;

import org.jspecify.annotations.Nullable;

/**
 * 256 buckets that follow one another in time and are equally wide: 256 to the power of {@code level} nanoseconds each. A
 * bucket is a list of entries in the order in which they were added, or, where it has become too long for that, a finer rung.
 */
final class Rung {
    static final int BUCKETS = 256;
    private static final int TOP_LEVEL = Long.BYTES - 1;

    private final @Nullable Rung[] finer = new @Nullable Rung[BUCKETS];
    private final @Nullable Block[] first = new @Nullable Block[BUCKETS];
    private final @Nullable Block[] last = new @Nullable Block[BUCKETS];
    private final long[] counts = new long[BUCKETS];
    private final long[] occupied = new long[BUCKETS / Long.SIZE];
    private int level = TOP_LEVEL;
    private long begin;

    @Nullable
    Rung coarser;

    /** Makes this empty rung the one that is as wide as a bucket of {@code above}. */
    void refine(Rung above, int bucket) {
        level = above.level - 1;
        begin = above.beginOf(bucket);
        coarser = above;
        above.finer[bucket] = this;
    }

    int level() {
        return level;
    }

    /** Which bucket the place in time belongs to, if it belongs to this rung at all. */
    int bucketOf(long place) {
        return (int) (place >>> (level * Byte.SIZE)) & (BUCKETS - 1);
    }

    long beginOf(int bucket) {
        return begin | (long) bucket << (level * Byte.SIZE);
    }

    /** The last place in time that belongs to the bucket. */
    long endOf(int bucket) {
        return beginOf(bucket) | belowBucket();
    }

    /** The bits of a place that tell where it lies within its bucket. */
    long belowBucket() {
        return (1L << (level * Byte.SIZE)) - 1;
    }

    @Nullable
    Rung finer(int bucket) {
        return finer[bucket];
    }

    /** How many entries are in the list of the bucket. */
    long count(int bucket) {
        return counts[bucket];
    }

    boolean isEmpty() {
        long any = 0;
        for (long word : occupied) {
            any |= word;
        }
        return any == 0;
    }

    /** The first bucket in time that is not empty; {@link #BUCKETS} if all are. */
    int firstBucket() {
        int word = 0;
        while (word < occupied.length && occupied[word] == 0) {
            word++;
        }
        return word == occupied.length ? BUCKETS : word * Long.SIZE + Long.numberOfTrailingZeros(occupied[word]);
    }

    void add(int bucket, long place, long key, Blocks blocks) {
        Block block = last[bucket];
        if (block == null || block.isFull(level)) {
            block = lengthen(bucket, block, blocks);
        }
        block.add(level, place, key);
        counts[bucket]++;
    }

    private Block lengthen(int bucket, @Nullable Block block, Blocks blocks) {
        Block added = block == null ? blocks.first() : blocks.further();
        if (block == null) {
            first[bucket] = added;
            occupied[bucket / Long.SIZE] |= 1L << bucket;
        } else {
            block.next = added;
        }
        last[bucket] = added;
        return added;
    }

    @Nullable
    Block first(int bucket) {
        return first[bucket];
    }

    /** Takes the first entry out of the list and gives back its block once that is empty; the bucket stays occupied. */
    void removeFirst(int bucket, Block block, Blocks blocks) {
        block.removeFirst(level);
        counts[bucket]--;
        if (block.isEmpty()) {
            first[bucket] = block.next;
            if (block.next == null) {
                last[bucket] = null;
            }
            blocks.giveBack(block);
        }
    }

    /** Says that neither a list nor a finer rung is left in the bucket. */
    void vacate(int bucket) {
        finer[bucket] = null;
        occupied[bucket / Long.SIZE] &= ~(1L << bucket);
    }
}
