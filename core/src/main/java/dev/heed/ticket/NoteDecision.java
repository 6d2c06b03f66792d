package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the people of the shop write to each other, and what is awaited of whom (P77, P84). */
final class NoteDecision {
    private final Steps steps;
    private final TicketState state;

    NoteDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(NoteCommand command) {
        if (command instanceof NoteCommand.AddNote add) {
            add(add.note());
        } else if (command instanceof NoteCommand.Acknowledge acknowledge) {
            acknowledge(acknowledge);
        } else if (command instanceof NoteCommand.Withdraw withdraw) {
            withdraw(withdraw);
        } else if (command instanceof NoteCommand.AskToo also) {
            askToo(also);
        } else if (command instanceof NoteCommand.GoOn elsewhere) {
            elsewhere.notes().forEach(id -> goOn(id, elsewhere.in()));
        } else if (command instanceof NoteCommand.TakeOver takeOver) {
            takeOver.open().forEach(one -> takeOver(takeOver.from(), one));
            takeOver.answers().forEach(note -> takeBack(takeOver.from(), note));
        }
    }

    private void add(Note note) {
        if (state.notes.find(note.id()).isPresent()) {
            throw refused("has a note " + note.id() + " already.", "Give each note an id of its own.");
        }
        if (!(note.author() instanceof Author.BySystem)) {
            requireWords(note);
        }
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            steps.requireAhead("Something is awaited of " + awaiting.to(), awaiting.due());
            if (note.author() instanceof Author.ByAgent author && author.agent().equals(awaiting.to())) {
                throw refused("has a note in which " + author.agent() + " asks nobody else.", "Ask a colleague.");
            }
        } else if (note.audience() instanceof Audience.AnswerTo answer) {
            requireAsk(answer.ask());
        }
        steps.add(new NoteAdded(steps.id, steps.now, note));
    }

    private static void requireWords(Note note) {
        int length = note.text().length();
        boolean wordless = note.text().isBlank();
        if (note.audience() instanceof Audience.DepartmentNote told) {
            length += told.reference().length() + told.action().length();
            wordless = false; // the action is its words
        }
        if (wordless) {
            throw new InvalidInputException("A note has no words.", "Write what colleagues should know.");
        }
        if (length > Note.LONGEST_TEXT) {
            throw new InvalidInputException(
                    "A note has " + length + " characters, and " + Note.LONGEST_TEXT + " are the most.",
                    "Say what matters, and keep the rest where it is.");
        }
    }

    private void requireAsk(NoteId id) {
        if (!(known(id).audience() instanceof Audience.InternalAsk)) {
            throw refused("has a note " + id + " that asks nothing.", "Answer a note of ticket.openAsks().");
        }
    }

    private void acknowledge(NoteCommand.Acknowledge acknowledge) {
        NoteId id = acknowledge.note();
        if (!(known(id).audience() instanceof Audience.DepartmentNote told)) {
            throw refused(
                    "has a note " + id + " that no department has to acknowledge.",
                    "Answer an ask; all other notes need nothing.");
        }
        AgentId by = acknowledge.by();
        ifOpen(id, open -> {
            if (!acknowledge.ofDepartment() && !open.asked().contains(by)) {
                throw refused(
                        "has a note " + id + " for department " + told.to() + ", of which " + by + " is not.",
                        "Let somebody of the department acknowledge it.");
            }
            steps.add(new NoteAcknowledged(steps.id, steps.now, id, by));
        });
    }

    private void withdraw(NoteCommand.Withdraw withdraw) {
        Decision.requireWords(withdraw.reason(), "A withdrawal");
        Note note = known(withdraw.note());
        if (!(note.audience() instanceof Audience.Awaiting)) {
            throw refused("has a note " + note.id() + " of which nothing is awaited.", "Leave it as it is.");
        }
        boolean own =
                note.author() instanceof Author.ByAgent author && author.agent().equals(withdraw.by());
        if (!own && !withdraw.authorIsGone()) {
            throw refused(
                    "has a note " + note.id() + " that " + withdraw.by() + " has not written.",
                    "Let its author withdraw it, or do what it awaits.");
        }
        ifOpen(
                note.id(),
                open -> steps.add(new NoteWithdrawn(steps.id, steps.now, note.id(), withdraw.by(), withdraw.reason())));
    }

    private void askToo(NoteCommand.AskToo command) {
        known(command.note());
        ifOpen(command.note(), open -> {
            if (!open.asked().contains(command.also())) {
                steps.add(new AskedToo(steps.id, steps.now, command.note(), command.also(), command.reason()));
            }
        });
    }

    private void goOn(NoteId id, TicketId in) {
        if (state.notes.findOpen(id).isEmpty()) {
            known(id); // else it may have gone with its duplicate already
        }
        ifOpen(id, open -> steps.add(new NoteMoved(steps.id, steps.now, id, in)));
    }

    private void takeOver(TicketId from, OpenNote open) {
        Note note = open.note();
        while (state.notes.find(note.id()).filter(isOther(note)).isPresent()) {
            note = note.named(new NoteId(from + "/" + note.id()));
        }
        if (state.notes.findOpen(note.id()).isEmpty()) {
            steps.add(new NoteTakenOver(steps.id, steps.now, from, note, open.asked()));
        }
    }

    /** Nothing is awaited of an answer, so that it comes but once. */
    private void takeBack(TicketId from, Note answer) {
        if (state.notes.find(answer.id()).isEmpty()) {
            steps.add(new NoteTakenOver(steps.id, steps.now, from, answer, List.of()));
        }
    }

    private static Predicate<Note> isOther(Note note) {
        return one -> !one.equals(note);
    }

    /** Those who were asked are told again what is due. */
    void remind() {
        for (OpenNote open : state.notes.open()) {
            if (!Agenda.remindAt(open, steps.policy).isAfter(steps.now)) {
                steps.add(new NoteReminded(steps.id, steps.now, open.note().id(), open.asked(), open.reminders() + 1));
            }
        }
    }

    /** Nobody is to be asked any more about a customer who wants to be forgotten. */
    void withdrawAll(AgentId by, String reason) {
        List<OpenNote> all = state.notes.open();
        all.forEach(open ->
                steps.add(new NoteWithdrawn(steps.id, steps.now, open.note().id(), by, reason)));
    }

    private void ifOpen(NoteId id, Consumer<OpenNote> then) {
        Optional<OpenNote> open = state.notes.findOpen(id);
        open.ifPresent(then); // done twice is done once
    }

    private Note known(NoteId id) {
        return state.notes
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        "Ticket " + state.opened.number() + " has no note " + id + ".",
                        "Use an id from ticket.notes()."));
    }

    private InvalidInputException refused(String problem, String remedy) {
        return new InvalidInputException("Ticket " + state.opened.number() + " " + problem, remedy);
    }
}
