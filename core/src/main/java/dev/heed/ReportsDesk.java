package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Permission;
import dev.heed.report.Arrivals;
import dev.heed.report.Fairness;
import dev.heed.report.FairnessLimits;
import dev.heed.report.Forecast;
import dev.heed.report.ForecastPlan;
import dev.heed.report.GroupBy;
import dev.heed.report.Parity;
import dev.heed.report.ReportPeriod;
import dev.heed.report.ServiceReport;
import dev.heed.report.TicketFigures;
import dev.heed.sla.SlaClock;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How well customers are served, and how well they will be: {@link Backoffice#reports()}. Thread-safe.
 *
 * <p>Each report is reckoned from what happened to the tickets, as it is known when it is asked for, and none is kept. It goes over all
 * tickets but spam and those deleted, page by page, and holds no more of them than a page and what it says of them.
 */
public final class ReportsDesk {
    private final Actor actor;

    ReportsDesk(Actor actor) {
        this.actor = actor;
    }

    /**
     * The clocks of a ticket in figures, as they stand now.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public TicketFigures figures(TicketId ticket) {
        actor.may(Permission.READ);
        return figures(actor.engine().ticket(ticket), clock(), actor.engine().now());
    }

    /** The clock of another process may be ahead, or a ticket may change while others are read. */
    private static TicketFigures figures(Ticket ticket, SlaClock clock, Instant now) {
        Instant changed = ticket.changedAt();
        return TicketFigures.of(ticket, clock, changed.isAfter(now) ? changed : now);
    }

    /**
     * What became of all clocks whose verdict fell in a period.
     *
     * @param by what is counted apart; nothing but the targets if it is empty
     */
    public ServiceReport service(ReportPeriod period, GroupBy... by) {
        actor.may(Permission.READ);
        return ServiceReport.of(figures(), requireNonNull(period, "period"), by);
    }

    /** P20: whether whoever pays nothing extra was left behind in a period. */
    public Fairness fairness(ReportPeriod period, FairnessLimits limits) {
        actor.may(Permission.READ);
        return Fairness.of(figures(), requireNonNull(period, "period"), requireNonNull(limits, "limits"));
    }

    /**
     * P21: whether those who have bought were answered as soon in a period as those who might.
     *
     * @param atLeast how many first replies of each there have to be before anything is said of them; from 1
     * @throws InvalidInputException if {@code atLeast} is below one
     */
    public Parity parity(ReportPeriod period, int atLeast) {
        actor.may(Permission.READ);
        return Parity.of(figures(), requireNonNull(period, "period"), atLeast);
    }

    /**
     * P22: whether those who are there can do what comes in, from now on. What is owed is that of which something is {@linkplain
     * Ticket#dueAt due}; as much comes in as tickets were opened in some days before, duplicates included.
     *
     * @param first the first of those days, in the shop's zone
     * @param end the day behind the last, a week later at least
     * @throws InvalidInputException if these are less than a week or more than ten years, or nobody is there in the days to come
     */
    public Forecast forecast(ForecastPlan plan, LocalDate first, LocalDate end) {
        actor.may(Permission.READ);
        requireNonNull(plan, "plan");
        ZoneId zone = actor.policies().shop().zone();
        Instant now = actor.engine().now();
        AllTickets all = new AllTickets(actor.engine().store());
        Arrivals arrivals = Arrivals.of(all.openedBetween(first, end, zone).map(Ticket::openedAt), first, end, zone);
        List<Instant> owed =
                all.owed().map(Ticket::dueAt).flatMap(Optional::stream).toList();
        return Forecast.of(now, plan, arrivals, owed);
    }

    private Stream<TicketFigures> figures() {
        SlaClock clock = clock();
        Instant now = actor.engine().now();
        return new AllTickets(actor.engine().store()).all().map(ticket -> figures(ticket, clock, now));
    }

    private SlaClock clock() {
        return actor.policies().service().clock();
    }
}
