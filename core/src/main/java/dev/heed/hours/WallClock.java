package dev.heed.hours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local time of one zone for a stretch of dates, as instants: a time in a gap moves later by the gap's length, an ambiguous
 * one takes the earlier offset, as {@link java.time.ZonedDateTime#ofLocal} does.
 *
 * <p>Both rules come to the same: a local time counts by the offset before a clock change until both the old and the new
 * clock have passed the change.
 */
final class WallClock {
    private final long[] changes;
    private final int[] offsets;

    private WallClock(long[] changes, int[] offsets) {
        this.changes = changes;
        this.offsets = offsets;
    }

    /** For the dates from one epoch day to another, and a day on both sides. */
    static WallClock of(ZoneId zone, long firstDay, long lastDay) {
        ZoneRules rules = zone.getRules();
        Instant begin = Instant.ofEpochSecond((firstDay - 3) * Window.DAY);
        Instant end = Instant.ofEpochSecond((lastDay + 4) * Window.DAY);
        long[] changes = new long[4];
        int[] offsets = new int[5];
        offsets[0] = rules.getOffset(begin).getTotalSeconds();
        int count = 0;
        ZoneOffsetTransition next = rules.isFixedOffset() ? null : rules.nextTransition(begin);
        while (next != null && next.getInstant().isBefore(end)) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, 2 * count);
                offsets = Arrays.copyOf(offsets, 2 * count + 1);
            }
            int before = next.getOffsetBefore().getTotalSeconds();
            int after = next.getOffsetAfter().getTotalSeconds();
            changes[count] = next.getInstant().getEpochSecond() + Math.max(before, after);
            offsets[++count] = after;
            next = rules.nextTransition(next.getInstant());
        }
        return new WallClock(Arrays.copyOf(changes, count), offsets);
    }

    /**
     * The epoch second of a local time.
     *
     * @param second since the midnight with which the date begins, up to two days
     */
    long resolve(long epochDay, int second) {
        long local = epochDay * Window.DAY + second;
        int at = 0;
        while (at < changes.length && local >= changes[at]) {
            at++;
        }
        return local - offsets[at];
    }

    /** Some zones left a whole day out, as Apia did 2011-12-30; there is no work on it. */
    boolean exists(long epochDay) {
        return resolve(epochDay, 0) < resolve(epochDay + 1, 0);
    }
}
