package dev.heed.sla;

/** Where a clock stands. */
public enum ClockState {
    /** Time passes. */
    RUNNING,
    /** Time does not pass: something stops it for a while. */
    PAUSED,
    /** What it measured happened in time. */
    MET,
    /** What it measured did not happen in time, whether it happened since or not. */
    BREACHED,
    /** Nobody wants any more what it measured. */
    CANCELLED
}
