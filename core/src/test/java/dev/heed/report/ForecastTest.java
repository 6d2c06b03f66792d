package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.sla.Outlook;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.SlaTarget;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** P22. The 8th of June 2026 is a Monday. */
class ForecastTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours OFFICE = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
    private static final BusinessHours MORNING = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.NOON, BERLIN);
    private static final BusinessHours SUNDAYS = BusinessHours.builder(BERLIN)
            .open(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
            .build();
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 8);
    private static final Instant NOW = at("2026-06-08T09:00");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Arrivals arrivals(String... local) {
        return Arrivals.of(Stream.of(local).map(ForecastTest::at), FIRST, END, BERLIN);
    }

    private static ForecastPlan plan(int people, int days) {
        return ForecastPlan.of(HALF_AN_HOUR, days, new Shift(OFFICE, people));
    }

    private static List<Instant> owed(int count, String due) {
        return Collections.nCopies(count, at(due));
    }

    @Test
    void whatIsOwedIsWorkedOffByThoseWhoAreThere() {
        Forecast forecast = Forecast.of(NOW, plan(2, 7), arrivals(), owed(40, "2026-06-30T09:00"));
        assertThat(forecast.backlog()).isEqualTo(Duration.ofHours(20));
        assertThat(forecast.backlogDays()).hasValue(2); // 8 hours of two people on Monday, 2 on Tuesday
        assertThat(forecast.answeredAt()).contains(at("2026-06-09T11:30"));
        assertThat(forecast.expectedWait(OFFICE)).contains(Duration.ofMinutes(10 * 60 + 30));
        assertThat(forecast.staffed()).isEqualTo(Duration.ofHours(80));
        assertThat(forecast.needed()).isEqualTo(Duration.ofHours(20));
        assertThat(forecast.load()).hasValue(0.25);
        assertThat(forecast.isAlarming()).isFalse();
        assertThat(forecast.days()).hasSize(7);
    }

    @Test
    void whatCustomersAreToldFollowsTheWaitWithAMargin() {
        Forecast forecast = Forecast.of(NOW, plan(2, 7), arrivals(), owed(40, "2026-06-30T09:00"));
        Outlook.Range range = forecast.outlook(OFFICE, Duration.ofHours(2))
                .foresee(new ChannelId("email"), at("2026-06-08T16:00"))
                .orElseThrow();
        assertThat(range.soonest()).isEqualTo(at("2026-06-10T10:30"));
        assertThat(range.latest()).isEqualTo(at("2026-06-10T12:30"));
        Forecast endless = Forecast.of(NOW, plan(1, 1), arrivals(), owed(400, "2026-06-30T09:00"));
        assertThat(endless.outlook(OFFICE, Duration.ofHours(2)).foresee(new ChannelId("email"), at("2026-06-08T16:00")))
                .contains(new Outlook.Range(endless.until(), OFFICE.plus(endless.until(), Duration.ofHours(2))));
    }

    @Test
    void theAlarmComesBeforeAPromiseIsBroken() {
        List<Instant> owed = new ArrayList<>(owed(16, "2026-06-09T17:00"));
        owed.addAll(owed(16, "2026-06-10T09:00"));
        assertThat(Forecast.of(NOW, plan(1, 7), arrivals(), owed).isAlarming()).isFalse();
        owed.add(at("2026-06-10T09:15"));
        Forecast forecast = Forecast.of(NOW, plan(1, 7), arrivals(), owed);
        assertThat(forecast.firstUnkeepable()).contains(at("2026-06-10T09:15"));
        assertThat(forecast.firstUnkeepableDate()).contains(LocalDate.of(2026, 6, 10));
    }

    @Test
    void whatIsLateAlreadyIsOwedAndRaisesNoAlarmOfItsOwn() {
        Forecast forecast = Forecast.of(NOW, plan(1, 7), arrivals(), owed(3, "2026-06-05T09:00"));
        assertThat(forecast.isAlarming()).isFalse();
        assertThat(forecast.expectedWait(OFFICE)).contains(Duration.ofHours(2));
    }

    @Test
    void moreThanTheStaffCanDoIsForeseenForThoseWhoAreStillToCome() {
        String[] tickets = new String[24]; // twelve hours of work each Monday at ten
        Arrays.fill(tickets, "2026-06-01T10:20");
        SlaPolicy policy = SlaPolicy.builder("standard", OFFICE)
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)))
                .build();
        Forecast one = Forecast.of(NOW, plan(1, 14).promising(policy), arrivals(tickets), List.of());
        assertThat(one.firstUnkeepable()).contains(at("2026-06-09T10:00"));
        assertThat(one.days().get(0).needed()).isEqualTo(Duration.ofHours(12));
        assertThat(one.days().get(0).staffed()).isEqualTo(Duration.ofHours(8));
        assertThat(Forecast.of(NOW, plan(1, 14), arrivals(tickets), List.of()).isAlarming())
                .isFalse();
        assertThat(Forecast.of(NOW, plan(2, 14).promising(policy), arrivals(tickets), List.of())
                        .isAlarming())
                .isFalse();
    }

    @Test
    void shiftsAtTheSameTimeWorkSideBySide() {
        ForecastPlan plan = ForecastPlan.of(HALF_AN_HOUR, 1, new Shift(OFFICE, 1), new Shift(MORNING, 2));
        Forecast forecast = Forecast.of(NOW, plan, arrivals(), owed(20, "2026-06-30T09:00"));
        assertThat(forecast.staffed()).isEqualTo(Duration.ofHours(14));
        assertThat(forecast.answeredAt()).contains(at("2026-06-08T13:30"));
    }

    @Test
    void whoeverWritesToAnEmptyLineWaitsForOnePerson() {
        Forecast forecast = Forecast.of(at("2026-06-06T12:00"), plan(8, 7), arrivals(), List.of());
        assertThat(forecast.expectedWait(OFFICE)).contains(HALF_AN_HOUR);
        assertThat(forecast.expectedWait(BusinessHours.always(BERLIN))).contains(Duration.ofMinutes(45 * 60 + 30));
        assertThat(forecast.backlogDays()).hasValue(0);
    }

    @Test
    void whatIsNotDoneByTheEndIsNotForetold() {
        Forecast forecast = Forecast.of(NOW, plan(1, 1), arrivals(), owed(17, "2026-06-08T17:00"));
        assertThat(forecast.expectedWait(OFFICE)).isEmpty();
        assertThat(forecast.backlogDays()).isEmpty();
        assertThat(forecast.firstUnkeepable()).contains(at("2026-06-08T17:00"));
    }

    @Test
    void anAverageHourIsThatOfItsDayOfTheWeek() {
        Arrivals counted = Arrivals.of(
                Stream.of("2026-06-01T10:00", "2026-06-08T10:59", "2026-06-08T11:00", "2026-06-20T10:00")
                        .map(ForecastTest::at),
                FIRST,
                FIRST.plusDays(10),
                BERLIN);
        assertThat(counted.dates(DayOfWeek.MONDAY)).isEqualTo(2);
        assertThat(counted.dates(DayOfWeek.SUNDAY)).isEqualTo(1);
        assertThat(counted.count(DayOfWeek.MONDAY, 10)).isEqualTo(2);
        assertThat(counted.count(DayOfWeek.MONDAY)).isEqualTo(3);
        assertThat(counted.work(DayOfWeek.MONDAY, 11, HALF_AN_HOUR)).isEqualTo(Duration.ofMinutes(15));
        assertThatThrownBy(() -> counted.count(DayOfWeek.MONDAY, 24)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatCannotBeForetoldIsRefused() {
        assertThatThrownBy(() -> new Shift(OFFICE, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ForecastPlan.of(HALF_AN_HOUR, 7)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> plan(1, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> plan(1, 367)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ForecastPlan.of(Duration.ZERO, 7, new Shift(OFFICE, 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ForecastPlan.of(Duration.ofMinutes(-1), 7, new Shift(OFFICE, 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Arrivals.of(Stream.of(), FIRST, FIRST.plusDays(6), BERLIN))
                .isInstanceOf(InvalidInputException.class);
        ForecastPlan nobody = ForecastPlan.of(HALF_AN_HOUR, 3, new Shift(SUNDAYS, 1));
        assertThatThrownBy(() -> Forecast.of(NOW, nobody, arrivals(), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Nobody is there");
    }

    /** Minute by minute: whoever is there takes a minute of work each. */
    @Property(tries = 200)
    void workIsDoneWhenSomebodyWhoCountsMinutesSaysSo(
            @ForAll @IntRange(min = 1, max = 4) int people,
            @ForAll @IntRange(min = 1, max = 300) int quarters,
            @ForAll @IntRange(max = 10_000) int later) {
        Instant from = NOW.plusSeconds(60L * later);
        Instant until = NOW.plus(Duration.ofDays(60));
        Staff staff = Staff.of(List.of(new Shift(OFFICE, people), new Shift(MORNING, 2)), from, until);
        int left = quarters * 60;
        Instant minute = from;
        while (left > 0) {
            left -= (OFFICE.isOpen(minute) ? people : 0) + (MORNING.isOpen(minute) ? 2 : 0);
            minute = minute.plusSeconds(60);
        }
        Instant done = staff.done(from, Duration.ofMinutes(quarters * 60L)).orElseThrow();
        assertThat(done).isAfter(minute.minusSeconds(60)).isBeforeOrEqualTo(minute);
        Duration worked = staff.capacity(from, done).minusMinutes(quarters * 60L);
        assertThat(worked).isBetween(Duration.ZERO, Duration.ofNanos(people + 2));
    }

    @Property(tries = 150)
    void morePeopleNeverLetAnybodyWaitLonger(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int people, @ForAll @IntRange(max = 200) int count) {
        Random random = new Random(seed);
        List<Instant> owed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owed.add(NOW.plusSeconds(random.nextInt(1_000_000)));
        }
        Forecast fewer = Forecast.of(NOW, plan(people, 60), arrivals(), owed);
        Forecast more = Forecast.of(NOW, plan(people + 1, 60), arrivals(), owed);
        assertThat(more.answeredAt().orElseThrow())
                .isBeforeOrEqualTo(fewer.answeredAt().orElseThrow());
        assertThat(more.firstUnkeepable().orElse(Instant.MAX))
                .isAfterOrEqualTo(fewer.firstUnkeepable().orElse(Instant.MAX));
        Collections.shuffle(owed, random);
        assertThat(Forecast.of(NOW, plan(people, 60), arrivals(), owed)).isEqualTo(fewer);
        owed.add(NOW.plusSeconds(random.nextInt(1_000_000)));
        assertThat(Forecast.of(NOW, plan(people, 60), arrivals(), owed)
                        .answeredAt()
                        .orElseThrow())
                .isAfterOrEqualTo(fewer.answeredAt().orElseThrow());
    }

    private static SlaPolicy within(int minutes) {
        return SlaPolicy.builder("standard", OFFICE)
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofMinutes(minutes)))
                .build();
    }

    @Test
    void whatIsDueInAMonthLetsNobodyWaitWhoIsPromisedAnAnswerToday() {
        Forecast forecast = Forecast.of(
                NOW,
                plan(1, 30).promising(within(60)),
                arrivals("2026-06-01T09:00", "2026-06-01T09:30"),
                owed(40, "2026-07-03T17:00"));
        assertThat(forecast.isAlarming()).isFalse();
        assertThat(forecast.expectedWait(OFFICE)).contains(HALF_AN_HOUR);
        assertThat(forecast.backlogDays()).hasValue(3);
    }

    @Test
    void aPolicyThatPromisesNoReplyIsNoPromise() {
        SlaPolicy none = SlaPolicy.builder("none", OFFICE)
                .goal(SlaGoal.within(SlaTarget.TIME_TO_OWN, HALF_AN_HOUR))
                .build();
        assertThatThrownBy(() -> plan(1, 7).promising(none)).isInstanceOf(InvalidInputException.class);
    }

    /** Minute by minute, one person works on what is due first of all that is there. */
    @Property(tries = 200)
    void thePromiseThatCannotBeKeptIsTheOneThatSomebodyMissesWhoCountsMinutes(
            @ForAll long seed,
            @ForAll @IntRange(max = 40) int count,
            @ForAll @IntRange(max = 60) int coming,
            @ForAll @IntRange(min = 30, max = 900) int promised) {
        Random random = new Random(seed);
        List<Instant> owed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owed.add(NOW.plusSeconds(60L * (random.nextInt(9_000) - 500)));
        }
        List<Instant> history = new ArrayList<>();
        for (int i = 0; i < coming; i++) {
            history.add(at("2026-06-01T00:00").plusSeconds(60L * random.nextInt(7 * 24 * 60)));
        }
        ForecastPlan plan = plan(1, 14).promising(within(promised));
        Forecast forecast = Forecast.of(NOW, plan, Arrivals.of(history.stream(), FIRST, END, BERLIN), owed);
        assertThat(forecast.firstUnkeepable()).isEqualTo(counted(owed, history, promised));
    }

    private static final class Job {
        final Instant from;
        final Instant due;
        int left = 30;

        Job(Instant from, Instant due) {
            this.from = from;
            this.due = due;
        }
    }

    private static Optional<Instant> counted(List<Instant> owed, List<Instant> history, int promised) {
        Instant end = at("2026-06-22T00:00");
        List<Job> jobs = new ArrayList<>();
        owed.forEach(due -> jobs.add(new Job(NOW, due)));
        for (Instant once : history) {
            Instant hour = once.truncatedTo(ChronoUnit.HOURS);
            for (int week = 1; week <= 2; week++) {
                Instant from = hour.plus(Duration.ofDays(7L * week));
                if (!from.isBefore(NOW)) {
                    jobs.add(new Job(from, OFFICE.plus(from, Duration.ofMinutes(promised))));
                }
            }
        }
        List<Job> late = new ArrayList<>();
        for (Instant minute = NOW; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            Instant at = minute;
            Optional<Job> first = OFFICE.isOpen(at)
                    ? jobs.stream().filter(job -> !job.from.isAfter(at)).min(Comparator.comparing(job -> job.due))
                    : Optional.empty();
            if (first.isPresent() && --first.get().left == 0) {
                jobs.remove(first.get());
                if (first.get().due.isBefore(at.plusSeconds(60))) {
                    late.add(first.get());
                }
            }
        }
        late.addAll(jobs);
        return late.stream()
                .map(job -> job.due)
                .filter(due -> due.isAfter(NOW) && due.isBefore(end))
                .min(Comparator.naturalOrder());
    }

    @Test
    void aMarginBelowZeroIsRefusedWhenTheOutlookIsMade() {
        Forecast forecast = Forecast.of(NOW, plan(1, 7), arrivals(), List.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> forecast.outlook(OFFICE, Duration.ofHours(-1)));
    }
}
