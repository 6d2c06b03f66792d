package dev.heed.hours;

import java.util.Arrays;

/**
 * Working time compiled to prefix sums, for a number of UTC days that follow one another. Immutable and thread-safe.
 *
 * <p>All is in whole seconds, since hours begin and end with one; what is left of a second is for whoever asks. A day is two
 * {@code long}s side by side: in the first the open seconds before it, how far away the next day with hours is, and when its first
 * window begins; in the second how long that is, and the second window. The few days with more windows than two have a place
 * among the patterns there. For the inverse, a table by work, in steps of a power of two, says on which day to begin. Each answer
 * is a few look-ups, whatever lies in between.
 *
 * <p>Days, steps and patterns stand in one array: whoever goes round among a thousand calendars waits for memory, and each array
 * is one more place to wait for.
 */
final class Timetable {
    static final long SECOND = 1_000_000_000L;

    private static final int SECOND_BITS = 18;
    private static final int SECOND_MASK = (1 << SECOND_BITS) - 1;
    private static final int GAP_BITS = 6;
    private static final int LARGEST_GAP = (1 << GAP_BITS) - 1;

    /** The work in front of a day stands above these: seconds for 17,000 years, before and behind the origin. */
    private static final int LOW_BITS = SECOND_BITS + GAP_BITS;

    private static final long LOW_MASK = (1L << LOW_BITS) - 1;

    /** A day of the average has one step or two; so this is two days. */
    private static final int NEAR_STEPS = 4;

    /** A day is 675 times 128 seconds; to multiply by the inverse is to divide, for what is below two to the power of 32. */
    private static final int PART_BITS = 7;

    private static final int INVERSE_BITS = 41;
    private static final long INVERSE = (1L << INVERSE_BITS) / (Window.DAY >> PART_BITS) + 1;

    /** The first of its days, since 1970-01-01. */
    final long firstDay;

    /** How many days it has. */
    final int count;

    /** The open seconds from the origin until it begins. */
    final long begin;

    /** The open seconds from the origin until it ends. */
    final long end;

    /** Two by day, and one for the end; then by step of work, several to one, a day that is not behind it; then the patterns. */
    private final long[] data;

    private final long firstSecond;
    private final long partCount;
    private final int stepsAt;
    private final int patternsAt;

    /** By how many bits a step is narrower than a second of work. */
    private final int shift;

    /** So much work is near. */
    private final long near;

    /** The logarithm of how many bits a step has: 4 or 5. */
    private final int stepLog;

    private final int stepMask;

    /**
     * Copies what it is given.
     *
     * @param days two by day, as {@link #first}, {@link #second} and {@link #patterned} make them
     * @param patterns windows, as {@link #window} makes them
     * @param end the open seconds from the origin until they end
     */
    Timetable(long firstDay, long[] days, long[] patterns, long end) {
        this.firstDay = firstDay;
        this.count = days.length / 2;
        this.begin = days[0] >> LOW_BITS;
        this.end = end;
        firstSecond = firstDay * Window.DAY;
        partCount = count * (long) (Window.DAY >> PART_BITS);
        int open = 0;
        for (int at = 0; at < days.length; at += 2) {
            open += (at + 2 < days.length ? days[at + 2] >> LOW_BITS : end) > days[at] >> LOW_BITS ? 1 : 0;
        }
        long average = Math.max(1, (end - begin) / Math.max(1, open));
        shift = 63 - Long.numberOfLeadingZeros(average);
        near = (long) NEAR_STEPS << shift;
        stepLog = count <= 1 << 16 ? 4 : 5;
        stepMask = stepLog == 4 ? 0xFFFF : Integer.MAX_VALUE;
        int steps = (int) ((end - begin) >> shift) + 1;
        stepsAt = days.length + 1;
        patternsAt = stepsAt + (steps >> (6 - stepLog)) + 1;
        data = new long[patternsAt + patterns.length];
        System.arraycopy(days, 0, data, 0, days.length);
        data[days.length] = end << LOW_BITS;
        System.arraycopy(patterns, 0, data, patternsAt, patterns.length);
        gaps();
        index(steps);
    }

    private void gaps() {
        int gap = 1;
        for (int at = 2 * count - 2; at >= 0; at -= 2) {
            data[at] = (data[at] & ~((long) LARGEST_GAP << SECOND_BITS)) | (long) gap << SECOND_BITS;
            boolean open = data[at] >> LOW_BITS < data[at + 2] >> LOW_BITS;
            gap = open ? 1 : Math.min(gap + 1, LARGEST_GAP);
        }
    }

    private void index(int steps) {
        int day = 0;
        for (int step = 0; step < steps; step++) {
            long work = begin + ((long) step << shift);
            while (day + 1 < count && data[2 * day + 2] >> LOW_BITS <= work) {
                day++;
            }
            data[stepsAt + (step >> (6 - stepLog))] |= (long) day << (step << stepLog);
        }
    }

    /**
     * The first part of a day.
     *
     * @param before open seconds before it
     * @param window its first, or {@link #noWindow}
     */
    static long first(long before, long window) {
        return (before << LOW_BITS) | begin(window);
    }

    /** The second part of a day of no more than two windows; who has fewer fills up with {@link #noWindow}. */
    static long second(long firstWindow, long secondWindow) {
        return window(length(firstWindow), begin(secondWindow), length(secondWindow));
    }

    /** The second part of a day with more windows. */
    static long patterned(int place) {
        return Long.MIN_VALUE | place;
    }

    /**
     * A window of a day.
     *
     * @param begin its first second
     * @param before how many seconds of the windows before it there are
     * @param length its seconds
     */
    static long window(long begin, long before, long length) {
        return (begin << (2 * SECOND_BITS)) | (before << SECOND_BITS) | length;
    }

    /** Stands in for a window that a day does not have, and ends a pattern. */
    static long noWindow(long before) {
        return window(Window.DAY, before, 0);
    }

    static boolean isNoWindow(long window) {
        return begin(window) == Window.DAY;
    }

    private static int begin(long window) {
        return (int) (window >> (2 * SECOND_BITS));
    }

    private static int before(long window) {
        return (int) (window >> SECOND_BITS) & SECOND_MASK;
    }

    private static int length(long window) {
        return (int) window & SECOND_MASK;
    }

    /** A copy of its patterns. */
    long[] patterns() {
        return Arrays.copyOfRange(data, patternsAt, data.length);
    }

    /** Puts its days into an array. */
    void copyDays(long[] into, int at) {
        System.arraycopy(data, 0, into, at, 2 * count);
    }

    /** Whether it has this epoch second. */
    boolean covers(long second) {
        return ((second - firstSecond) >>> PART_BITS) < partCount;
    }

    /** Whether it has the second of work that is this many seconds behind the origin. */
    boolean holds(long second) {
        return second >= begin && second < end;
    }

    /** The whole seconds of work from the origin until the beginning of an epoch day that it covers, or of the first behind it. */
    long secondsBefore(long day) {
        return data[(int) (2 * (day - firstDay))] >> LOW_BITS;
    }

    /** Twice how many days an epoch second that it covers is behind the first. */
    private static int placeOf(long since) {
        return 2 * (int) (((since >>> PART_BITS) * INVERSE) >>> INVERSE_BITS);
    }

    /**
     * The whole seconds of work from the origin until an epoch second that it covers, twice, and one more if that is open itself;
     * that is, until this second and until the next one together.
     */
    long twice(long second) {
        long since = second - firstSecond;
        int at = placeOf(since);
        int ofDay = (int) since - at * (Window.DAY / 2); // right although the first may have lost bits
        long first = data[at];
        long windows = data[at + 1];
        if (windows < 0) {
            return (first >> LOW_BITS << 1) + twiceInPattern((int) windows, ofDay);
        }
        int one = ofDay - ((int) first & SECOND_MASK);
        int oneLength = begin(windows);
        int two = ofDay - before(windows);
        int twoLength = length(windows);
        long done = (first >> LOW_BITS) + Math.min(Math.max(one, 0), oneLength) + Math.min(Math.max(two, 0), twoLength);
        return 2 * done + ((((one - oneLength) & ~one) | ((two - twoLength) & ~two)) >>> (Integer.SIZE - 1));
    }

    private int twiceInPattern(int place, int second) {
        int at = patternsAt + place;
        while (begin(data[at + 1]) <= second) {
            at++;
        }
        int since = second - begin(data[at]);
        int length = length(data[at]);
        int done = before(data[at]) + Math.min(Math.max(since, 0), length);
        return 2 * done + (((since - length) & ~since) >>> (Integer.SIZE - 1));
    }

    /**
     * The epoch second with which a second of work begins.
     *
     * @param work how many are before it since the origin; it holds this one
     * @param near an epoch second that it covers, from which is looked if the other is not far behind
     */
    long secondOf(long work, long near) {
        int at = find(work, placeOf(near - firstSecond));
        long first = data[at];
        long windows = data[at + 1];
        int rest = (int) (work - (first >> LOW_BITS));
        long midnight = firstSecond + at * (long) (Window.DAY / 2);
        if (windows < 0) {
            return midnight + secondOfPattern((int) windows, rest);
        }
        int length = begin(windows);
        return midnight + rest + (rest < length ? (int) first & SECOND_MASK : before(windows) - length);
    }

    private int secondOfPattern(int place, int rest) {
        int at = patternsAt + place;
        while (before(data[at + 1]) <= rest) {
            at++;
        }
        return begin(data[at]) + (rest - before(data[at]));
    }

    /** Where the day stands that has the second of work this many behind the origin, which it holds. */
    private int find(long second, int from) {
        long key = (second << LOW_BITS) | LOW_MASK;
        long distance = second - (data[from] >> LOW_BITS);
        int at = distance >= 0 && distance < near ? from : 2 * step((int) ((second - begin) >> shift));
        int next = at + gap(data[at]);
        while (data[next] <= key) {
            at = next;
            next = at + gap(data[at]);
        }
        return at;
    }

    private int step(int step) {
        return (int) (data[stepsAt + (step >> (6 - stepLog))] >>> (step << stepLog)) & stepMask;
    }

    /** How many places the next day with hours is away. */
    private static int gap(long first) {
        return (int) (first >> (SECOND_BITS - 1)) & (LARGEST_GAP << 1);
    }
}
