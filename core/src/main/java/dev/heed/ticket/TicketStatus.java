package dev.heed.ticket;

/** Where a ticket stands. Which status may follow which is in {@link Lifecycle}. */
public enum TicketStatus {
    /** The customer wrote; no person has answered yet. */
    NEW,
    /** The customer waits for an answer. */
    OPEN,
    /** A person answered; the shop waits for the customer. */
    PENDING,
    /** A person proposed a solution; the customer has not confirmed it. */
    SOLVED,
    /** The customer said that it is solved. */
    CLOSED
}
