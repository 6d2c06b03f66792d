package dev.heed.sla.deadline;

import org.jspecify.annotations.Nullable;

/**
 * Hands out blocks, and keeps some of those that are given back, so that a queue that neither grows nor shrinks makes next to
 * no garbage. The first block of a bucket is short, for the many buckets of a rung that has few entries; all others are equally
 * long, so that each can be used for any bucket.
 */
final class Blocks {
    static final int SHORT = 256;
    static final int LONG = 1024;

    /** So many of each length are kept, and one more for so many that are in use. */
    private static final int SPARE = 64;

    private @Nullable Block shorts;
    private int spareShorts;
    private int usedShorts;
    private @Nullable Block longs;
    private int spareLongs;
    private int usedLongs;

    /** An empty block for a bucket to begin with. */
    Block first() {
        usedShorts++;
        Block block = shorts;
        if (block == null) {
            return new Block(SHORT);
        }
        shorts = block.next;
        block.next = null;
        spareShorts--;
        return block;
    }

    /** An empty block for a bucket that has some already. */
    Block further() {
        usedLongs++;
        Block block = longs;
        if (block == null) {
            return new Block(LONG);
        }
        longs = block.next;
        block.next = null;
        spareLongs--;
        return block;
    }

    void giveBack(Block block) {
        block.clear();
        if (block.length() == SHORT) {
            usedShorts--;
            block.next = shorts;
            shorts = block;
            spareShorts++;
        } else {
            usedLongs--;
            block.next = longs;
            longs = block;
            spareLongs++;
        }
        trim();
    }

    /** Leaves two of a length to the garbage collector for one that has come back, so that what is kept shrinks with the queue. */
    private void trim() {
        for (int i = 0; i < 2; i++) {
            if (shorts != null && spareShorts > most(usedShorts)) {
                shorts = shorts.next;
                spareShorts--;
            }
            if (longs != null && spareLongs > most(usedLongs)) {
                longs = longs.next;
                spareLongs--;
            }
        }
    }

    private static int most(int used) {
        return SPARE + used / SPARE;
    }
}
