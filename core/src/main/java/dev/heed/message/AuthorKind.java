package dev.heed.message;

/** What kind of author stands behind a message. */
public enum AuthorKind {
    /** A person: the customer or an agent. */
    HUMAN,
    /** Heed itself: acknowledgements, reminders. */
    SYSTEM,
    /** A program of the shop with a name of its own. */
    BOT
}
