package dev.heed.ticket;

import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import java.util.List;

/** The people of the shop write to each other about a ticket. */
public sealed interface NoteCommand extends TicketCommand {

    /**
     * A note is written.
     *
     * @param note with its author, its words, for whom it is and who is mentioned in it
     */
    record AddNote(Note note) implements NoteCommand {}

    /**
     * Somebody has read what a department is to do.
     *
     * @param note which
     * @param by who
     * @param ofDepartment whether this person is of the department
     */
    record Acknowledge(NoteId note, AgentId by, boolean ofDepartment) implements NoteCommand {}

    /**
     * What is awaited is not wanted any more.
     *
     * @param note which
     * @param by who says so
     * @param authorIsGone whether its author is not of the desk any more, so that anybody may say so
     * @param reason why, not blank
     */
    record Withdraw(NoteId note, AgentId by, boolean authorIsGone, String reason) implements NoteCommand {
        @Override
        public String toString() {
            return "Withdraw[" + note + " by " + by + "]";
        }
    }

    /**
     * Whoever was asked is not there.
     *
     * @param note which
     * @param also who is asked too
     * @param reason why
     */
    record AskToo(NoteId note, AgentId also, String reason) implements NoteCommand {
        @Override
        public String toString() {
            return "AskToo[" + note + ", " + also + "]";
        }
    }

    /**
     * What is awaited is awaited in another ticket from now on.
     *
     * @param in the ticket in which this one goes on
     * @param notes what goes on there, of what is open
     */
    record GoOn(TicketId in, List<NoteId> notes) implements NoteCommand {
        /** Keeps a copy of the names. */
        public GoOn {
            notes = List.copyOf(notes);
        }

        /** All of these go on there. */
        public static GoOn with(TicketId in, List<OpenNote> open) {
            return new GoOn(in, open.stream().map(one -> one.note().id()).toList());
        }
    }

    /**
     * What is awaited in a duplicate is awaited here from now on.
     *
     * @param from the duplicate
     * @param open what is awaited there
     * @param answers given there to what was awaited here before
     */
    record TakeOver(TicketId from, List<OpenNote> open, List<Note> answers) implements NoteCommand {
        /** Keeps copies. */
        public TakeOver {
            open = List.copyOf(open);
            answers = List.copyOf(answers);
        }

        /** What is awaited in a duplicate. */
        public static TakeOver of(Ticket duplicate) {
            return new TakeOver(duplicate.id(), duplicate.openNotes(), List.of());
        }

        /** What was awaited in a duplicate before it went on in another ticket: what is open there still, and the answers. */
        public static TakeOver back(Ticket duplicate, Ticket target) {
            Notes there = target.state().notes;
            return new TakeOver(target.id(), there.openOf(duplicate.id()), there.answersFor(duplicate.id()));
        }

        @Override
        public String toString() {
            return "TakeOver[from " + from + ", " + open.size() + "]";
        }
    }
}
