package dev.heed.hours;

/**
 * Working time compiled to prefix sums, for a number of UTC days that follow one another. Immutable and thread-safe.
 *
 * <p>{@link #work} counts the open seconds from an origin until an instant, {@link #when} is its inverse; each is a few
 * look-ups, whatever lies in between. A day is one {@code long}: the open seconds before it, and where its hours stand among
 * the patterns, of which few come back again and again. All patterns have the same even number of windows, empty ones at
 * their end, so that the processor takes the same turns on each day. For the inverse, the days with hours are listed once
 * more; a table by work, in steps of a power of two, says where in this list to begin.
 */
final class Timetable {
    /** By how many bits the place of a pattern is narrower than the work in front of it: for more than 500,000 years. */
    private static final int PLACE_BITS = 20;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /** The first of its days, since 1970-01-01. */
    final long firstDay;

    /** How many windows a pattern has; even. */
    final int width;

    /** By day: open seconds before it, and the place of its pattern. */
    final long[] days;

    /** By pattern and window: the second of the day with which it begins, and how many it has. */
    final int[] patterns;

    /** The open seconds from the origin until it begins. */
    final long begin;

    /** The open seconds from the origin until it ends. */
    final long end;

    /** By rank among the days with hours: as in {@link #days}; and one entry for the end. */
    private final long[] openDays;

    /** By rank among the days with hours: how many days are before it. */
    private final int[] dayOfRank;

    /** By step of work: the rank of a day that is not behind the work with which it begins. */
    private final int[] steps;

    private final int shift;
    private final long startSecond;
    private final long seconds;

    /** Takes the arrays as they are. */
    Timetable(long firstDay, int width, long[] days, int[] patterns, long end) {
        this.firstDay = firstDay;
        this.width = width;
        this.days = days;
        this.patterns = patterns;
        this.begin = days[0] >> PLACE_BITS;
        this.end = end;
        startSecond = firstDay * Window.DAY;
        seconds = (long) days.length * Window.DAY;
        int count = 0;
        for (int day = 0; day < days.length; day++) {
            count += workOn(day) > 0 ? 1 : 0;
        }
        openDays = new long[count + 1];
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

    /** Whether it reaches to this epoch second. */
    boolean covers(long second) {
        long at = second - startSecond;
        return (at | (seconds - 1 - at)) >= 0;
    }

    /** Whether this much work is done in it. */
    boolean holds(long work) {
        return work > begin && work <= end;
    }

    /** Twice the open seconds from the origin until an epoch second that it covers, and one if that second is open. */
    long work(long second) {
        long at = second - startSecond;
        int day = (int) (at / Window.DAY);
        int ofDay = (int) (at - (long) day * Window.DAY);
        long entry = days[day];
        int place = (int) entry & PLACE_MASK;
        int since = ofDay - patterns[place];
        int length = patterns[place + 1];
        int sinceNext = ofDay - patterns[place + 2];
        int lengthNext = patterns[place + 3];
        int done = Math.max(0, Math.min(since, length)) + Math.max(0, Math.min(sinceNext, lengthNext));
        int open = (~since & (since - length)) | (~sinceNext & (sinceNext - lengthNext)); // negative inside a window
        for (int end = place + 2 * width; (place += 4) < end; ) {
            since = ofDay - patterns[place];
            length = patterns[place + 1];
            sinceNext = ofDay - patterns[place + 2];
            lengthNext = patterns[place + 3];
            done += Math.max(0, Math.min(since, length)) + Math.max(0, Math.min(sinceNext, lengthNext));
            open |= (~since & (since - length)) | (~sinceNext & (sinceNext - lengthNext));
        }
        return (((entry >> PLACE_BITS) + done) << 1) | (open >>> 31);
    }

    /** The earliest epoch second by which this much work is done, which it {@linkplain #holds holds}. */
    long when(long work) {
        long key = ((work - 1) << PLACE_BITS) | PLACE_MASK;
        int rank = steps[(int) ((work - 1 - begin) >> shift)];
        while (openDays[rank + 1] <= key) {
            rank++;
        }
        long entry = openDays[rank];
        int rest = (int) (work - (entry >> PLACE_BITS));
        int place = (int) entry & PLACE_MASK;
        int at = patterns[place] + rest;
        int done = patterns[place + 1];
        for (int end = place + 2 * width; (place += 2) < end; ) {
            at = rest > done ? patterns[place] + rest - done : at;
            done += patterns[place + 1];
        }
        return startSecond + (long) dayOfRank[rank] * Window.DAY + at;
    }
}
