package dev.heed.ticket;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the people of the shop wrote to each other about a ticket. Immutable.
 *
 * @param all in their order
 * @param open of which something is awaited, in their order
 * @param taken the duplicates with which some of them came
 */
record Notes(AppendOnly<Note> all, List<OpenNote> open, Map<NoteId, TicketId> taken) {
    static final Notes NONE = new Notes(AppendOnly.empty(), List.of(), Map.of());

    /**
     * What is left of it after an event.
     *
     * @param duplicates whether a ticket goes on in this one
     */
    Notes after(NoteEvent event, Predicate<TicketId> duplicates) {
        if (event instanceof NoteAdded added) {
            return added(added.note());
        } else if (event instanceof NoteTakenOver over) {
            return takenOver(over, duplicates.test(over.from()));
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
        Notes with = new Notes(all.with(note), open, taken);
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            return with.awaiting(OpenNote.of(note, awaiting));
        }
        return note.audience() instanceof Audience.AnswerTo answer ? with.without(answer.ask()) : with;
    }

    /** What comes back to where it was written stands there already. */
    private Notes takenOver(NoteTakenOver event, boolean duplicate) {
        Note note = event.note();
        Notes with = all.contains(note)
                ? this
                : new Notes(all.with(note), open, duplicate ? withTaken(note.id(), event.from()) : taken);
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            List<Addressee> asked = event.asked().isEmpty() ? List.of(awaiting.to()) : event.asked();
            return with.awaiting(new OpenNote(note, asked, Optional.of(event.from()), 0, Optional.empty()));
        }
        return with;
    }

    /** What came with a duplicate goes with it. What is awaited still moves by an event of its own. */
    Notes without(TicketId duplicate) {
        Set<NoteId> theirs = taken.entrySet().stream()
                .filter(note -> note.getValue().equals(duplicate))
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
        if (theirs.isEmpty()) {
            return this;
        }
        AppendOnly<Note> left = AppendOnly.empty();
        for (Note note : all) {
            if (!belongs(note, theirs)) {
                left = left.with(note);
            }
        }
        Map<NoteId, TicketId> others = taken.entrySet().stream()
                .filter(note -> !note.getValue().equals(duplicate))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Notes(left, open, others);
    }

    /** Those, and the answers to them. */
    private static boolean belongs(Note note, Set<NoteId> notes) {
        return notes.contains(note.id())
                || (note.audience() instanceof Audience.AnswerTo answer && notes.contains(answer.ask()));
    }

    /** What came with a duplicate and is awaited here; it may have been elsewhere in between. */
    List<OpenNote> openOf(TicketId duplicate) {
        return open.stream()
                .filter(one -> duplicate.equals(taken.get(one.note().id())))
                .toList();
    }

    /** The answers that were given here to what came with a duplicate. */
    List<Note> answersFor(TicketId duplicate) {
        return all.stream()
                .filter(note -> note.audience() instanceof Audience.AnswerTo answer
                        && duplicate.equals(taken.get(answer.ask())))
                .toList();
    }

    private Map<NoteId, TicketId> withTaken(NoteId note, TicketId from) {
        return ImmutableMap.<NoteId, TicketId>builder()
                .putAll(taken)
                .put(note, from)
                .buildKeepingLast();
    }

    private Notes awaiting(OpenNote more) {
        List<OpenNote> longer = new ArrayList<>(open);
        longer.add(more);
        return new Notes(all, List.copyOf(longer), taken);
    }

    private Notes without(NoteId id) {
        return new Notes(
                all, open.stream().filter(one -> !one.note().id().equals(id)).toList(), taken);
    }

    private Notes with(NoteId id, UnaryOperator<OpenNote> change) {
        return new Notes(
                all,
                open.stream()
                        .map(one -> one.note().id().equals(id) ? change.apply(one) : one)
                        .toList(),
                taken);
    }

    Optional<Note> find(NoteId id) {
        return all.stream().filter(note -> note.id().equals(id)).findFirst();
    }

    Optional<OpenNote> findOpen(NoteId id) {
        return open.stream().filter(one -> one.note().id().equals(id)).findFirst();
    }
}
