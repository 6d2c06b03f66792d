package dev.heed.ticket;

/** How the customer feels, as far as the shop can hear it; rising. */
public enum Mood {
    /** As usual. What nobody has said anything about. */
    CALM,
    /** The customer is afraid that it will not end well. */
    WORRIED,
    /** The customer has had enough. */
    ANGRY
}
