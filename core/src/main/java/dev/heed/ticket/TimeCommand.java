package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.people.AgentId;
import java.time.Instant;

/** Time has passed. */
public sealed interface TimeCommand extends TicketCommand {

    /**
     * Ask the customer whether it is solved, if it is still time for that.
     *
     * @param message outbound, automatic, with the closing date in it
     * @param closesAt the closing date it names
     */
    record Remind(Message message, Instant closesAt) implements TimeCommand {}

    /**
     * Time has passed: do what is due.
     *
     * @param fallback who becomes the owner where nobody is
     * @param listening whether what the customer has written would be known; while it would not, no silence ends a ticket
     */
    record Wake(AgentId fallback, boolean listening) implements TimeCommand {}
}
