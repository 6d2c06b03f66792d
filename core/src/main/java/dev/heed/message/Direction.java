package dev.heed.message;

/** Which way a message goes. */
public enum Direction {
    /** From a customer to the shop. */
    INBOUND,
    /** From the shop to a customer. */
    OUTBOUND,
    /** Between the people of the shop. */
    INTERNAL
}
