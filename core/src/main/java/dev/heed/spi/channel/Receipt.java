package dev.heed.spi.channel;

import dev.heed.ticket.TicketId;

/**
 * That a message is stored.
 *
 * @param ticket where
 * @param how whether it is new
 */
public record Receipt(TicketId ticket, How how) {

    /** What the message did. */
    public enum How {
        /** It opened a ticket. */
        OPENED,
        /** It went into a ticket that was there. */
        APPENDED,
        /** It was stored before; nothing changed. */
        DUPLICATE
    }
}
