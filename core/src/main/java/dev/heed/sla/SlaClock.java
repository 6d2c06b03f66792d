package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.message.ChannelId;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reckons where a ticket stands against what the shop holds itself to: a fold over what happened, so that nothing can be
 * forgotten and nothing has to be corrected. Immutable and thread-safe.
 *
 * <p>Folding moment by moment gives the same as folding them all; the same moments give the same clocks whenever they are
 * asked, and whoever asks later finds the verdict of the time when it happened.
 */
public final class SlaClock {
    private final SlaBook book;
    private final SlaState start;

    private SlaClock(SlaBook book) {
        this.book = book;
        start = new SlaState(new SlaFold(book));
    }

    /** A clock that goes by these versions. */
    public static SlaClock of(SlaBook book) {
        return new SlaClock(requireNonNull(book, "book"));
    }

    /** What it goes by. */
    public SlaBook book() {
        return book;
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

    /**
     * Until when whoever opens a ticket has an answer; empty if no reply is promised.
     *
     * @param zone the zone in which that person is told
     */
    public Optional<ExpectedReply> expectedReply(ChannelId channel, Instant received, ZoneId zone) {
        SlaSubject fresh = SlaSubject.fresh(channel);
        return book.at(received)
                .flatMap(levels -> levels.policyFor(fresh))
                .flatMap(policy -> policy.expectedReply(
                        SlaTarget.FIRST_REPLY, fresh.priority(), received, Optional.empty(), zone));
    }

    /** The same, read at an instant. */
    public List<SlaReading> read(Ticket ticket, Instant now) {
        return of(ticket).read(now);
    }
}
