package dev.heed.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.people.Tier;
import dev.heed.report.Figure;
import dev.heed.report.ReportPeriod;
import dev.heed.report.ServiceReport;
import dev.heed.report.TicketFigures;
import dev.heed.report.Verdict;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Figures are what somebody finds who reads the events and counts the minutes. */
class FiguresPropertiesTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 6, 8, 9, 0);
    private static final List<SlaTarget> TARGETS = List.of(
            SlaTarget.FIRST_REPLY,
            SlaTarget.NEXT_REPLY,
            SlaTarget.TIME_TO_OWN,
            SlaTarget.REQUESTER_WAIT,
            SlaTarget.AGENT_WORK,
            SlaTarget.TOTAL_RESOLUTION);
    private static final SlaClock CLOCK = SlaClock.of(SlaBook.of(ServiceLevels.of(
            "1",
            Instant.parse("2020-01-01T00:00:00Z"),
            policy(
                    SlaPolicy.builder("premium", BusinessHours.always(Life.BERLIN))
                            .when(SlaCondition.any().tiers(Tier.of("premium"))),
                    60,
                    60),
            policy(SlaPolicy.builder("standard", office()), 300, 120))));

    private static BusinessHours office() {
        BusinessHoursBuilder builder = BusinessHours.builder(Life.BERLIN);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                builder.open(day, LocalTime.of(9, 0), LocalTime.NOON)
                        .open(day, LocalTime.of(13, 0), LocalTime.of(17, 0));
            }
        }
        return builder.build();
    }

    private static SlaPolicy policy(SlaPolicy.Builder builder, int minutes, int high) {
        for (SlaTarget target : TARGETS) {
            long times = target.isResolution() ? 6 : 1;
            builder.goal(SlaGoal.within(target, Duration.ofMinutes(times * minutes))
                    .forPriority(Priority.HIGH, Duration.ofMinutes(times * high)));
        }
        return builder.build();
    }

    private static Life life(long seed, int steps) {
        Random random = new Random(seed);
        LocalDateTime now = MONDAY.plusMinutes(random.nextInt(10_000));
        Life life = Life.begins(now.toString());
        TicketStatus status = TicketStatus.OPEN;
        for (int i = 0; i < steps; i++) {
            now = now.plusMinutes(random.nextInt(4) == 0 ? 60L * random.nextInt(60) : random.nextInt(200));
            status = step(life, now.toString(), status, random);
        }
        return life;
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    /** Where it stands then: solved, on hold, or open for anything else. */
    private static TicketStatus step(Life life, String at, TicketStatus status, Random random) {
        if (status == TicketStatus.SOLVED) {
            life.reopens(at, TicketStatus.SOLVED, "It is not.");
            return TicketStatus.OPEN;
        }
        boolean held = status == TicketStatus.ON_HOLD;
        switch (random.nextInt(held ? 5 : 12)) {
            case 0 -> life.botWrites(at, "What is your number?");
            case 1 -> life.priority(at, any(random, Priority.values()));
            case 2 -> life.tier(at, random.nextBoolean() ? "premium" : "base");
            case 3 -> life.notes(at);
            case 4 -> {
                if (held) {
                    life.holdEnds(at);
                } else {
                    life.holds(at, LocalDateTime.parse(at).plusDays(90).toString());
                }
                return held ? TicketStatus.OPEN : TicketStatus.ON_HOLD;
            }
            case 5 -> life.writes(at, "Hello?");
            case 6 -> life.writesAutomatically(at);
            case 7, 8 -> life.answers(at, random.nextBoolean() ? "Which one?" : "It left.");
            case 9 -> {
                if (!isHeldSinceTheLastAnswer(life)) {
                    life.answerBounces(at);
                }
            }
            case 10 -> life.owned(at);
            default -> {
                life.solves(at);
                return TicketStatus.SOLVED;
            }
        }
        return status;
    }

    /** Clocks forget at a hold that the customer waited before an answer that is lost: a question of a bot since counts then or not. */
    private static boolean isHeldSinceTheLastAnswer(Life life) {
        boolean held = false;
        for (TicketEvent event : life.events()) {
            held = event instanceof LifecycleEvent.Held || (held && !(event instanceof ConversationEvent.Answered));
        }
        return held;
    }

    private static Instant last(Life life) {
        return life.events().get(life.events().size() - 1).at();
    }

    @Property(tries = 400)
    void x55FiguresEqualRecomputationFromTheEventLog(
            @ForAll long seed, @ForAll @IntRange(max = 14) int steps, @ForAll @IntRange(max = 3_000) int later) {
        Life life = life(seed, steps);
        Instant asOf = last(life).plusSeconds(60L * later);
        TicketFigures figures = TicketFigures.of(life.ticket(), CLOCK, asOf);
        for (SlaTarget target : TARGETS) {
            List<Recomputation.Cycle> cycles = Recomputation.of(life.events(), target, asOf);
            List<Figure> found = figures.of(target);
            assertThat(found).as(target.name()).hasSameSizeAs(cycles);
            for (int i = 0; i < cycles.size(); i++) {
                isThatOf(found.get(i), cycles.get(i), asOf);
            }
        }
    }

    private static void isThatOf(Figure figure, Recomputation.Cycle cycle, Instant asOf) {
        Duration worked = Recomputation.working(cycle);
        assertThat(figure.verdict()).as("%s", figure).isEqualTo(verdict(cycle));
        assertThat(figure.workingTime()).as("%s", figure).isEqualTo(worked);
        assertThat(figure.within()).isEqualTo(Duration.ofMinutes(cycle.wanted));
        assertThat(figure.difference())
                .isEqualTo(Duration.ofMinutes(cycle.wanted).minus(worked));
        assertThat(figure.startedAt()).isEqualTo(cycle.startedAt);
        assertThat(figure.endedAt()).isEqualTo(cycle.endedAt);
        assertThat(figure.wallTime()).isEqualTo(Duration.between(cycle.startedAt, cycle.endedAt.orElse(asOf)));
    }

    private static Verdict verdict(Recomputation.Cycle cycle) {
        if (cycle.missed) {
            return Verdict.MISSED;
        } else if (cycle.endedAt.isPresent()) {
            return Verdict.MET;
        }
        return cycle.paused ? Verdict.PAUSED : Verdict.OPEN;
    }

    @Property(tries = 100)
    void x55AReportEqualsRecomputationFromTheEventLog(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lives) {
        List<Life> all = new ArrayList<>();
        for (int i = 0; i < lives; i++) {
            all.add(life(seed + i, 8));
        }
        Instant asOf = Life.at("2026-08-01T00:00");
        ReportPeriod june = new ReportPeriod(Life.at("2026-06-01T00:00"), asOf);
        ServiceReport report =
                ServiceReport.of(all.stream().map(life -> TicketFigures.of(life.ticket(), CLOCK, asOf)), june);
        for (SlaTarget target : TARGETS) {
            List<Recomputation.Cycle> decided = all.stream()
                    .flatMap(life -> Recomputation.of(life.events(), target, asOf).stream())
                    .filter(cycle -> cycle.missed || cycle.endedAt.isPresent())
                    .toList();
            long missed = decided.stream().filter(cycle -> cycle.missed).count();
            List<Duration> sorted =
                    decided.stream().map(Recomputation::working).sorted().toList();
            var row = report.row(target, Map.of());
            assertThat(row.map(ServiceReport.Row::missed).orElse(0L)).isEqualTo(missed);
            assertThat(row.map(ServiceReport.Row::met).orElse(0L)).isEqualTo(decided.size() - missed);
            assertThat(row.flatMap(one -> one.workingTimes().median()))
                    .isEqualTo(sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2)));
        }
    }
}
