package dev.heed.sla.explain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * One line of an {@link Explanation}.
 *
 * @param kind what it says
 * @param from when it happened, or when the time began that is counted
 * @param until when that time ended; {@code from} where something happened
 * @param added how much working time that is; zero where no time is counted
 * @param sum how much there is with it: of {@code WORKED} what has passed, of {@code AHEAD} what of the rest has been counted; of
 *     {@code HAPPENED} what had passed by then; of {@code HOLIDAY} and {@code CLOCKS_CHANGE} as of the line before it in the
 *     stretch of time in which it lies
 * @param what what happened and why, which holiday it is, or how clocks change; empty where time is counted
 */
public record ExplainedLine(Kind kind, Instant from, Instant until, Duration added, Duration sum, String what) {
    /** All is there. */
    public ExplainedLine {
        requireNonNull(kind, "kind");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(added, "added");
        requireNonNull(sum, "sum");
        requireNonNull(what, "what");
    }

    /** What a line can say. */
    public enum Kind {
        /** Something happened to the clock. */
        HAPPENED,
        /** Time that has passed. */
        WORKED,
        /** Time that is left. */
        AHEAD,
        /** A holiday, on which no time passes. */
        HOLIDAY,
        /** The clocks of the shop go forward or back within the time that is counted. */
        CLOCKS_CHANGE
    }

    /** The same until then. */
    ExplainedLine lasting(Instant end) {
        return new ExplainedLine(kind, from, end, added, sum, what);
    }

    /** Whether all of the time between its ends is counted. */
    boolean isOpenThroughout() {
        return added.equals(Duration.between(from, until));
    }
}
