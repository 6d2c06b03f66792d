package dev.heed.report;

import dev.heed.error.InvalidInputException;
import dev.heed.report.Line.Piece;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works off what a {@link Forecast} is about, what is due first before the rest. If any order keeps all promises, this one does: M. L.
 * Dertouzos, "Control robotics: the procedural control of physical processes", 1974. Used once. Not thread-safe.
 */
final class Foresight {
    private static final int HOURS = 24;

    private final Instant now;
    private final Instant end;
    private final ForecastPlan plan;
    private final Arrivals arrivals;
    private final ZoneId zone;
    private final Staff staff;
    private final LocalDate today;

    private @Nullable Instant unkeepable;

    Foresight(Instant now, ForecastPlan plan, Arrivals arrivals) {
        this.now = now;
        this.plan = plan;
        this.arrivals = arrivals;
        zone = arrivals.zone();
        today = LocalDate.ofInstant(now, zone);
        end = start(today.plusDays(plan.days()));
        staff = Staff.of(plan.shifts(), now, end);
        if (staff.isEmpty()) {
            throw new InvalidInputException(
                    "Nobody is there from " + now + " until " + end + ".",
                    "Give shifts in which somebody works, or look further ahead.");
        }
    }

    Forecast forecast(Collection<Instant> owed) {
        List<Piece> coming = new ArrayList<>();
        List<Forecast.Day> days = new ArrayList<>();
        for (int i = 0; i < plan.days(); i++) {
            days.add(day(today.plusDays(i), coming));
        }
        workOff(
                new Line(owed.stream()
                        .sorted()
                        .map(due -> new Piece(now, due, plan.handling()))
                        .toList()),
                new Line(coming));
        Duration backlog = plan.handling().multipliedBy(owed.size());
        Optional<Instant> done = staff.done(now, backlog);
        return new Forecast(
                now,
                end,
                zone,
                backlog,
                done.isEmpty() ? OptionalInt.empty() : OptionalInt.of(staffedDays(days, done.get())),
                answeredAt(owed),
                Optional.ofNullable(unkeepable),
                days);
    }

    private Forecast.Day day(LocalDate date, List<Piece> coming) {
        Duration needed = Duration.ZERO;
        for (int hour = 0; hour < HOURS; hour++) {
            Instant at = date.atTime(hour, 0).atZone(zone).toInstant();
            Duration work = arrivals.work(date.getDayOfWeek(), hour, plan.handling());
            if (!at.isBefore(now) && !work.isZero()) {
                needed = needed.plus(work);
                coming.add(new Piece(at, promised(at), work));
            }
        }
        return new Forecast.Day(date, staff.capacity(later(start(date), now), start(date.plusDays(1))), needed);
    }

    /** When whoever writes then is to be answered. */
    private Instant promised(Instant at) {
        return plan.promised()
                .flatMap(policy -> policy.goal(SlaTarget.FIRST_REPLY)
                        .map(goal -> policy.hoursOf(goal).plus(at, goal.within(Priority.NORMAL), policy.boundary())))
                .orElse(Instant.MAX);
    }

    /** What is due no later than the answer to whoever writes now is done before; then one person works on it. */
    private Optional<Instant> answeredAt(Collection<Instant> owed) {
        Instant due = promised(now);
        long before = owed.stream().filter(other -> !other.isAfter(due)).count();
        return staff.done(now, plan.handling().multipliedBy(before))
                .flatMap(free -> staff.oneOfThem().done(free, plan.handling()));
    }

    /** Each step ends a piece of work, or comes to when one comes in that is due before it. */
    private void workOff(Line owed, Line coming) {
        Instant at = now;
        while (!owed.isEmpty() || !coming.isEmpty()) {
            boolean overtakes = !coming.isEmpty()
                    && (owed.isEmpty()
                            || coming.first().due().isBefore(owed.first().due()));
            if (owed.isEmpty()) {
                at = later(at, coming.first().from());
            }
            Optional<Instant> next =
                    overtakes ? Optional.of(coming.first().from()).filter(at::isBefore) : Optional.empty();
            Line line = overtakes && next.isEmpty() ? coming : owed;
            Optional<Instant> done = staff.done(at, line.left());
            if (next.isPresent() && next.get().isBefore(done.orElse(Instant.MAX))) {
                owed.worked(staff.capacity(at, next.get()));
                at = next.get();
            } else if (done.isEmpty()) {
                Stream.concat(owed.rest().stream(), coming.rest().stream()).forEach(piece -> check(piece, end));
                return;
            } else {
                at = done.get();
                check(line.first(), at);
                line.next();
            }
        }
    }

    /** A promise that could be kept still, and is not when it is done then. */
    private void check(Piece piece, Instant done) {
        Instant due = piece.due();
        boolean isLost = due.isAfter(now) && due.isBefore(end) && done.isAfter(due);
        if (isLost && (unkeepable == null || due.isBefore(unkeepable))) {
            unkeepable = due;
        }
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
