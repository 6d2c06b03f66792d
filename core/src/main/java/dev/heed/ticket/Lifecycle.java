package dev.heed.ticket;

import dev.heed.error.IllegalTransitionException;
import java.util.EnumSet;
import java.util.Set;

/** The one table of which status may follow which, and by whom. */
final class Lifecycle {
    private Lifecycle() {}

    /** What an agent's message to the customer may make of a ticket. */
    static Set<TicketStatus> byAgent(TicketStatus from) {
        return switch (from) {
            case NEW, OPEN, PENDING, SOLVED -> EnumSet.of(TicketStatus.PENDING, TicketStatus.SOLVED);
            case CLOSED -> EnumSet.of(TicketStatus.CLOSED);
        };
    }

    /** What a customer may make of it. Only a customer closes, and only after a person had the last word. */
    static Set<TicketStatus> byCustomer(TicketStatus from) {
        return switch (from) {
            case NEW -> EnumSet.of(TicketStatus.NEW);
            case OPEN -> EnumSet.of(TicketStatus.OPEN);
            case PENDING, SOLVED, CLOSED -> EnumSet.of(TicketStatus.OPEN, TicketStatus.CLOSED);
        };
    }

    static void require(Ticket ticket, Set<TicketStatus> allowed, TicketStatus to, String remedy) {
        if (!allowed.contains(to)) {
            throw new IllegalTransitionException("Ticket " + ticket.number(), ticket.status(), to, allowed, remedy);
        }
    }
}
