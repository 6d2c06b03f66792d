package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Audience;
import dev.heed.message.Note;
import dev.heed.people.Addressee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A note of which something is awaited still: an ask without an answer, or what a department has not acknowledged.
 *
 * @param note which; its audience is {@link Audience.Awaiting}
 * @param asked of whom: first to whom it was written, then who was asked too because those were not there
 * @param from the duplicate in which it was awaited before; empty if it was written here
 * @param reminders how often they were reminded on this ticket
 * @param remindedAt when they were last reminded; empty before the first time
 */
public record OpenNote(
        Note note, List<Addressee> asked, Optional<TicketId> from, int reminders, Optional<Instant> remindedAt) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if nothing is awaited of the note, or it is awaited of nobody
     */
    public OpenNote {
        requireNonNull(from, "from");
        requireNonNull(remindedAt, "remindedAt");
        asked = List.copyOf(asked);
        if (!(note.audience() instanceof Audience.Awaiting) || asked.isEmpty()) {
            throw new InvalidInputException(
                    "Nothing is awaited of note " + note.id() + ", or of nobody.",
                    "Give it an audience that is asked.");
        }
    }

    static OpenNote of(Note note, Audience.Awaiting awaiting) {
        return new OpenNote(note, List.of(awaiting.to()), Optional.empty(), 0, Optional.empty());
    }

    OpenNote reminded(int count, Instant at) {
        return new OpenNote(note, asked, from, count, Optional.of(at));
    }

    OpenNote askedToo(Addressee also) {
        List<Addressee> more = new ArrayList<>(asked);
        more.add(also);
        return new OpenNote(note, more, from, reminders, remindedAt);
    }

    /** By when it is awaited. */
    public Instant due() {
        return awaiting().due();
    }

    /** What is awaited of whom. */
    public Audience.Awaiting awaiting() {
        return (Audience.Awaiting) note.audience();
    }

    /** Whether an answer is awaited, and not only that somebody acknowledges it. */
    public boolean isAsk() {
        return note.audience() instanceof Audience.InternalAsk;
    }
}
