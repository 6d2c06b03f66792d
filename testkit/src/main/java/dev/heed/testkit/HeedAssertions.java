package dev.heed.testkit;

import dev.heed.ticket.Ticket;

/** The door to the assertions; to be imported statically. */
public final class HeedAssertions {
    private HeedAssertions() {}

    /** Asserts about a ticket. */
    public static TicketAssert assertThat(Ticket ticket) {
        return new TicketAssert(ticket);
    }
}
