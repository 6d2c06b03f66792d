package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.people.Agent;
import dev.heed.sla.ReplyTarget;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what a shop that is otherwise complete could not keep of its service levels. */
final class ServiceProblems {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration SOME_DAYS = Duration.ofDays(32);

    /** As far as due times reach. */
    private static final int YEARS_AHEAD = 10;

    private final ServiceOptions service;
    private final Instant now;

    private ServiceProblems(ServiceOptions service, Instant now) {
        this.service = service;
        this.now = now;
    }

    static List<Problem> of(
            ServiceOptions service,
            Optional<ReplyTarget> target,
            Instant now,
            List<ChannelAdapter> channels,
            Collection<Agent> agents,
            Predicate<Agent> mayAnswer) {
        List<Problem> problems = new ArrayList<>(new ServiceProblems(service, now).closedForYears(target));
        if (problems.isEmpty()) {
            problems.addAll(new ChannelReadiness(service, now).problems(channels));
        }
        problems.addAll(LevelActions.problems(service, agents, mayAnswer));
        return problems;
    }

    /** Hours by whose they are; a calendar of holidays may close for good in years to come. */
    private List<Problem> closedForYears(Optional<ReplyTarget> target) {
        Map<BusinessHours, String> hours = new LinkedHashMap<>();
        target.ifPresent(reply -> hours.put(reply.hours(), "which everybody is promised"));
        for (ServiceLevels levels : service.book().versions()) {
            for (SlaPolicy policy : levels.policies()) {
                String whose = "of policy '" + policy.name() + "' of the service levels '" + levels + "'";
                hours.putIfAbsent(policy.hours(), whose);
                policy.goals().stream()
                        .flatMap(goal -> goal.levels().stream())
                        .flatMap(level -> level.recipients().stream())
                        .forEach(recipients -> hours.putIfAbsent(recipients, "of those who are told " + whose));
            }
        }
        List<Problem> problems = new ArrayList<>(dueBeyond());
        hours.forEach((each, whose) -> closedForTwoYears(each)
                .ifPresent(from -> problems.add(Problem.of(
                        "The hours " + whose + " have no opening for two years from " + from + " on.",
                        "Look after the holidays of that time, of " + each.holidayCalendars() + "."))));
        return problems;
    }

    /** What begins now is due at some time, however long it has. */
    private List<Problem> dueBeyond() {
        List<Problem> problems = new ArrayList<>();
        for (ServiceLevels levels : service.book().versions()) {
            for (SlaPolicy policy : levels.policies()) {
                for (SlaGoal goal : policy.goals()) {
                    try {
                        policy.hoursOf(goal).plus(now, longest(goal));
                    } catch (InvalidInputException e) {
                        problems.add(Problem.of(
                                "Policy '" + policy.name() + "' of the service levels '" + levels + "' wants "
                                        + goal.target() + " within " + longest(goal) + ": " + e.problem(),
                                e.remedy()));
                    }
                }
            }
        }
        return problems;
    }

    private static Duration longest(SlaGoal goal) {
        return Arrays.stream(Priority.values())
                .map(goal::within)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<Instant> closedForTwoYears(BusinessHours hours) {
        boolean before = true;
        for (int year = 0; year < YEARS_AHEAD; year++) {
            Instant begin = now.plus(YEAR.multipliedBy(year));
            boolean opens = opensWithinAYear(hours, begin);
            if (!before && !opens) {
                return Optional.of(begin.minus(YEAR));
            }
            before = opens;
        }
        return Optional.empty();
    }

    private static boolean opensWithinAYear(BusinessHours hours, Instant begin) {
        Instant end = begin.plus(YEAR);
        for (Instant at = begin; at.isBefore(end); at = at.plus(SOME_DAYS)) {
            if (!hours.periods(at, at.plus(SOME_DAYS)).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
