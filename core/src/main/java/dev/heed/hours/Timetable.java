package dev.heed.hours;

/**
 * Working time compiled to prefix sums, for a number of blocks of {@value #DAYS} UTC days that follow one another. Immutable
 * and thread-safe.
 *
 * <p>{@link #work} counts the open seconds from an origin until an instant, {@link #when} is its inverse; each is a few
 * look-ups, whatever lies in between. A day is one {@code int}: the open seconds of its block before it, and which of the
 * block's {@linkplain #patterns patterns} its hours are; few patterns come back again and again, so that 1,000 calendars fit
 * into a processor's cache. All patterns have the same number of windows, empty ones at their end, so that the loop over them
 * takes the same turns on each day.
 *
 * <p>For the inverse, a block lists the days that have hours; a table by work, in steps of a fixed power of two, says
 * where in this list to begin.
 */
final class Timetable {
    /** How many days a block has: with no more than these, prefix and pattern fit into an int, and patterns into a byte. */
    static final int DAYS = 128;

    static final long BLOCK_SECONDS = (long) DAYS * Window.DAY;

    /** How many days with hours a block lists: all, and one entry for its end. */
    static final int OPEN_DAYS = DAYS + 1;

    static final int STEPS = 256;

    private static final int DAY_BITS = 7;
    private static final int PATTERN_BITS = 8;
    private static final int PATTERN_MASK = (1 << PATTERN_BITS) - 1;

    /** How many patterns a block can name; it has no more days. */
    static final int PAGE = 1 << PATTERN_BITS;

    private static final int SHIFT_BITS = 5;
    private static final int SHIFT_MASK = (1 << SHIFT_BITS) - 1;

    /** The number of the first block, counted from 1970-01-01. */
    final long firstBlock;

    final int blocks;

    /** How many windows a pattern has. */
    final int width;

    /** The open seconds from the origin until a block begins; one more than blocks. */
    final long[] starts;

    /** By block: where its patterns begin, and by which shift its work becomes a step. */
    final int[] layout;

    /** By day: open seconds of its block before it, and its pattern. */
    final int[] days;

    /** By block and rank: open seconds of its block before a day with hours, and which day. */
    final int[] openDays;

    /** By block and step: the rank of a day with hours that is not behind the work where the step begins. */
    final byte[] steps;

    /** By pattern and window: the second of the day with which it begins, and how many it has. */
    final int[] patterns;

    private final long startSecond;
    private final long seconds;
    private final double blocksPerSecond;

    /** Takes the arrays as they are. */
    Timetable(
            long firstBlock,
            int width,
            long[] starts,
            int[] layout,
            int[] days,
            int[] openDays,
            byte[] steps,
            int[] patterns) {
        this.firstBlock = firstBlock;
        this.blocks = layout.length;
        this.width = width;
        this.starts = starts;
        this.layout = layout;
        this.days = days;
        this.openDays = openDays;
        this.steps = steps;
        this.patterns = patterns;
        startSecond = firstBlock * BLOCK_SECONDS;
        seconds = blocks * BLOCK_SECONDS;
        long work = starts[blocks] - starts[0];
        blocksPerSecond = work == 0 ? 0 : (double) blocks / work;
    }

    /** Whether it reaches to this epoch second. */
    boolean covers(long second) {
        long at = second - startSecond;
        return (at | (seconds - 1 - at)) >= 0;
    }

    /** Whether this much work is done in it. */
    boolean holds(long work) {
        return work > starts[0] && work <= starts[blocks];
    }

    /** Twice the open seconds from the origin until an epoch second that it covers, and one if that second is open. */
    long work(long second) {
        long at = second - startSecond;
        int day = (int) (at / Window.DAY);
        int ofDay = (int) (at - (long) day * Window.DAY);
        int block = day >>> DAY_BITS;
        int entry = days[day];
        int pattern = (layout[block] >>> SHIFT_BITS) + (entry & PATTERN_MASK) * 2 * width;
        int done = entry >>> PATTERN_BITS;
        int open = 0;
        for (int end = pattern + 2 * width; pattern < end; pattern += 2) {
            int since = ofDay - patterns[pattern];
            int length = patterns[pattern + 1];
            done += Math.max(0, Math.min(since, length));
            open |= ~since & (since - length); // negative where 0 <= since < length
        }
        return ((starts[block] + done) << 1) | (open >>> 31);
    }

    /** The earliest epoch second by which this much work is done, which it {@linkplain #holds holds}. */
    long when(long work) {
        int block = blockOf(work);
        int rest = (int) (work - starts[block]);
        int shape = layout[block];
        int rank = block * OPEN_DAYS + (steps[block * STEPS + ((rest - 1) >>> (shape & SHIFT_MASK))] & 0xff);
        int key = ((rest - 1) << DAY_BITS) | (DAYS - 1);
        while (openDays[rank + 1] <= key) {
            rank++;
        }
        int entry = openDays[rank];
        int day = block * DAYS + (entry & (DAYS - 1));
        rest -= entry >>> DAY_BITS;
        int pattern = (shape >>> SHIFT_BITS) + (days[day] & PATTERN_MASK) * 2 * width;
        int at = patterns[pattern] + rest;
        int done = patterns[pattern + 1];
        for (int end = pattern + 2 * width; (pattern += 2) < end; ) {
            at = rest > done ? patterns[pattern] + rest - done : at;
            done += patterns[pattern + 1];
        }
        return startSecond + (long) day * Window.DAY + at;
    }

    /** Where the blocks are about as long as each other, the first guess is right or next to it. */
    private int blockOf(long work) {
        int block = Math.min(blocks - 1, (int) ((work - starts[0]) * blocksPerSecond));
        while (starts[block] >= work) {
            block--;
        }
        while (starts[block + 1] < work) {
            block++;
        }
        return block;
    }

    static int layoutEntry(int firstPattern, int width, int shift) {
        return ((firstPattern * 2 * width) << SHIFT_BITS) | shift;
    }

    int firstPattern(int block) {
        return (layout[block] >>> SHIFT_BITS) / (2 * width);
    }

    static int dayEntry(int before, int pattern) {
        return (before << PATTERN_BITS) | pattern;
    }

    static int openDayEntry(int before, int day) {
        return (before << DAY_BITS) | day;
    }
}
