package dev.heed.report;

import dev.heed.error.InvalidInputException;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Works the line of a {@link Forecast} off. When the line is done with what stands in it follows from when it was done with what
 * stood before: D. V. Lindley, "The theory of queues with a single server", 1952. Used once. Not thread-safe.
 */
final class Outlook {
    private static final int HOURS = 24;

    private final Instant now;
    private final Instant end;
    private final ForecastPlan plan;
    private final Arrivals arrivals;
    private final ZoneId zone;
    private final Staff staff;
    private final LocalDate today;

    /** When the line is done; null if that is after the end. */
    private @Nullable Instant done;

    private @Nullable Instant unkeepable;

    Outlook(Instant now, ForecastPlan plan, Arrivals arrivals) {
        this.now = now;
        this.plan = plan;
        this.arrivals = arrivals;
        zone = arrivals.zone();
        today = LocalDate.ofInstant(now, zone);
        end = today.plusDays(plan.days()).atStartOfDay(zone).toInstant();
        staff = Staff.of(plan.shifts(), now, end);
        done = now;
        if (staff.isEmpty()) {
            throw new InvalidInputException(
                    "Nobody is there from " + now + " until " + end + ".",
                    "Give shifts in which somebody works, or look further ahead.");
        }
    }

    Forecast forecast(Collection<Instant> owed) {
        owed.stream().sorted().forEach(due -> work(plan.handling(), due));
        Instant backlogDone = done;
        Optional<Instant> answered = Optional.ofNullable(backlogDone)
                .flatMap(free -> staff.oneOfThem().done(free, plan.handling()));
        List<Forecast.Day> days = new ArrayList<>();
        for (int i = 0; i < plan.days(); i++) {
            days.add(day(today.plusDays(i)));
        }
        return new Forecast(
                now,
                end,
                zone,
                plan.handling().multipliedBy(owed.size()),
                backlogDone == null ? OptionalInt.empty() : OptionalInt.of(staffedDays(days, backlogDone)),
                answered,
                Optional.ofNullable(unkeepable),
                days);
    }

    /** Puts work at the end of the line; without a due time nothing is promised. */
    private void work(Duration work, @Nullable Instant due) {
        done = done == null ? null : staff.done(done, work).orElse(null);
        if (due != null && isLost(due) && (unkeepable == null || due.isBefore(unkeepable))) {
            unkeepable = due;
        }
    }

    /** Whether the time of what was put into the line last can still be kept today, and is not at this rate. */
    private boolean isLost(Instant due) {
        return due.isAfter(now) && due.isBefore(end) && (done == null || done.isAfter(due));
    }

    private Forecast.Day day(LocalDate date) {
        Duration needed = Duration.ZERO;
        for (int hour = 0; hour < HOURS; hour++) {
            Instant at = date.atTime(hour, 0).atZone(zone).toInstant();
            Duration work = arrivals.work(date.getDayOfWeek(), hour, plan.handling());
            if (!at.isBefore(now) && !work.isZero()) {
                needed = needed.plus(work);
                done = done != null && done.isBefore(at) ? at : done;
                work(work, plan.promised().flatMap(policy -> due(policy, at)).orElse(null));
            }
        }
        return new Forecast.Day(date, staff.capacity(later(start(date), now), start(date.plusDays(1))), needed);
    }

    private static Optional<Instant> due(SlaPolicy policy, Instant at) {
        return policy.goal(SlaTarget.FIRST_REPLY)
                .map(goal -> policy.hoursOf(goal).plus(at, goal.within(Priority.NORMAL), policy.boundary()));
    }

    private int staffedDays(List<Forecast.Day> days, Instant until) {
        return (int) days.stream()
                .filter(day -> start(day.date()).isBefore(until) && until.isAfter(now))
                .filter(day -> !day.staffed().isZero())
                .count();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
