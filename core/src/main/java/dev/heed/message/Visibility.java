package dev.heed.message;

/** Who may read a message. */
public enum Visibility {
    /** The customer and the shop's people. */
    CUSTOMER,
    /** The shop's people only, for ever. */
    STAFF
}
