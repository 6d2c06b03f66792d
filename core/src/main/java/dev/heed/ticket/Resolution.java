package dev.heed.ticket;

/** How a matter ended, in words that can be shown to the customer. That the customer was wrong is not among them. */
public enum Resolution {
    /** The question was answered. */
    ANSWERED,
    /** What was wrong was put right. */
    FIXED,
    /** The customer got another one. */
    REPLACED,
    /** The customer got money back. */
    REFUNDED,
    /** There were two opinions, and both sides can live with what was agreed. */
    MUTUAL_UNDERSTANDING
}
