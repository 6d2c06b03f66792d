package dev.heed.report;

import dev.heed.sla.ClockState;

/** What became of a clock, by working time. */
public enum Verdict {
    /** What it measures happened in time. */
    MET,
    /** What it measures did not happen in time, whether it happened since or not. */
    MISSED,
    /** Its time passes and is not over. */
    OPEN,
    /** Its time stands still, and was not over before. */
    PAUSED,
    /** Nobody wants any more what it measures. */
    CANCELLED;

    static Verdict of(ClockState state) {
        return switch (state) {
            case MET -> MET;
            case BREACHED -> MISSED;
            case RUNNING -> OPEN;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
        };
    }
}
