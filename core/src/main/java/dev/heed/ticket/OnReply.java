package dev.heed.ticket;

/** What a message of the customer does to a ticket that is put off. */
public enum OnReply {
    /** The ticket is shown again at once. */
    BREAK_ON_REPLY,
    /** The ticket stays put off, but not for longer than the customer can wait for the answer. */
    SURVIVE_REPLY
}
