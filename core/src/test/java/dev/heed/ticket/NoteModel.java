package dev.heed.ticket;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is awaited of colleagues, told a second time: fields that are changed in place, and no events. */
final class NoteModel {
    private static final BusinessHours HOURS = TicketStory.HOURS;

    /** Something that is awaited. */
    record Awaited(
            List<Addressee> asked,
            Instant due,
            int reminders,
            @Nullable Instant remindedAt) {
        private Instant remindAt() {
            return remindedAt == null
                    ? HOURS.nextOpening(due)
                    : HOURS.plus(
                            remindedAt,
                            TicketStory.POLICY.remindColleaguesEvery().multipliedBy(reminders < 8 ? 1 : 8));
        }
    }

    final Map<NoteId, Awaited> awaited = new LinkedHashMap<>();
    private final Map<NoteId, Note> written = new LinkedHashMap<>();

    NoteModel copy() {
        NoteModel copy = new NoteModel();
        copy.awaited.putAll(awaited);
        copy.written.putAll(written);
        return copy;
    }

    /** False if it is not allowed. */
    boolean takes(NoteCommand command, Instant now) {
        if (command instanceof NoteCommand.AddNote it) {
            return adds(it.note(), now);
        } else if (command instanceof NoteCommand.Acknowledge it) {
            Awaited open = awaited.get(it.note());
            boolean may = open == null || it.ofDepartment() || open.asked.contains(it.by());
            return is(it.note(), Audience.DepartmentNote.class) && may && settles(it.note());
        } else if (command instanceof NoteCommand.Withdraw it) {
            return is(it.note(), Audience.Awaiting.class)
                    && (it.authorIsGone() || author(written.get(it.note())).equals(it.by()))
                    && settles(it.note());
        } else if (command instanceof NoteCommand.AskToo it) {
            awaited.computeIfPresent(it.note(), (id, open) -> with(open, it.also()));
            return written.containsKey(it.note());
        } else if (command instanceof NoteCommand.TakeOver it) {
            it.open().forEach(one -> takesOver(it.from(), one));
        } else {
            awaited.clear();
        }
        return true;
    }

    private boolean adds(Note note, Instant now) {
        Audience audience = note.audience();
        if (audience instanceof Audience.Awaiting awaiting) {
            boolean ahead = awaiting.due().isAfter(now) && !awaiting.due().isAfter(now.plus(Duration.ofDays(366)));
            if (!ahead || awaiting.to().equals(author(note))) {
                return false;
            }
            awaited.put(note.id(), new Awaited(List.of(awaiting.to()), awaiting.due(), 0, null));
        } else if (audience instanceof Audience.AnswerTo answer) {
            if (!is(answer.ask(), Audience.InternalAsk.class)) {
                return false;
            }
            awaited.remove(answer.ask());
        } else if (note.text().isBlank()) {
            return false;
        }
        return written.put(note.id(), note) == null;
    }

    private boolean is(NoteId id, Class<? extends Audience> audience) {
        Note note = written.get(id);
        return note != null && audience.isInstance(note.audience());
    }

    private static AgentId author(@Nullable Note note) {
        return note != null && note.author() instanceof Author.ByAgent by ? by.agent() : AgentId.of("nobody");
    }

    private boolean settles(NoteId id) {
        awaited.remove(id);
        return true;
    }

    private static Awaited with(Awaited open, AgentId also) {
        if (open.asked.contains(also)) {
            return open;
        }
        List<Addressee> asked = new ArrayList<>(open.asked);
        asked.add(also);
        return new Awaited(List.copyOf(asked), open.due, open.reminders, open.remindedAt);
    }

    private void takesOver(TicketId from, OpenNote open) {
        Note note = open.note();
        while (written.containsKey(note.id()) && !note.equals(written.get(note.id()))) {
            note = note.named(new NoteId(from + "/" + note.id()));
        }
        written.put(note.id(), note);
        awaited.putIfAbsent(note.id(), new Awaited(open.asked(), open.due(), 0, null));
    }

    void timePasses(Instant now) {
        awaited.replaceAll((id, open) ->
                open.remindAt().isAfter(now) ? open : new Awaited(open.asked, open.due, open.reminders + 1, now));
    }
}
