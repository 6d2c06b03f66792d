package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * Reckons where a ticket stands against what the shop holds itself to: a fold over what happened, so that nothing can be
 * forgotten and nothing has to be corrected. Immutable and thread-safe.
 *
 * <p>Folding moment by moment gives the same as folding them all; the same moments give the same clocks whenever they are
 * asked, and whoever asks later finds the verdict of the time when it happened.
 */
public final class SlaClock {
    private final SlaState start;

    private SlaClock(SlaBook book) {
        start = new SlaState(new SlaFold(book));
    }

    /** A clock that goes by these versions. */
    public static SlaClock of(SlaBook book) {
        return new SlaClock(requireNonNull(book, "book"));
    }

    /** Before anything happened. */
    public SlaState start() {
        return start;
    }

    /**
     * The clocks of a ticket.
     *
     * @throws dev.heed.error.NotFoundException if it goes by a version that is not in the book
     */
    public SlaState of(Ticket ticket) {
        return start.afterAll(ticket.moments());
    }

    /** The same, read at an instant. */
    public List<SlaReading> read(Ticket ticket, Instant now) {
        return of(ticket).read(now);
    }
}
