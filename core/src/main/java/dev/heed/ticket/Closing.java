package dev.heed.ticket;

import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.util.Optional;

/** Why a ticket is closed. */
public sealed interface Closing {

    /** The ticket in which it goes on; only a duplicate does. */
    default Optional<TicketId> goesOnIn() {
        return Optional.empty();
    }

    /**
     * The customer said that it is solved.
     *
     * @param customer who said so
     */
    record Confirmed(CustomerId customer) implements Closing {}

    /**
     * The customer was reminded, told the closing date, and stayed silent.
     *
     * @param reminders how many reminders were sent
     */
    record Silence(int reminders) implements Closing {}

    /**
     * One of the few closings without the customer.
     *
     * @param exemption which
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param goesOnIn the ticket in which a duplicate goes on
     */
    record Exempt(Exemption exemption, AgentId by, String reason, Optional<TicketId> goesOnIn) implements Closing {
        @Override
        public String toString() {
            return "Exempt[" + exemption + " by " + by + "]";
        }
    }
}
