package dev.heed.sla;

/** What stops a clock for a while. */
public enum PauseReason {
    /** The customer was asked something and has not answered. An answer that asks nothing stops no clock. */
    QUESTION,
    /** The shop waits for somebody else, and has said so. */
    ON_HOLD,
    /** A solution was proposed. A clock that it does not stop is met by it. */
    SOLVED
}
