package dev.heed.spi.store;

/** What a search does with tickets that are {@linkplain dev.heed.ticket.Ticket#snooze put off}. */
public enum PutOff {
    /** They are not found, as they are in no queue. */
    LEFT_OUT,
    /** They are found like all others. */
    INCLUDED,
    /** Nothing else is found. */
    ONLY
}
