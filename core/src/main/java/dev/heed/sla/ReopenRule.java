package dev.heed.sla;

/** What becomes of a clock that was met by a solution when the ticket opens again. Time while it was closed never counts. */
public enum ReopenRule {
    /** It goes on with what was left; if it had been missed, another one begins. */
    RESUME,
    /** It begins anew with all of its time. */
    RESTART,
    /** It is not measured again. */
    NONE
}
