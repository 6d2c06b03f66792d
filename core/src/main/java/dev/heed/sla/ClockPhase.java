package dev.heed.sla;

/** What a clock does, whether it is late or not. */
public enum ClockPhase {
    /** Its time passes. */
    RUNNING,
    /** It stands still for a while. */
    PAUSED,
    /** What it measures has happened. */
    ENDED,
    /** Nobody wants any more what it measured. */
    CANCELLED
}
