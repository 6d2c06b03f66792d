package dev.heed.spi.store;

/** What became of a unit of work. Where several would fit, the one named first of {@code DUPLICATE, SUPERSEDED, CONFLICT}. */
public enum CommitResult {
    /** All of it is written. */
    COMMITTED,
    /** Nothing is written: the ticket changed since it was read, or a new customer's address is taken. Read again. */
    CONFLICT,
    /** Nothing is written: somebody else claimed the outgoing work anew. Leave it to them. */
    SUPERSEDED,
    /** Nothing is written: this inbound message was accepted before. */
    DUPLICATE
}
