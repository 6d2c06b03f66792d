package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.sla.SlaClock;
import dev.heed.sla.SlaState;
import dev.heed.sla.SlaSubject;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * All clocks of a ticket in figures, reckoned from what happened to it and from nothing else. Immutable and thread-safe.
 *
 * @param ticket which
 * @param subject what it is now: by this it is counted, whatever it was before
 * @param openedAt when it was opened
 * @param asOf the instant of which the figures are
 * @param figures of each target in the order of its cycles
 */
public record TicketFigures(TicketId ticket, SlaSubject subject, Instant openedAt, Instant asOf, List<Figure> figures) {
    /** Keeps a copy of the figures. */
    public TicketFigures {
        requireNonNull(ticket, "ticket");
        requireNonNull(subject, "subject");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(asOf, "asOf");
        figures = List.copyOf(figures);
    }

    /**
     * The figures of a ticket.
     *
     * @param asOf no earlier than the last thing that happened to it
     * @throws InvalidInputException if something has happened to it since
     * @throws dev.heed.error.NotFoundException if it goes by a version of the service levels that the clock does not know
     */
    public static TicketFigures of(Ticket ticket, SlaClock clock, Instant asOf) {
        if (asOf.isBefore(ticket.changedAt())) {
            throw new InvalidInputException(
                    "Figures of " + asOf + " were wanted of ticket " + ticket.id() + ", which changed at "
                            + ticket.changedAt() + ".",
                    "Ask for those of that time, or of a later one.");
        }
        SlaState state = clock.of(ticket);
        return new TicketFigures(
                ticket.id(),
                state.subject().orElseGet(() -> SlaSubject.fresh(ticket.channel())),
                ticket.openedAt(),
                asOf,
                state.read(asOf).stream()
                        .map(reading -> Figure.of(reading, asOf))
                        .toList());
    }

    /** The figures of one target, in the order of its cycles. */
    public List<Figure> of(SlaTarget target) {
        return figures.stream().filter(figure -> figure.target() == target).toList();
    }
}
