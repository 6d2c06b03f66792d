package dev.heed;

import dev.heed.message.Message;
import dev.heed.ticket.TicketId;
import java.util.List;

/**
 * All that was said about one matter: in a ticket, and in the duplicates that go on in it. Immutable and thread-safe.
 *
 * @param ticket the ticket in which it goes on
 * @param entries each message once, in the order of their times
 */
public record Conversation(TicketId ticket, List<Entry> entries) {

    /** Keeps a copy of the entries. */
    public Conversation {
        entries = List.copyOf(entries);
    }

    /**
     * A message where it was said.
     *
     * @param ticket the ticket it belongs to
     * @param message what was said
     */
    public record Entry(TicketId ticket, Message message) {}

    /** The messages alone. */
    public List<Message> messages() {
        return entries.stream().map(Entry::message).toList();
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Conversation of " + ticket + " with " + entries.size() + " messages";
    }
}
