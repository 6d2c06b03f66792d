package dev.heed.ticket;

import java.util.UUID;

/**
 * Names a ticket for the program. People use {@link Ticket#number()}.
 *
 * @param value never shown to customers
 */
public record TicketId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
