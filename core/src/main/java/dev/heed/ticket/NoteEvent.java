package dev.heed.ticket;

import dev.heed.message.Note;
import java.time.Instant;

/** Something happened among the people of the shop of which no customer is told. */
public sealed interface NoteEvent extends TicketEvent {

    /**
     * Somebody wrote a note for colleagues, or Heed wrote one.
     *
     * @param note with its author and its words
     */
    record NoteAdded(TicketId ticket, Instant at, Note note) implements NoteEvent {}
}
