package dev.heed.ticket;

/** What a fact on a fact sheet is. */
public enum FactKind {
    /** A step that the customer has tried. */
    TRIED,
    /** Data that the customer has given: an order number, a screenshot, an address. */
    PROVIDED,
    /** What proves something, such as the result of a look-up. */
    EVIDENCE
}
