package dev.heed.ticket;

import dev.heed.message.Audience;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the people of the shop wrote to each other about a ticket. Immutable.
 *
 * @param all in their order
 * @param open of which something is awaited, in their order
 */
record Notes(AppendOnly<Note> all, List<OpenNote> open) {
    static final Notes NONE = new Notes(AppendOnly.empty(), List.of());

    Notes after(NoteEvent event) {
        if (event instanceof NoteAdded added) {
            return added(added.note());
        } else if (event instanceof NoteTakenOver taken) {
            return takenOver(taken);
        } else if (event instanceof NoteAcknowledged acknowledged) {
            return without(acknowledged.note());
        } else if (event instanceof NoteWithdrawn withdrawn) {
            return without(withdrawn.note());
        } else if (event instanceof NoteMoved moved) {
            return without(moved.note());
        } else if (event instanceof NoteReminded reminded) {
            return with(reminded.note(), one -> one.reminded(reminded.count(), reminded.at()));
        } else if (event instanceof AskedToo asked) {
            return with(asked.note(), one -> one.askedToo(asked.also()));
        }
        return this;
    }

    private Notes added(Note note) {
        Notes with = new Notes(all.with(note), open);
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            return with.awaiting(OpenNote.of(note, awaiting));
        }
        return note.audience() instanceof Audience.AnswerTo answer ? with.without(answer.ask()) : with;
    }

    /** What comes back to where it was written stands there already. */
    private Notes takenOver(NoteTakenOver event) {
        Note note = event.note();
        Notes with = all.contains(note) ? this : new Notes(all.with(note), open);
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            List<Addressee> asked = event.asked().isEmpty() ? List.of(awaiting.to()) : event.asked();
            return with.awaiting(new OpenNote(note, asked, Optional.of(event.from()), 0, Optional.empty()));
        }
        return with;
    }

    private Notes awaiting(OpenNote more) {
        List<OpenNote> longer = new ArrayList<>(open);
        longer.add(more);
        return new Notes(all, List.copyOf(longer));
    }

    private Notes without(NoteId id) {
        return new Notes(
                all, open.stream().filter(one -> !one.note().id().equals(id)).toList());
    }

    private Notes with(NoteId id, UnaryOperator<OpenNote> change) {
        return new Notes(
                all,
                open.stream()
                        .map(one -> one.note().id().equals(id) ? change.apply(one) : one)
                        .toList());
    }

    Optional<Note> find(NoteId id) {
        return all.stream().filter(note -> note.id().equals(id)).findFirst();
    }

    Optional<OpenNote> findOpen(NoteId id) {
        return open.stream().filter(one -> one.note().id().equals(id)).findFirst();
    }
}
