package dev.heed.sla.deadline;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Millions of deadlines in memory, given back in the order in which they fall due. A deadline is an instant, to the nanosecond,
 * and a key by which the caller knows what it is about; nothing is said about the key, and the same one may be scheduled often.
 *
 * <p>Deadlines fire in the order of their instants, and those of one instant in the order in which they were scheduled. None
 * fires before its instant and none twice, also when the clock of the caller goes back: what has fired is gone, and what has not
 * is compared with the time that is handed in. Instants may be past when they are scheduled; they keep their place in the order.
 *
 * <p>There is no cancelling. Who is called looks at what the key stands for as it is now, and does nothing if the deadline no
 * longer holds, as all that waits in Heed does; a deadline that was moved is scheduled once more.
 *
 * <p>A deadline takes 8 to 15 bytes by how far away it is, and what is empty at the ends of arrays: together less than 15 bytes where
 * a million or more lie within two years. An empty queue takes some 30 kilobytes. Scheduling takes constant time; firing takes
 * constant time on average, and no call moves more than some 260,000 others on each of eight levels, however many there are, which
 * takes milliseconds. Arrays are used again: nothing is allocated for a single deadline.
 *
 * <p>Not thread-safe: one thread at a time, and the caller sees to what lies between.
 */
public final class Deadlines {
    /** As few as stay in the first-level cache of a processor while they are sorted. */
    private static final int SORTED = 512;

    /** As many as are moved within milliseconds, and so many that the 256 lists they become are long beside a block that is not full. */
    private static final int LONGEST_LIST = 1 << 18;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Ladder ladder;
    private final Nearest nearest;
    private final int sorted;

    /** Is told which deadlines have passed. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The deadline has passed and is no longer in the queue. May schedule others.
         *
         * @param dueEpochNanos when it was due, in nanoseconds since 1970-01-01T00:00:00Z
         * @param key what it was scheduled with
         */
        void fired(long dueEpochNanos, long key);
    }

    /** Begins without any deadline. */
    public Deadlines() {
        this(SORTED, LONGEST_LIST);
    }

    /** With other thresholds, so that a few deadlines are enough to pass them. */
    Deadlines(int sorted, long longestList) {
        ladder = new Ladder(longestList);
        nearest = new Nearest(2 * sorted);
        this.sorted = sorted;
    }

    /**
     * The instant in nanoseconds since 1970-01-01T00:00:00Z, exactly.
     *
     * @throws InvalidInputException if it lies before 1677-09-21T00:12:43.145224192Z or after 2262-04-11T23:47:16.854775807Z, which
     *     are the first and the last that such a number can tell
     */
    public static long epochNanos(Instant instant) {
        try {
            long seconds = instant.getEpochSecond();
            return seconds < 0 // the full second before may be too early for a number where the instant itself is not
                    ? Math.addExact(
                            Math.multiplyExact(seconds + 1, NANOS_PER_SECOND), instant.getNano() - NANOS_PER_SECOND)
                    : Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), instant.getNano());
        } catch (ArithmeticException tooFar) {
            throw new InvalidInputException(
                    "The instant " + instant + " lies too far away for a deadline.",
                    "Give one between 1677-09-21T00:12:43.145224192Z and 2262-04-11T23:47:16.854775807Z, or none at all if it"
                            + " is never due.");
        }
    }

    /**
     * Adds a deadline, which may have passed already.
     *
     * @throws InvalidInputException if {@link #epochNanos} cannot tell the instant
     */
    public void schedule(Instant due, long key) {
        schedule(epochNanos(due), key);
    }

    /**
     * Adds a deadline, which may have passed already. Every number is a valid instant and a valid key.
     *
     * @param dueEpochNanos nanoseconds since 1970-01-01T00:00:00Z
     */
    public void schedule(long dueEpochNanos, long key) {
        if (!nearest.covers(dueEpochNanos)) {
            ladder.add(dueEpochNanos, key);
        } else if (nearest.isFull()) {
            moveBack();
            ladder.add(dueEpochNanos, key);
        } else {
            nearest.add(dueEpochNanos, key);
        }
    }

    /**
     * Fires what is due at {@code now} or earlier.
     *
     * @throws InvalidInputException if {@link #epochNanos} cannot tell the instant
     * @see #fireUntil(long, Handler)
     */
    public long fireUntil(Instant now, Handler handler) {
        return fireUntil(epochNanos(now), handler);
    }

    /**
     * Fires what is due at {@code nowEpochNanos} or earlier, earliest first.
     *
     * <p>What the handler schedules fires in the same call if it is due by then, even if it is earlier than what has fired
     * already; a handler that always schedules such a one is called for ever. The handler may also call this method. What it throws
     * is thrown on: the deadline it was called for is gone then, all others are kept.
     *
     * @param nowEpochNanos nanoseconds since 1970-01-01T00:00:00Z; may be less than the last time, and then fires only what
     *     was scheduled since for so early a time
     * @return how many have fired, without those that the handler itself has fired by calling this method
     */
    public long fireUntil(long nowEpochNanos, Handler handler) {
        requireNonNull(handler, "handler");
        long fired = 0;
        while (find() && firstDue() <= nowEpochNanos) {
            long due = firstDue();
            long key = removeFirst();
            fired++;
            handler.fired(due, key);
        }
        return fired;
    }

    /** When the earliest deadline is due, in nanoseconds since 1970-01-01T00:00:00Z; empty if there is none. */
    public OptionalLong nextDue() {
        return find() ? OptionalLong.of(firstDue()) : OptionalLong.empty();
    }

    /** How many deadlines have been scheduled and not fired. */
    public long size() {
        return nearest.size() + ladder.size();
    }

    /** Sees to it that the first one stands where {@link #firstDue} looks; false if there is none. */
    private boolean find() {
        if (!nearest.isEmpty()) {
            return true;
        }
        if (ladder.size() == 0) {
            return false;
        }
        ladder.moveFirst(nearest, sorted);
        return true;
    }

    private long firstDue() {
        return nearest.isEmpty() ? ladder.firstBegin() : nearest.firstDue();
    }

    private long removeFirst() {
        if (nearest.isEmpty()) {
            return ladder.removeFirst();
        }
        long key = nearest.firstKey();
        nearest.removeFirst();
        return key;
    }

    /** Puts what is near back into buckets, in order, for being split there: too many were scheduled between them. */
    private void moveBack() {
        nearest.coverNothing();
        while (!nearest.isEmpty()) {
            ladder.add(nearest.firstDue(), nearest.firstKey());
            nearest.removeFirst();
        }
    }
}
