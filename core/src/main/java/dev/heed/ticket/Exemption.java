package dev.heed.ticket;

/** The few reasons for which a ticket is closed without its customer. Each is on the record and reported. */
public enum Exemption {
    /** No customer wrote it. Never a complaint, and never after a person has answered. */
    SPAM,
    /** The same matter stands in another ticket of the same customer, where it goes on. Never a complaint. */
    DUPLICATE,
    /** The customer wanted to be forgotten. What was promised is withdrawn: there is nobody any more to keep it to. */
    CUSTOMER_ERASED
}
