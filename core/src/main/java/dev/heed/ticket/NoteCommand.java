package dev.heed.ticket;

import dev.heed.message.Note;

/** The people of the shop write to each other about a ticket. */
public sealed interface NoteCommand extends TicketCommand {

    /**
     * A note is written.
     *
     * @param note with its author and its words
     */
    record AddNote(Note note) implements NoteCommand {}
}
