package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.util.List;
import java.util.Optional;

/** Where a fact is from: who said so, and where that can be looked up. */
public sealed interface FactSource {

    /**
     * The customer wrote it.
     *
     * @param message where
     * @param quotation the very words, a part of the text of that message
     * @param by who has read it there; empty if a program has
     * @param duplicate the ticket in which the message stands, if that was a duplicate which goes on in this one
     */
    record Quoted(MessageId message, String quotation, Optional<AgentId> by, Optional<TicketId> duplicate)
            implements FactSource {
        Quoted in(Optional<TicketId> ticket) {
            return new Quoted(message, quotation, by, ticket);
        }

        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "Quoted[" + message + "]";
        }
    }

    /**
     * The customer said it on the phone.
     *
     * @param by to whom
     */
    record OnThePhone(AgentId by) implements FactSource {}

    /**
     * The customer gave it in a form of the shop.
     *
     * @param customer who
     * @param via the duplicates through whose page it came into this ticket, the one on whose page it was given first;
     *     empty if it was given on the page of this ticket
     */
    record InAForm(CustomerId customer, List<TicketId> via) implements FactSource {
        /** Keeps a copy of the list. */
        public InAForm {
            via = List.copyOf(via);
        }

        /** On the page of the ticket itself. */
        public InAForm(CustomerId customer) {
            this(customer, List.of());
        }
    }

    /**
     * Somebody of the shop found it.
     *
     * @param by who
     */
    record ByAgent(AgentId by) implements FactSource {}
}
