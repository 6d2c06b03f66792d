package dev.heed.report;

import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first reply of a ticket in all its cycles: a change after it was late begins another, and the customer waits on.
 *
 * @param missed whether any cycle was missed
 * @param decidedAt when the first was missed, else when it was met
 * @param workingTime in all cycles together
 * @param wallTime in all cycles together
 */
record FirstReply(boolean missed, Instant decidedAt, Duration workingTime, Duration wallTime) {
    /** Empty while it is not decided, and if nobody wants it any more. */
    static Optional<FirstReply> of(TicketFigures ticket) {
        List<Figure> cycles = ticket.of(SlaTarget.FIRST_REPLY).stream()
                .filter(figure -> figure.verdict() != Verdict.CANCELLED)
                .toList();
        Optional<Figure> missed = cycles.stream()
                .filter(figure -> figure.verdict() == Verdict.MISSED)
                .findFirst();
        Optional<Figure> last = cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.get(cycles.size() - 1));
        return missed.or(() -> last)
                .flatMap(Figure::decidedAt)
                .map(at -> new FirstReply(
                        missed.isPresent(),
                        at,
                        cycles.stream().map(Figure::workingTime).reduce(Duration.ZERO, Duration::plus),
                        cycles.stream().map(Figure::wallTime).reduce(Duration.ZERO, Duration::plus)));
    }

    static Optional<FirstReply> of(TicketFigures ticket, ReportPeriod period) {
        return of(ticket).filter(reply -> period.contains(reply.decidedAt()));
    }
}
