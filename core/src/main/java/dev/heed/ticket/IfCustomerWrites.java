package dev.heed.ticket;

/** What becomes of an answer that waits to be sent when the customer writes first. */
public enum IfCustomerWrites {
    /** It is not sent: what the customer has written may change what is to be said. */
    CANCEL,
    /** It is sent at its time all the same: it is true whatever the customer writes. */
    SEND_ANYWAY
}
