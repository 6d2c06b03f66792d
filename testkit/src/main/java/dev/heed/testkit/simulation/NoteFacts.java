package dev.heed.testkit.simulation;

import dev.heed.message.Audience;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the people of the shop wrote to each other about one ticket, told a second time. */
final class NoteFacts {
    final List<Note> all = new ArrayList<>();
    final Map<NoteId, Open> open = new LinkedHashMap<>();

    /** Something that is awaited. */
    static final class Open {
        final Note note;
        final Audience.Awaiting awaiting;
        final List<Addressee> asked = new ArrayList<>();
        final @Nullable TicketId from;
        int reminders;

        @Nullable
        Instant remindedAt;

        private Open(Note note, Audience.Awaiting awaiting, @Nullable TicketId from) {
            this.note = note;
            this.awaiting = awaiting;
            this.from = from;
        }

        boolean isAsk() {
            return awaiting instanceof Audience.InternalAsk;
        }
    }

    /** What came with which duplicate. */
    private final Map<NoteId, TicketId> taken = new LinkedHashMap<>();

    /**
     * Tells it.
     *
     * @param goesOnHere whether a note that is taken over comes with a duplicate
     */
    void take(NoteEvent event, boolean goesOnHere) {
        if (event instanceof NoteEvent.NoteAdded added) {
            added(added.note());
        } else if (event instanceof NoteEvent.NoteAcknowledged done) {
            open.remove(done.note());
        } else if (event instanceof NoteEvent.NoteWithdrawn withdrawn) {
            open.remove(withdrawn.note());
        } else if (event instanceof NoteEvent.NoteMoved moved) {
            open.remove(moved.note());
        } else if (event instanceof NoteEvent.NoteReminded reminded) {
            Open one = of(reminded.note());
            one.reminders++;
            one.remindedAt = reminded.at();
        } else if (event instanceof NoteEvent.AskedToo also) {
            of(also.note()).asked.add(also.also());
        } else if (event instanceof NoteEvent.NoteTakenOver taken) {
            if (!all.contains(taken.note())) {
                all.add(taken.note());
                if (goesOnHere) {
                    this.taken.put(taken.note().id(), taken.from());
                }
            }
            if (taken.note().audience() instanceof Audience.Awaiting awaiting) {
                awaits(taken.note(), awaiting, taken.asked(), taken.from());
            }
        }
    }

    /** What came with a duplicate goes with it, and the answers to it. */
    void without(TicketId duplicate) {
        all.removeIf(note -> duplicate.equals(taken.get(note.id()))
                || (note.audience() instanceof Audience.AnswerTo answer && duplicate.equals(taken.get(answer.ask()))));
        taken.values().removeIf(duplicate::equals);
    }

    private void added(Note note) {
        all.add(note);
        if (note.audience() instanceof Audience.Awaiting awaiting) {
            awaits(note, awaiting, List.of(awaiting.to()), null);
        } else if (note.audience() instanceof Audience.AnswerTo answer) {
            open.remove(answer.ask());
        }
    }

    private void awaits(Note note, Audience.Awaiting awaiting, List<Addressee> asked, @Nullable TicketId from) {
        Open one = new Open(note, awaiting, from);
        one.asked.addAll(asked);
        open.put(note.id(), one);
    }

    private Open of(NoteId id) {
        Open one = open.get(id);
        if (one == null) {
            throw new IllegalStateException("Nothing is awaited of note " + id + ".");
        }
        return one;
    }

    /** As a ticket has to say it. */
    List<OpenNote> spelled() {
        return open.values().stream()
                .map(one -> new OpenNote(
                        one.note,
                        one.asked,
                        Optional.ofNullable(one.from),
                        one.reminders,
                        Optional.ofNullable(one.remindedAt)))
                .toList();
    }

    /** When those who were asked are told again: when it is due, and again and again, while somebody works. */
    static Instant remindAt(Setting setting, Open one) {
        int pauses = one.reminders < 8 ? 1 : 8;
        return one.remindedAt == null
                ? setting.hours.opening(one.awaiting.due())
                : setting.hours.after(
                        one.remindedAt, setting.policy.remindColleaguesEvery().multipliedBy(pauses));
    }
}
