package dev.heed.hours;

/**
 * Working time compiled to prefix sums, for a number of UTC days that follow one another. Immutable and thread-safe.
 *
 * <p>An amount of work since an origin is told in whole seconds and nanoseconds, so that it fits for all time. A day is one
 * {@code long}: the open seconds before it, and where its hours stand among the patterns, of which few come back again and
 * again. All patterns have the same even number of windows, empty ones at their end, so that the processor takes the same
 * turns on each day. For the inverse, the days with hours are listed once more; a table by work, in steps of a power of two,
 * says where in this list to begin. Each answer is a few look-ups, whatever lies in between.
 */
final class Timetable {
    static final long SECOND = 1_000_000_000L;

    /** By how many bits the place of a pattern is narrower than the work in front of it: for more than 500,000 years. */
    private static final int PLACE_BITS = 20;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /** The first of its days, since 1970-01-01. */
    final long firstDay;

    /** How many windows a pattern has; even. */
    final int width;

    /** By day: open seconds before it, and the place of its pattern. */
    final long[] days;

    /** By pattern and window: the nanosecond of the day with which it begins, and how many it has. */
    final long[] patterns;

    /** The open seconds from the origin until it begins. */
    final long begin;

    /** The open seconds from the origin until it ends. */
    final long end;

    /** By rank among the days with hours: as in {@link #days}; one entry for the end, and one behind it. */
    private final long[] openDays;

    /** By rank among the days with hours: how many days are before it. */
    private final int[] dayOfRank;

    /** By step of work: the rank of a day that is not behind the work with which it begins. */
    private final int[] steps;

    private final int shift;

    /** Takes the arrays as they are. */
    Timetable(long firstDay, int width, long[] days, long[] patterns, long end) {
        this.firstDay = firstDay;
        this.width = width;
        this.days = days;
        this.patterns = patterns;
        this.begin = days[0] >> PLACE_BITS;
        this.end = end;
        int count = 0;
        for (int day = 0; day < days.length; day++) {
            count += workOn(day) > 0 ? 1 : 0;
        }
        openDays = new long[count + 2];
        dayOfRank = new int[count];
        list();
        long average = Math.max(1, (end - begin) / Math.max(1, count));
        shift = 63 - Long.numberOfLeadingZeros(average);
        steps = new int[(int) ((end - begin) >> shift) + 1];
        index();
    }

    /** The open seconds of one of its days. */
    private long workOn(int day) {
        long next = day + 1 < days.length ? days[day + 1] >> PLACE_BITS : end;
        return next - (days[day] >> PLACE_BITS);
    }

    private void list() {
        int rank = 0;
        for (int day = 0; day < days.length; day++) {
            if (workOn(day) > 0) {
                openDays[rank] = days[day];
                dayOfRank[rank++] = day;
            }
        }
        openDays[rank] = end << PLACE_BITS;
        openDays[rank + 1] = Long.MAX_VALUE;
    }

    private void index() {
        int rank = 0;
        for (int step = 0; step < steps.length; step++) {
            long work = begin + ((long) step << shift);
            while (rank + 1 < dayOfRank.length && openDays[rank + 1] >> PLACE_BITS <= work) {
                rank++;
            }
            steps[step] = rank;
        }
    }

    static long entry(long before, int place) {
        return (before << PLACE_BITS) | place;
    }

    /** Whether there are too many patterns for one table. */
    static boolean fits(int place) {
        return place <= PLACE_MASK;
    }

    /** Whether it has this epoch day. */
    boolean covers(long day) {
        long at = day - firstDay;
        return at >>> 31 == 0 && ((int) at & Integer.MAX_VALUE) < days.length;
    }

    /** Whether it has the second of work that is this many seconds behind the origin. */
    boolean holds(long second) {
        return second >= begin && second < end;
    }

    /** The whole seconds of work from the origin until the beginning of a day that it covers. */
    long secondsBefore(long day) {
        return days[(int) (day - firstDay) & Integer.MAX_VALUE] >> PLACE_BITS;
    }

    /** The nanoseconds of work on a day that it covers, from its beginning until a nanosecond of it. */
    long nanosUntil(long day, long nanoOfDay) {
        int place = (int) days[(int) (day - firstDay) & Integer.MAX_VALUE] & PLACE_MASK;
        long done = Math.max(0, Math.min(nanoOfDay - patterns[place], patterns[place + 1]))
                + Math.max(0, Math.min(nanoOfDay - patterns[place + 2], patterns[place + 3]));
        for (int end = place + 2 * width; (place += 4) < end; ) {
            done += Math.max(0, Math.min(nanoOfDay - patterns[place], patterns[place + 1]))
                    + Math.max(0, Math.min(nanoOfDay - patterns[place + 2], patterns[place + 3]));
        }
        return done;
    }

    /** Which of the days with hours has the second of work that is this many behind the origin, and which it holds. */
    int rank(long second) {
        int rank = steps[(int) ((second - begin) >> shift)];
        long key = (second << PLACE_BITS) | PLACE_MASK;
        rank += (int) ((openDays[rank + 1] - key - 1) >>> 63); // once without a branch: mostly, that is all
        while (openDays[rank + 1] <= key) {
            rank++;
        }
        return rank;
    }

    /** The epoch day of a rank. */
    long day(int rank) {
        return firstDay + dayOfRank[rank];
    }

    /** The earliest nanosecond of the day of this rank by which so much work since the origin is done. */
    long nanoOfDay(int rank, long seconds, long nanos) {
        long entry = openDays[rank];
        long rest = (seconds - (entry >> PLACE_BITS)) * SECOND + nanos;
        int place = (int) entry & PLACE_MASK;
        long at = patterns[place] + rest;
        long done = patterns[place + 1];
        long gap = patterns[place + 2] - patterns[place] - done;
        at += gap & ((done - rest) >> 63); // behind the first window, without a branch
        for (int end = place + 2 * width; (place += 4) < end; ) {
            done += patterns[place - 1];
            at = rest > done ? patterns[place] + rest - done : at;
            done += patterns[place + 1];
            at = rest > done ? patterns[place + 2] + rest - done : at;
        }
        return at;
    }
}
