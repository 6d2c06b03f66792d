package dev.heed.ticket;

import dev.heed.message.Attachment;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;

/** Something happened among the people of the shop of which no customer is told. */
public sealed interface NoteEvent extends TicketEvent {

    /**
     * Somebody wrote a note for colleagues, or Heed wrote one. If it answers an ask, that is not open any more.
     *
     * @param note with its author, its words, for whom it is and who is mentioned in it
     */
    record NoteAdded(TicketId ticket, Instant at, Note note) implements NoteEvent {
        @Override
        public List<Attachment> attachments() {
            return note.attachments();
        }
    }

    /**
     * Somebody of the department has read what it is to do.
     *
     * @param note which
     * @param by who
     */
    record NoteAcknowledged(TicketId ticket, Instant at, NoteId note, AgentId by) implements NoteEvent {}

    /**
     * What was awaited is not wanted any more.
     *
     * @param note which
     * @param by who says so
     * @param reason why, for the people of the shop
     */
    record NoteWithdrawn(TicketId ticket, Instant at, NoteId note, AgentId by, String reason) implements NoteEvent {
        @Override
        public String toString() {
            return "NoteWithdrawn[" + ticket + " at " + at + ", " + note + " by " + by + "]";
        }
    }

    /**
     * What is awaited is due and has not come: whoever was asked has to be told again.
     *
     * @param note which
     * @param asked of whom it is awaited
     * @param count which reminder it is on this ticket, from 1
     */
    record NoteReminded(TicketId ticket, Instant at, NoteId note, List<Addressee> asked, int count)
            implements NoteEvent {
        /** Keeps a copy of who was asked. */
        public NoteReminded {
            asked = List.copyOf(asked);
        }
    }

    /**
     * Whoever was asked is not there, and somebody else is asked too.
     *
     * @param note which
     * @param also who
     * @param reason why
     */
    record AskedToo(TicketId ticket, Instant at, NoteId note, AgentId also, String reason) implements NoteEvent {
        @Override
        public String toString() {
            return "AskedToo[" + ticket + " at " + at + ", " + note + ", " + also + "]";
        }
    }

    /**
     * What is awaited is awaited in the ticket in which this one goes on; the note itself stays here, too.
     *
     * @param note which
     * @param to that ticket
     */
    record NoteMoved(TicketId ticket, Instant at, NoteId note, TicketId to) implements NoteEvent {}

    /**
     * What was awaited in another ticket is awaited here from now on, or was answered there.
     *
     * @param from the duplicate
     * @param note as it stands there; under another name where one of that name is here already
     * @param asked of whom it is awaited; empty if it is an answer
     */
    record NoteTakenOver(TicketId ticket, Instant at, TicketId from, Note note, List<Addressee> asked)
            implements NoteEvent {
        @Override
        public List<Attachment> attachments() {
            return note.attachments();
        }

        /** Keeps a copy of who was asked. */
        public NoteTakenOver {
            asked = List.copyOf(asked);
        }
    }
}
