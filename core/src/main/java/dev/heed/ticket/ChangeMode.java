package dev.heed.ticket;

/** What becomes of a running clock when what it goes by changes. */
public enum ChangeMode {
    /** It is due at the earlier of the old and the new time: what the customer was told is kept. */
    KEEP_PROMISE,
    /** It is due at the new time, whatever was told. */
    RECOMPUTE
}
