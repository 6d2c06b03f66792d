package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.Period;
import dev.heed.message.ChannelId;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaSubject;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * P14: whether people are there in time to keep what is promised on a channel. Every opening and closing of the coming year is
 * tried as the time at which a customer writes, and the moment before: between those the answer does not change.
 */
final class ChannelReadiness {
    private static final Duration AHEAD = Duration.ofDays(366);

    private final ServiceOptions service;
    private final Instant now;

    ChannelReadiness(ServiceOptions service, Instant now) {
        this.service = service;
        this.now = now;
    }

    /** Those of the channels that cannot be opened so. */
    List<Problem> problems(List<ChannelAdapter> channels) {
        List<Problem> problems = new ArrayList<>();
        Set<ChannelId> known = channels.stream().map(ChannelAdapter::id).collect(Collectors.toUnmodifiableSet());
        for (ChannelId channel : service.channels()) {
            if (!known.contains(channel)) {
                problems.add(Problem.of(
                        "The service levels name the channel " + channel + ", which the desk does not have.",
                        "Name one of " + known + ", or add it with channel(…)."));
            }
        }
        for (ChannelAdapter channel : channels) {
            promise(channel.id())
                    .ifPresent(policy -> problem(channel.id(), policy).ifPresent(problems::add));
        }
        return problems;
    }

    private Optional<SlaPolicy> promise(ChannelId channel) {
        Optional<ServiceLevels> levels = service.book().at(now);
        return levels.flatMap(found -> found.policyFor(SlaSubject.fresh(channel)))
                .filter(policy -> policy.goal(SlaTarget.FIRST_REPLY).isPresent());
    }

    private Optional<Problem> problem(ChannelId channel, SlaPolicy policy) {
        SlaGoal goal = policy.goal(SlaTarget.FIRST_REPLY).orElseThrow();
        BusinessHours promised = policy.hoursOf(goal);
        BusinessHours staffed = service.staffed(channel).orElse(policy.hours());
        Duration within = goal.within(SlaSubject.fresh(channel).priority());
        for (Instant written : edges(promised, staffed)) {
            Instant due = promised.plus(written, within);
            if (staffed.between(written, due).isZero()) {
                return Optional.of(notReady(
                        channel,
                        "whoever writes at " + written + " is promised an answer until " + due
                                + ", and nobody is there in between"));
            }
        }
        return service.isSameDay(channel) ? nextDay(channel, promised, staffed, within) : Optional.empty();
    }

    /** Whoever writes when people come has an answer before they go. */
    private Optional<Problem> nextDay(
            ChannelId channel, BusinessHours promised, BusinessHours staffed, Duration within) {
        Map<LocalDate, Period> days = new TreeMap<>();
        for (Period period : staffed.periods(now, now.plus(AHEAD))) {
            LocalDate date = LocalDate.ofInstant(period.open(), staffed.zone());
            days.merge(date, period, (first, last) -> new Period(first.open(), last.close()));
        }
        for (Period day : days.values()) {
            Instant due = promised.plus(day.open(), within);
            if (due.isAfter(day.close())) {
                return Optional.of(notReady(
                        channel,
                        "whoever writes at " + day.open() + " is promised an answer until " + due
                                + ", and on this channel it has to be the same day"));
            }
        }
        return Optional.empty();
    }

    private Set<Instant> edges(BusinessHours promised, BusinessHours staffed) {
        Set<Instant> edges = new TreeSet<>(Set.of(now));
        for (BusinessHours hours : List.of(promised, staffed)) {
            for (Period period : hours.periods(now, now.plus(AHEAD))) {
                edges.add(period.open());
                edges.add(period.close());
                edges.add(period.close().minusNanos(1));
            }
        }
        return edges;
    }

    private static Problem notReady(ChannelId channel, String why) {
        return Problem.of(
                PracticeCode.CHANNEL_NOT_READY,
                "The channel " + channel + " cannot be opened: " + why + ".",
                "Staff it in hours that make its first reply possible, promise later, or open it when you can.");
    }
}
