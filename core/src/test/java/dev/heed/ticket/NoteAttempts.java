package dev.heed.ticket;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something about notes that is tried on a ticket, allowed or not. */
final class NoteAttempts {
    static final DepartmentId SHIPPING = DepartmentId.of("shipping");

    private NoteAttempts() {}

    static NoteCommand on(Ticket ticket, Instant now, AgentId by, int choice) {
        Instant due = now.plus(Duration.ofMinutes(600L * choice - 600)); // now and then past, or more than a year ahead
        Instant late = choice == 59 ? now.plus(Duration.ofDays(400)) : due;
        Addressee to = choice % 2 == 0 ? TicketStory.JANA : SHIPPING;
        return switch (choice % 9) {
            case 0 -> new NoteCommand.AddNote(note(ticket, now, by, choice == 9 ? " " : "Look at the shelf."));
            case 1, 2 -> ask(ticket, now, by, new Audience.InternalAsk(to, late));
            case 3 -> ask(ticket, now, by, new Audience.DepartmentNote(SHIPPING, "A-1", "Add a card.", late));
            case 4 -> ask(ticket, now, by, new Audience.AnswerTo(some(ticket, choice)));
            case 5 -> new NoteCommand.Acknowledge(some(ticket, choice), by, choice % 4 > 0);
            case 6 -> new NoteCommand.Withdraw(some(ticket, choice), by, choice % 5 == 0, "It is found.");
            case 7 -> new NoteCommand.AskToo(some(ticket, choice), by, "Nobody is there.");
            default ->
                choice % 4 == 0
                        ? NoteCommand.GoOn.with(TicketStory.OTHER, ticket.openNotes())
                        : takeOver(ticket, now, by, late);
        };
    }

    private static NoteCommand ask(Ticket ticket, Instant now, AgentId by, Audience audience) {
        return new NoteCommand.AddNote(
                note(ticket, now, by, "Is there one left?").to(audience));
    }

    private static Note note(Ticket ticket, Instant now, AgentId by, String text) {
        return Note.of(new NoteId("n" + ticket.notes().size()), new Author.ByAgent(by), now, text);
    }

    /** Of the duplicate, whose notes may be called as those here, or have been here before. */
    private static NoteCommand takeOver(Ticket ticket, Instant now, AgentId by, Instant due) {
        List<Note> before = ticket.notes().stream()
                .filter(note -> note.audience() instanceof Audience.Awaiting)
                .toList();
        if (!before.isEmpty() && due.getEpochSecond() % 3 == 0) {
            OpenNote back = new OpenNote(before.get(0), List.of(SHIPPING), Optional.empty(), 1, Optional.of(now));
            return new NoteCommand.TakeOver(TicketStory.OTHER, List.of(back), List.of());
        }
        Note there = Note.of(new NoteId("n" + ticket.notes().size() / 2), new Author.ByAgent(by), now, "Is it blue?")
                .to(new Audience.InternalAsk(SHIPPING, due));
        OpenNote open = new OpenNote(there, List.of(SHIPPING, TicketStory.JANA), Optional.empty(), 3, Optional.of(now));
        return new NoteCommand.TakeOver(TicketStory.OTHER, List.of(open), List.of());
    }

    /** Mostly one that is open. */
    private static NoteId some(Ticket ticket, int choice) {
        List<OpenNote> open = ticket.openNotes();
        return open.isEmpty() || choice % 7 == 0
                ? new NoteId("n" + choice % 10)
                : open.get(choice % open.size()).note().id();
    }
}
