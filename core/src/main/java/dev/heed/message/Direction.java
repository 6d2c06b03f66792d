package dev.heed.message;

/** Which way a message goes. What stays inside the shop is a {@link Note}. */
public enum Direction {
    /** From a customer to the shop. */
    INBOUND,
    /** From the shop to a customer. */
    OUTBOUND
}
