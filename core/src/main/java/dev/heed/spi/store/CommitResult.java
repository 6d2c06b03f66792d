package dev.heed.spi.store;

/** What became of a unit of work. */
public enum CommitResult {
    /** All of it is written. */
    COMMITTED,
    /** Nothing is written: the ticket, the timer or the outbox entry changed since it was read. Read again. */
    CONFLICT,
    /** Nothing is written: this inbound message was accepted before. */
    DUPLICATE
}
