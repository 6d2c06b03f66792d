package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.sla.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * P22: whether those who are there can do what comes in. Immutable and thread-safe.
 *
 * <p>Whoever is there works on what is due first; what several do is done so much sooner. To what is owed now comes as much in each
 * hour as came in on average in that hour of the week, all of it at the beginning of the hour, from the next full hour on; what
 * nobody was promised a time for comes last. Nothing is estimated besides: the same input gives the same forecast, to the nanosecond.
 *
 * @param from when it was made
 * @param until where it ends
 * @param zone the zone of its dates
 * @param backlog how much work is owed now
 * @param backlogDays on how many dates somebody works until all of that is done, if nothing else comes in; empty if it is not done
 *     by the end
 * @param answeredAt when whoever writes now has probably been looked after; empty if not by the end
 * @param firstUnkeepable the earliest due time, still ahead, that is missed at this rate; empty if all can be kept
 * @param days each date, in order
 */
public record Forecast(
        Instant from,
        Instant until,
        ZoneId zone,
        Duration backlog,
        OptionalInt backlogDays,
        Optional<Instant> answeredAt,
        Optional<Instant> firstUnkeepable,
        List<Day> days) {
    /** Keeps a copy of the days. */
    public Forecast {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(zone, "zone");
        requireNonNull(backlog, "backlog");
        requireNonNull(backlogDays, "backlogDays");
        requireNonNull(answeredAt, "answeredAt");
        requireNonNull(firstUnkeepable, "firstUnkeepable");
        days = List.copyOf(days);
    }

    /**
     * A date of a forecast; the first one begins with the forecast.
     *
     * @param date in the zone of the forecast
     * @param staffed how much those who are there can do, one beside the other
     * @param needed how much work comes in
     */
    public record Day(LocalDate date, Duration staffed, Duration needed) {
        /** All is there. */
        public Day {
            requireNonNull(date, "date");
            requireNonNull(staffed, "staffed");
            requireNonNull(needed, "needed");
        }
    }

    /**
     * Looks ahead.
     *
     * @param now when it is made
     * @param arrivals how many came in; its zone is that of the forecast
     * @param owed until when each ticket is owed something, in any order; what is late already is owed all the same
     * @throws InvalidInputException if nobody is there on any of the days
     */
    public static Forecast of(Instant now, ForecastPlan plan, Arrivals arrivals, Collection<Instant> owed) {
        return new Foresight(now, plan, arrivals).forecast(owed);
    }

    /** How much those who are there can do in all. */
    public Duration staffed() {
        return days.stream().map(Day::staffed).reduce(Duration.ZERO, Duration::plus);
    }

    /** How much work there is in all: what is owed now, and what comes in. */
    public Duration needed() {
        return days.stream().map(Day::needed).reduce(backlog, Duration::plus);
    }

    /** What is needed of what is staffed, to be shown: above 1 is too much. */
    public OptionalDouble load() {
        long staffed = staffed().toSeconds();
        return staffed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) needed().toSeconds() / staffed);
    }

    /** The alarm: whether a promise that can be kept today cannot be kept at this rate. */
    public boolean isAlarming() {
        return firstUnkeepable.isPresent();
    }

    /** The date of the first promise that cannot be kept at this rate, in the zone of the forecast; empty if all can. */
    public Optional<LocalDate> firstUnkeepableDate() {
        return firstUnkeepable.map(due -> LocalDate.ofInstant(due, zone));
    }

    /**
     * How much working time whoever writes now will probably have to wait; empty if that is longer than the forecast.
     *
     * @param hours in which that time passes
     */
    public Optional<Duration> expectedWait(BusinessHours hours) {
        return answeredAt.map(at -> hours.between(from, at));
    }

    /**
     * The same for what customers are told: whoever writes has to wait so long, or that and a margin. Of whom that reaches beyond
     * the forecast, it says no sooner than its end. Make another one when this has grown old.
     *
     * @param hours in which the wait passes
     * @param margin how much working time longer it may be; zero or more
     * @throws InvalidInputException if the margin is negative
     */
    public Outlook outlook(BusinessHours hours, Duration margin) {
        requireNonNull(hours, "hours");
        requireNonNull(margin, "margin");
        if (margin.isNegative()) {
            throw new InvalidInputException(
                    "A margin of " + margin + " is negative.", "Give zero, or what may be added.");
        }
        Optional<Duration> wait = expectedWait(hours);
        return (channel, received) -> {
            Instant end = received.isBefore(until) ? until : received;
            Instant soonest = wait.map(time -> hours.plus(received, time)).orElse(end);
            return Optional.of(new Outlook.Range(soonest, hours.plus(soonest, margin)));
        };
    }
}
