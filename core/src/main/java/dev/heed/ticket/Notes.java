package dev.heed.ticket;

import dev.heed.message.Note;
import dev.heed.ticket.NoteEvent.NoteAdded;

/**
 * What the people of the shop wrote to each other about a ticket. Immutable.
 *
 * @param all in their order
 */
record Notes(AppendOnly<Note> all) {
    static final Notes NONE = new Notes(AppendOnly.empty());

    Notes after(NoteEvent event) {
        if (event instanceof NoteAdded added) {
            return new Notes(all.with(added.note()));
        }
        return this;
    }
}
