package dev.heed;

import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Ticket;

/**
 * Something that is awaited of an agent, or of a department the agent is in.
 *
 * @param ticket where
 * @param open what, of whom, and by when
 */
public record AskedOfMe(Ticket ticket, OpenNote open) {
    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return open.note() + " on " + ticket + ", due at " + open.due();
    }
}
