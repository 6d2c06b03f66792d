package dev.heed.ticket;

/** Whether a fact holds. */
public enum FactState {
    /** It holds. */
    CURRENT,
    /** Another fact under the same key has taken its place. */
    SUPERSEDED,
    /** It was marked wrong or outdated, so that it may be asked for, or suggested, again. */
    OUTDATED
}
