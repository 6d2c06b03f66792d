package dev.heed.ticket;

/** How soon somebody has to look after a ticket, rising. */
public enum Priority {
    /** When there is time. */
    LOW,
    /** As everything else. What nobody has said anything about. */
    NORMAL,
    /** Before others. */
    HIGH,
    /** Now. */
    URGENT
}
