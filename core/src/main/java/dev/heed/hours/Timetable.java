package dev.heed.hours;

import java.util.Arrays;

/**
 * Working time compiled to prefix sums, for a number of UTC days that follow one another. Immutable and thread-safe.
 *
 * <p>An amount of work since an origin is told in whole seconds and nanoseconds, so that it fits for all time. A day is one
 * {@code long}: the open seconds before it, how far away the next day with hours is, and where its hours stand among the
 * patterns, of which few come back again and again. All patterns have the same even number of windows, empty ones at their end,
 * so that the processor takes the same turns on each day. For the inverse, a table by work, in steps of a power of two, says on
 * which day to begin. Each answer is a few look-ups, whatever lies in between.
 *
 * <p>Patterns, days and steps stand in one array: whoever goes round among a thousand calendars waits for memory, and
 * each array is one more place to wait for.
 */
final class Timetable {
    static final long SECOND = 1_000_000_000L;

    /** A place is counted in halves of the smallest pattern. */
    private static final int PLACE_BITS = 18;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final int PLACE_UNIT = 2;
    private static final int GAP_BITS = 6;
    private static final int LARGEST_GAP = (1 << GAP_BITS) - 1;

    /** The work in front of a day stands above these: seconds for 17,000 years, before and behind the origin. */
    private static final int LOW_BITS = PLACE_BITS + GAP_BITS;

    /** A day of the average has one step or two. */
    private static final int NEAR_STEPS = 3;

    private static final long LOW_MASK = (1L << LOW_BITS) - 1;

    /** The first of its days, since 1970-01-01. */
    final long firstDay;

    /** How many days it has. */
    final int count;

    /** How many windows a pattern has; even. */
    final int width;

    /** The open seconds from the origin until it begins. */
    final long begin;

    /** The open seconds from the origin until it ends. */
    final long end;

    /**
     * By pattern and window, the nanosecond of the day with which it begins, and how many it has; then by day, with one entry for
     * the end; then by step of work, several to a {@code long}, a day that is not behind the work with which it begins.
     */
    private final long[] data;

    private final int daysAt;
    private final int stepsAt;

    /** By how many bits a step is narrower than a second of work. */
    private final int shift;

    /** The logarithm of how many bits a step has: 4 or 5. */
    private final int stepLog;

    private final int stepMask;

    /**
     * Copies what it is given.
     *
     * @param days by day, as {@link #entry} makes them
     * @param patterns as in {@link #data}
     * @param end the open seconds from the origin until they end
     */
    Timetable(long firstDay, int width, long[] days, long[] patterns, long end) {
        this.firstDay = firstDay;
        this.count = days.length;
        this.width = width;
        this.begin = days[0] >> LOW_BITS;
        this.end = end;
        int open = 0;
        for (int day = 0; day < count; day++) {
            open += (day + 1 < count ? days[day + 1] >> LOW_BITS : end) > days[day] >> LOW_BITS ? 1 : 0;
        }
        long average = Math.max(1, (end - begin) / Math.max(1, open));
        shift = 63 - Long.numberOfLeadingZeros(average);
        stepLog = count <= 1 << 16 ? 4 : 5;
        stepMask = stepLog == 4 ? 0xFFFF : Integer.MAX_VALUE;
        int steps = (int) ((end - begin) >> shift) + 1;
        daysAt = patterns.length;
        stepsAt = daysAt + count + 1;
        data = new long[stepsAt + (steps >> (6 - stepLog)) + 1];
        System.arraycopy(patterns, 0, data, 0, patterns.length);
        System.arraycopy(days, 0, data, daysAt, count);
        data[daysAt + count] = end << LOW_BITS;
        gaps();
        index(steps);
    }

    private void gaps() {
        int gap = 1;
        for (int at = daysAt + count - 1; at >= daysAt; at--) {
            data[at] = (data[at] & ~((long) LARGEST_GAP << PLACE_BITS)) | (long) gap << PLACE_BITS;
            boolean open = data[at] >> LOW_BITS < data[at + 1] >> LOW_BITS;
            gap = open ? 1 : Math.min(gap + 1, LARGEST_GAP);
        }
    }

    private void index(int steps) {
        int day = 0;
        for (int step = 0; step < steps; step++) {
            long work = begin + ((long) step << shift);
            while (day + 1 < count && data[daysAt + day + 1] >> LOW_BITS <= work) {
                day++;
            }
            data[stepsAt + (step >> (6 - stepLog))] |= (long) day << (step << stepLog);
        }
    }

    /**
     * A day.
     *
     * @param before open seconds before it
     * @param place of its pattern, which {@link #fits}
     */
    static long entry(long before, int place) {
        return (before << LOW_BITS) | place / PLACE_UNIT;
    }

    /** Whether there are not too many patterns for one table. */
    static boolean fits(int place) {
        return place / PLACE_UNIT <= PLACE_MASK;
    }

    /** A copy of its patterns. */
    long[] patterns() {
        return Arrays.copyOf(data, daysAt);
    }

    /** Puts its days into an array. */
    void copyDays(long[] into, int at) {
        System.arraycopy(data, daysAt, into, at, count);
    }

    /** Whether it has this epoch day. */
    boolean covers(long day) {
        long at = day - firstDay;
        return at >= 0 && at < count;
    }

    /** Whether it has the second of work that is this many seconds behind the origin. */
    boolean holds(long second) {
        return second >= begin && second < end;
    }

    private long dayEntry(long day) {
        return data[daysAt + (int) (day - firstDay)];
    }

    /** The whole seconds of work from the origin until the beginning of a day that it covers. */
    long secondsBefore(long day) {
        return dayEntry(day) >> LOW_BITS;
    }

    private static int place(long entry) {
        return ((int) entry & PLACE_MASK) * PLACE_UNIT;
    }

    /** The nanoseconds of work on a day that it covers, from its beginning until a nanosecond of it. */
    long nanosUntil(long day, long nanoOfDay) {
        int place = place(dayEntry(day));
        long done = Math.max(0, Math.min(nanoOfDay - data[place], data[place + 1]))
                + Math.max(0, Math.min(nanoOfDay - data[place + 2], data[place + 3]));
        for (int end = place + 2 * width; (place += 4) < end; ) {
            done += Math.max(0, Math.min(nanoOfDay - data[place], data[place + 1]))
                    + Math.max(0, Math.min(nanoOfDay - data[place + 2], data[place + 3]));
        }
        return done;
    }

    /**
     * Where among the entries the day stands that has the second of work this many behind the origin, which it holds.
     *
     * @param near an epoch day, from which it is looked for if it is not far behind that
     */
    int find(long second, long near) {
        long key = (second << LOW_BITS) | LOW_MASK;
        int at = daysAt;
        if (covers(near) && isNear(second - secondsBefore(near))) {
            at += (int) (near - firstDay);
        } else {
            at += step((int) ((second - begin) >> shift));
            int next = at + gap(data[at]);
            at = data[next] <= key ? next : at; // once without a branch: mostly, that is all
        }
        int next = at + gap(data[at]);
        while (data[next] <= key) {
            at = next;
            next = at + gap(data[at]);
        }
        return at;
    }

    /** Whether so much work is done within a day with hours or two. */
    private boolean isNear(long work) {
        return work >>> shift < NEAR_STEPS; // what is behind is not near
    }

    private int step(int step) {
        return (int) (data[stepsAt + (step >> (6 - stepLog))] >>> (step << stepLog)) & stepMask;
    }

    private static int gap(long entry) {
        return (int) (entry >> PLACE_BITS) & LARGEST_GAP;
    }

    /** The epoch day of an entry. */
    long day(int at) {
        return firstDay + (at - daysAt);
    }

    /** The earliest nanosecond of the day of an entry by which so much work since the origin is done. */
    long nanoOfDay(int entryAt, long seconds, long nanos) {
        long entry = data[entryAt];
        long rest = (seconds - (entry >> LOW_BITS)) * SECOND + nanos;
        int place = place(entry);
        long at = data[place] + rest;
        long done = data[place + 1];
        long gap = data[place + 2] - data[place] - done;
        at += gap & ((done - rest) >> 63); // behind the first window, without a branch
        for (int end = place + 2 * width; (place += 4) < end; ) {
            done += data[place - 1];
            at = rest > done ? data[place] + rest - done : at;
            done += data[place + 1];
            at = rest > done ? data[place + 2] + rest - done : at;
        }
        return at;
    }
}
