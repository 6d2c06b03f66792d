package dev.heed.ticket;

/** Where a ticket stands. Which status may follow which is in {@link Lifecycle}. */
public enum TicketStatus {
    /** The customer wrote; no person has answered yet. */
    NEW,
    /** It is the shop's turn. */
    OPEN,
    /** A person answered; the shop waits for the customer. */
    PENDING,
    /** The shop waits for somebody else, until a named day; the customer was told, or it is recorded why not. */
    ON_HOLD,
    /** A person proposed a solution; the customer has not confirmed it. */
    SOLVED,
    /** The customer said that it is solved, or stayed silent after being asked; or it is one of few exemptions. */
    CLOSED
}
