package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Moment;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history. */
class SlaClockPropertiesTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 6, 8, 9, 0);
    private static final BusinessHours OFFICE = hours(List.of());

    static BusinessHours hours(List<LocalDate> closed) {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                builder.open(day, LocalTime.of(9, 0), LocalTime.NOON)
                        .open(day, LocalTime.of(13, 0), LocalTime.of(17, 0));
            }
        }
        closed.forEach(builder::closed);
        return builder.build();
    }

    private static SlaPolicy policy(BusinessHours hours, int more) {
        SlaPolicy.Builder builder = SlaPolicy.builder("standard", hours);
        long wanted = 1;
        for (SlaTarget target : SlaTarget.values()) {
            wanted += 3;
            builder.goal(SlaGoal.within(target, Duration.ofHours(wanted).plusSeconds(more))
                    .forPriority(Priority.HIGH, Duration.ofHours(2).plusSeconds(more)));
        }
        return builder.build();
    }

    static SlaClock clock(BusinessHours hours, int more) {
        return SlaClock.of(SlaBook.of(
                ServiceLevels.of("1", LONG_AGO, policy(hours, more)),
                ServiceLevels.of("2", LATER, policy(hours, more + 1_800))));
    }

    /** A history of so many steps, each some minutes or hours after the one before. */
    static Life life(long seed, int steps, LocalDateTime begin) {
        Random random = new Random(seed);
        Life life = Life.begins(begin.toString());
        LocalDateTime now = begin;
        TicketStatus status = TicketStatus.NEW;
        for (int i = 0; i < steps; i++) {
            now = now.plusSeconds(random.nextInt(5) == 0 ? 0 : random.nextInt(6 * 3_600));
            status = step(life, now.toString(), status, random);
        }
        return life;
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static TicketStatus step(Life life, String at, TicketStatus status, Random random) {
        if (status == TicketStatus.SOLVED) {
            life.reopens(at, TicketStatus.SOLVED, "It is not.");
            return TicketStatus.OPEN;
        }
        switch (random.nextInt(15)) {
            case 0 -> life.writes(at, "Hello?");
            case 1 -> life.answers(at, "Which one?");
            case 2 -> life.answers(at, "It left.");
            case 3 -> life.botWrites(at, "What is your number?");
            case 4 -> life.priority(at, any(random, Priority.values()));
            case 5 -> life.owned(at);
            case 6 -> life.kind(at, any(random, TicketKind.values()));
            case 8 -> life.answerBounces(at);
            case 7 -> life.levels(at, random.nextBoolean() ? "1" : "2", any(random, ChangeMode.values()));
            case 9 -> life.holds(at, LocalDateTime.parse(at).plusDays(1).toString());
            case 10 -> life.anyBounces(at, random);
            case 11 ->
                life.dueSet(
                        at,
                        any(random, SlaTarget.values()),
                        LocalDateTime.parse(at).plusHours(random.nextInt(40)).toString());
            case 12 ->
                life.told(
                        at,
                        LocalDateTime.parse(at).plusHours(random.nextInt(40)).toString());
            case 13 -> life.noLevels(at);
            default -> {
                life.solves(at);
                return TicketStatus.SOLVED;
            }
        }
        return status;
    }

    @Property(tries = 300)
    void foldingMomentByMomentGivesTheSameAsFoldingThemAll(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        List<Moment> moments = life(seed, steps, MONDAY).moments();
        SlaClock clock = clock(OFFICE, 0);
        SlaState state = clock.start();
        List<SlaState> states = new ArrayList<>();
        for (Moment moment : moments) {
            state = state.after(moment);
            states.add(state);
        }
        Instant now = moments.get(moments.size() - 1).event().at().plusSeconds(60);
        assertThat(state.read(now)).isEqualTo(clock.start().afterAll(moments).read(now));
        for (int i = 0; i < states.size(); i++) { // none was changed by what came after it
            assertThat(states.get(i).read(now))
                    .isEqualTo(clock.start().afterAll(moments.subList(0, i + 1)).read(now));
        }
    }

    @Property(tries = 200)
    void aQuestionThatIsAnsweredAtOnceChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 12) int steps) {
        Life life = life(seed, steps, MONDAY);
        SlaClock clock = clock(OFFICE, 0);
        Instant last = life.events().get(life.events().size() - 1).at();
        String at = last.plusSeconds(600).atZone(BERLIN).toLocalDateTime().toString();
        SlaState before = clock.of(life.ticket());
        boolean open = before.read(SlaTarget.REQUESTER_WAIT, last)
                .filter(reading -> reading.state() == ClockState.RUNNING)
                .isPresent();
        life.botWrites(at, "What is your number?").writes(at, "A-4711");
        if (open) {
            Instant now = Life.at(at);
            assertThat(clock.of(life.ticket())
                            .read(SlaTarget.REQUESTER_WAIT, now)
                            .orElseThrow()
                            .dueAt())
                    .isEqualTo(before.read(SlaTarget.REQUESTER_WAIT, now)
                            .orElseThrow()
                            .dueAt());
        }
    }

    @Property(tries = 200)
    void anAnswerThatComesBackLeavesTheNewsDueWhenTheyWere(
            @ForAll long seed, @ForAll @IntRange(max = 25) int steps, @ForAll @IntRange(max = 50_000) int later) {
        Life life = life(seed, steps, MONDAY);
        SlaClock clock = clock(OFFICE, 0);
        Instant answered = life.events().get(life.events().size() - 1).at().plusSeconds(600);
        Instant lost = answered.plusSeconds(later);
        Optional<SlaReading> before = clock.of(life.ticket())
                .read(SlaTarget.PERIODIC_UPDATE, answered)
                .filter(reading -> reading.state() == ClockState.RUNNING)
                .filter(reading -> life.ticket().status() != TicketStatus.ON_HOLD); // that ends then
        life.answers(local(answered), "It left.").answerBounces(local(lost));
        before.ifPresent(was -> {
            SlaReading is = clock.of(life.ticket())
                    .read(SlaTarget.PERIODIC_UPDATE, lost)
                    .orElseThrow();
            assertThat(is.isOpen()).isTrue();
            assertThat(is.cycle()).isEqualTo(was.cycle());
            assertThat(is.dueAt()).isEqualTo(was.dueAt());
            assertThat(is.consumed()).isEqualTo(was.consumed().plus(OFFICE.between(answered, lost)));
        });
    }

    @Property(tries = 200)
    void aLevelThatRaisesThePriorityMakesNothingLate(
            @ForAll long seed, @ForAll @IntRange(max = 25) int steps, @ForAll @IntRange(max = 50_000) int later) {
        Life life = life(seed, steps, MONDAY);
        SlaClock clock = clock(OFFICE, 0);
        Instant now = life.events().get(life.events().size() - 1).at().plusSeconds(later);
        SlaState before = clock.of(life.ticket());
        life.reached(local(now), SlaTarget.FIRST_REPLY, 1, "soon", local(now))
                .raised(local(now), Priority.HIGH, "Level 'soon' of FIRST_REPLY was reached.");
        SlaState after = clock.of(life.ticket());
        for (SlaTarget target : SlaTarget.values()) {
            assertThat(after.read(target, now).flatMap(SlaReading::breachedAt))
                    .isEqualTo(before.read(target, now).flatMap(SlaReading::breachedAt));
        }
    }

    private static String local(Instant at) {
        return at.atZone(BERLIN).toLocalDateTime().toString();
    }

    @Property(tries = 200)
    void aWeekLaterEverythingIsDueAWeekLater(@ForAll long seed, @ForAll @IntRange(max = 25) int steps) {
        SlaClock clock = clock(OFFICE, 0);
        Duration week = Duration.ofDays(7);
        List<SlaReading> now = read(clock, life(seed, steps, MONDAY), Duration.ZERO);
        List<SlaReading> later = read(clock, life(seed, steps, MONDAY.plusDays(7)), Duration.ZERO);
        assertThat(later)
                .extracting(SlaReading::consumed)
                .isEqualTo(now.stream().map(SlaReading::consumed).toList());
        assertThat(later)
                .extracting(reading -> reading.dueAt().map(due -> due.minus(week)))
                .isEqualTo(now.stream().map(SlaReading::dueAt).toList());
    }

    @Property(tries = 200)
    void moreTimeIsNeverDueEarlier(
            @ForAll long seed, @ForAll @IntRange(max = 15) int steps, @ForAll @IntRange(max = 20_000) int more) {
        Life life = life(seed, steps, MONDAY);
        for (SlaTarget target : SlaTarget.values()) {
            dueOfFirstStart(clock(OFFICE, 0), life, target)
                    .forEach(due -> assertThat(dueOfFirstStart(clock(OFFICE, more), life, target))
                            .allSatisfy(other -> assertThat(other).isAfterOrEqualTo(due)));
        }
    }

    @Property(tries = 200)
    void aHolidayMoreNeverMakesAnythingDueEarlier(
            @ForAll long seed, @ForAll @IntRange(max = 15) int steps, @ForAll @IntRange(max = 20) int day) {
        Life life = life(seed, steps, MONDAY);
        BusinessHours fewer = hours(List.of(MONDAY.toLocalDate().plusDays(day)));
        for (SlaTarget target : SlaTarget.values()) {
            dueOfFirstStart(clock(OFFICE, 0), life, target)
                    .forEach(due -> assertThat(dueOfFirstStart(clock(fewer, 0), life, target))
                            .allSatisfy(other -> assertThat(other).isAfterOrEqualTo(due)));
        }
    }

    /** When a target was due as it began; what happened later depends on what was late by then. */
    private static List<Instant> dueOfFirstStart(SlaClock clock, Life life, SlaTarget target) {
        return clock.of(life.ticket()).read(Instant.MIN.plusSeconds(1)).stream()
                .filter(reading -> reading.target() == target && reading.cycle() == 1)
                .map(reading -> reading.trace().get(0).due().orElseThrow())
                .toList();
    }

    private static List<SlaReading> read(SlaClock clock, Life life, Duration after) {
        Instant last = life.events().get(life.events().size() - 1).at();
        return clock.of(life.ticket()).read(last.plus(after));
    }
}
