package dev.heed.spi.store;

import dev.heed.ticket.TicketId;
import java.time.Instant;

/**
 * A note to look at a ticket again. Says nothing about what will be found: whoever fires it looks at the ticket, so no
 * timer ever has to be hunted down when things change.
 *
 * @param ticket which
 * @param kind what to look for
 * @param due from when on
 */
public record Timer(TicketId ticket, Kind kind, Instant due) {

    /** What to look for. */
    public enum Kind {
        /** Whether the customer was answered in the time that was told. */
        REPLY_EXPECTED
    }
}
