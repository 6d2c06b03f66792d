package dev.heed.error;

/** How strictly a practice is enforced. */
public enum Severity {
    /** Refused, whoever asks. */
    BLOCKS,
    /** Refused until somebody overrides it with a reason, which is kept in the history of the ticket. */
    WARNS
}
