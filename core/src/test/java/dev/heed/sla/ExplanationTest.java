package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static dev.heed.sla.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.hours.Holiday;
import dev.heed.sla.explain.ExplainedLine;
import dev.heed.sla.explain.ExplainedLine.Kind;
import dev.heed.sla.explain.Explanation;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final BusinessHours OFFICE = BusinessHours.builder(BERLIN)
            .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
            .open(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.NOON)
            .open(DayOfWeek.TUESDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))
            .open(DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
            .open(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
            .holiday(Holiday.wholeDay(LocalDate.of(2026, 6, 10), "Foundation Day"))
            .build();

    private static SlaClock clock(SlaGoal... goals) {
        SlaPolicy.Builder builder = SlaPolicy.builder("standard", OFFICE);
        if (goals[0].target() != SlaTarget.FIRST_REPLY) {
            builder.goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)));
        }
        for (SlaGoal goal : goals) {
            builder.goal(goal);
        }
        return SlaClock.of(SlaBook.of(ServiceLevels.of("1", LONG_AGO, builder.build())));
    }

    private static Explanation explained(SlaClock clock, Life life, SlaTarget target, String now) {
        return Explanation.of(clock.of(life.ticket()).read(target, at(now)).orElseThrow(), at(now));
    }

    @Test
    void tellsLineByLineHowARunningClockCameToItsDueTime() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(10)));
        Life life = Life.begins("2026-06-08T16:15");

        assertThat(explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-09T13:00:30")
                        .text(BERLIN))
                .isEqualTo("""
                First reply: within 10 h in the hours Mon 09:00-17:00; Tue 09:00-12:00, 13:00-17:00; Wed-Thu 09:00-17:00 Europe/Berlin, by policy 'standard'.
                Times are told in Europe/Berlin.
                Monday 8 June 2026 16:15, it starts: the customer waits.
                Monday 8 June 2026 16:15 until 17:00: 45 min, together 45 min.
                Tuesday 9 June 2026 09:00 until 12:00: 3 h, together 3 h 45 min.
                Tuesday 9 June 2026 13:00 until 13:00:30: 30 s, together 3 h 45 min 30 s.
                Now, Tuesday 9 June 2026 13:00:30, 3 h 45 min 30 s of 10 h have passed.
                Tuesday 9 June 2026 13:00:30 until 17:00: 3 h 59 min 30 s, together 3 h 59 min 30 s of what is left.
                Wednesday 10 June 2026 is a holiday: Foundation Day.
                Thursday 11 June 2026 09:00 until 11:15: 2 h 15 min, together 6 h 14 min 30 s of what is left.
                It is due on Thursday 11 June 2026 11:15, with 6 h 14 min 30 s left.""");
    }

    @Test
    void x57AViewerInAnotherZoneReadsTheSameInstantsWithItsNames() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(1)));
        Life life = Life.begins("2026-06-08T16:15");

        String text = explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T16:30")
                .text(ZoneId.of("America/Los_Angeles"));
        assertThat(text)
                .contains("Times are told in America/Los_Angeles.")
                .contains("Monday 8 June 2026 07:15, it starts")
                .contains("It is due on Tuesday 9 June 2026 00:15, with 45 min left.");
    }

    @Test
    void tellsOfPausesOfThePriorityAndOfATimeThatWasSet() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(16))
                .forPriority(Priority.HIGH, Duration.ofHours(6)));
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "Which one?")
                .writes("2026-06-08T12:00", "The blue one.")
                .priority("2026-06-08T13:00", Priority.HIGH)
                .dueSet("2026-06-08T14:00", SlaTarget.REQUESTER_WAIT, "2026-06-09T09:30");

        String text = explained(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T15:00")
                .text(BERLIN);
        assertThat(text)
                .contains("""
                Monday 8 June 2026 10:00, it stands still: the customer was asked.
                Monday 8 June 2026 12:00, it goes on: what stopped it is over.
                Monday 8 June 2026 12:00 until 13:00: 1 h, together 2 h.
                Monday 8 June 2026 13:00, what it goes by changes: priority high.""")
                .contains("Now, Monday 8 June 2026 15:00, 4 h of 6 h have passed.")
                .contains(
                        "It is due on Tuesday 9 June 2026 09:30, with 2 h 30 min left; by its goal it would be 2 h, but it was"
                                + " set by maria");
    }

    @Test
    void tellsWhatBecameOfAClockThatHasEnded() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(2)));
        Life met = Life.begins("2026-06-08T09:00").answers("2026-06-08T10:00", "It left.");
        Life late = Life.begins("2026-06-08T09:00").answers("2026-06-08T12:00", "It left.");
        Life waiting = Life.begins("2026-06-08T09:00");

        assertThat(explained(clock, met, SlaTarget.FIRST_REPLY, "2026-06-20T15:00")
                        .text(BERLIN))
                .endsWith(
                        "10:00, it ends: a person answered.\nIn all, 1 h of 2 h have passed.\nIt was met, with 1 h left.");
        assertThat(explained(clock, late, SlaTarget.FIRST_REPLY, "2026-06-20T15:00")
                        .text(BERLIN))
                .contains("Monday 8 June 2026 11:00, it is late: not done when it was due.")
                .endsWith("It was due on Monday 8 June 2026 11:00, and was late by 1 h.");
        assertThat(explained(clock, waiting, SlaTarget.FIRST_REPLY, "2026-06-08T11:30:00.5")
                        .text(BERLIN))
                .endsWith("It was due on Monday 8 June 2026 11:00, and is late by 30 min 0.5 s.");
    }

    @Test
    void tellsLongTimesByMonthAndByYear() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(1_000)));
        Life life = Life.begins("2026-06-08T09:00");

        assertThat(explained(clock, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T10:00").lines().stream()
                        .filter(line -> line.kind() == Kind.AHEAD))
                .hasSizeBetween(7, 9);
        assertThat(explained(clock, life, SlaTarget.TOTAL_RESOLUTION, "2046-06-08T10:00").lines().stream()
                        .filter(line -> line.kind() == Kind.WORKED))
                .hasSize(28);
        assertThat(explained(clock, life, SlaTarget.TOTAL_RESOLUTION, "9026-06-08T10:00")
                        .lines())
                .hasSizeLessThan(14);
    }

    @Test
    void tellsThatClocksChangeWithinTheTimeThatIsCounted() {
        SlaPolicy always = SlaPolicy.builder("always", BusinessHours.always(BERLIN))
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofDays(2)))
                .build();
        SlaClock clock = SlaClock.of(SlaBook.of(ServiceLevels.of("1", Instant.EPOCH, always)));
        Life spring = Life.begins("2026-03-28T12:00");

        Explanation before = explained(clock, spring, SlaTarget.FIRST_REPLY, "2026-03-28T13:00");
        assertThat(before.text(BERLIN)).contains("""
                Now, Saturday 28 March 2026 13:00, 1 h of 48 h have passed.
                Saturday 28 March 2026 13:00 until Monday 30 March 2026 13:00: 47 h, together 47 h of what is left.
                On Sunday 29 March 2026 the clocks in Europe/Berlin go forward by 1 h.
                It is due on Monday 30 March 2026 13:00""");
        assertThat(sum(before, Kind.AHEAD)).isEqualTo(Duration.ofHours(47));
        assertThat(explained(clock, Life.begins("2026-10-24T12:00"), SlaTarget.FIRST_REPLY, "2026-10-25T12:00")
                        .text(BERLIN))
                .contains("On Sunday 25 October 2026 the clocks in Europe/Berlin went back by 1 h.")
                .contains("Now, Sunday 25 October 2026 12:00, 25 h of 48 h have passed.");
    }

    @Test
    void namesEachOfTheHoursByWhichItWent() {
        BusinessHours longDays = BusinessHours.weekdays(LocalTime.of(8, 0), LocalTime.of(20, 0), BERLIN);
        BusinessHours closing = BusinessHours.builder(BERLIN)
                .open(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(20, 0))
                .build();
        BusinessHours closed = BusinessHours.builder(BERLIN)
                .open(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(20, 0))
                .closed(LocalDate.of(2026, 12, 28))
                .build();
        SlaClock clock = SlaClock.of(SlaBook.of(
                version("1", "2020-01-01T00:00:00Z", longDays),
                version("2", "2030-01-01T00:00:00Z", closing),
                version("3", "2031-01-01T00:00:00Z", closed)));
        Life life = Life.begins("2026-06-08T09:00")
                .levels("2026-06-08T10:00", "2", ChangeMode.RECOMPUTE)
                .levels("2026-06-08T11:00", "3", ChangeMode.RECOMPUTE);

        assertThat(explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00")
                        .text(BERLIN))
                .startsWith("""
                First reply: within 8 h, by policy 'standard'.
                Its hours were Mon-Fri 08:00-20:00 Europe/Berlin from Monday 8 June 2026 09:00; Mon 08:00-20:00 Europe/Berlin from Monday 8 June 2026 10:00; Mon 08:00-20:00 Europe/Berlin, with other dates, from Monday 8 June 2026 11:00.
                Times are told in Europe/Berlin.""");
    }

    private static ServiceLevels version(String name, String from, BusinessHours hours) {
        return ServiceLevels.of(
                name,
                Instant.parse(from),
                SlaPolicy.builder("standard", hours)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)))
                        .build());
    }

    @Test
    void aCodeIsToldInWordsAndStaysWhereProgramsReadIt() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(16)));
        Life life = Life.begins("2026-06-08T09:00").answers("2026-06-08T10:00", "It left.");
        Explanation explanation = explained(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T11:00");

        assertThat(explanation.text(BERLIN))
                .contains("Monday 8 June 2026 10:00, it goes on running: the answer asks nothing.")
                .doesNotContain("PAUSE_WITHOUT_QUESTION");
        assertThat(explanation.reading().trace())
                .filteredOn(step -> step.kind() == TraceStep.Kind.NOT_PAUSED)
                .singleElement()
                .satisfies(step -> assertThat(step.code()).contains(PracticeCode.PAUSE_WITHOUT_QUESTION));
    }

    @Test
    void whatEndsAtMidnightEndsTheDateBeforeAndWhatBeginsThenBeginsADate() {
        SlaPolicy always = SlaPolicy.builder("always", BusinessHours.always(BERLIN))
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofDays(2)))
                .build();
        SlaClock clock = SlaClock.of(SlaBook.of(ServiceLevels.of("1", Instant.EPOCH, always)));
        Life life = Life.begins("2026-06-08T00:00").told("2026-06-08T00:00", "2026-06-10T00:00");

        assertThat(explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-09T00:00")
                        .text(BERLIN))
                .contains("the customer is told a time: until Tuesday 9 June 2026 24:00.")
                .contains("Monday 8 June 2026 00:00 until 24:00: 24 h, together 24 h.")
                .contains("Now, Tuesday 9 June 2026 00:00, 24 h of 48 h have passed.")
                .contains("Tuesday 9 June 2026 00:00 until 24:00: 24 h, together 24 h of what is left.")
                .contains("It is due on Tuesday 9 June 2026 24:00, with 24 h left.");
        assertThat(explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-10T01:00")
                        .text(BERLIN))
                .contains("Monday 8 June 2026 00:00 until Tuesday 9 June 2026 24:00: 48 h, together 48 h.")
                .contains("Wednesday 10 June 2026 00:00, it is late")
                .endsWith("It was due on Tuesday 9 June 2026 24:00, and is late by 1 h.");
    }

    @Property(tries = 300)
    void itsLinesAddUpToWhatHasPassedAndWhatIsLeft(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int steps,
            @ForAll @LongRange(max = 4_000_000) long later,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Life life = SlaClockPropertiesTest.life(seed, steps, LocalDateTime.of(2026, 6, 8, 9, 0));
        BusinessHours hours = SlaClockPropertiesTest.hours(List.of(LocalDate.of(2026, 6, 10)));
        Instant now = life.events()
                .get(life.events().size() - 1)
                .at()
                .plusSeconds(later)
                .plusNanos(nanos);
        for (SlaReading reading : SlaClockPropertiesTest.clock(hours, 7).read(life.ticket(), now)) {
            Explanation explanation = Explanation.of(reading, now);

            assertThat(sum(explanation, Kind.WORKED)).isEqualTo(reading.consumed());
            if (reading.state() == ClockState.RUNNING) {
                assertThat(sum(explanation, Kind.AHEAD)).isEqualTo(reading.remaining());
            }
            assertThat(explanation.lines())
                    .isSortedAccordingTo((a, b) -> a.from().compareTo(b.from()));
            assertThat(explanation.text(ZoneId.of("Asia/Kathmandu"))).contains("Asia/Kathmandu");
        }
    }

    @Test
    void anAnswerThatNeverArrivedAndAChangeOfHoursAddUpToo() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "It left.")
                .bounces("2026-06-08T11:00")
                .levels("2026-06-08T11:30", "2", ChangeMode.RECOMPUTE);
        SlaClock clock = SlaClockPropertiesTest.clock(SlaClockPropertiesTest.hours(List.of()), 0);
        Explanation explanation = explained(clock, life, SlaTarget.FIRST_REPLY, "2026-06-09T15:00");

        assertThat(sum(explanation, Kind.WORKED))
                .isEqualTo(explanation.reading().consumed());
        assertThat(explanation.reading().trace()).extracting(TraceStep::kind).contains(TraceStep.Kind.REVIVED);
        assertThat(explanation.text(BERLIN)).contains("what was written did not arrive");
    }

    @Test
    void aQuestionThatNeverArrivedWhileTheTargetChangedAddsUpToo() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "Which one?")
                .levels("2026-06-08T12:00", "2", ChangeMode.RECOMPUTE)
                .bounces("2026-06-08T15:00");
        SlaClock clock = SlaClockPropertiesTest.clock(SlaClockPropertiesTest.hours(List.of()), 0);
        Explanation explanation = explained(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00");

        assertThat(sum(explanation, Kind.WORKED))
                .isEqualTo(explanation.reading().consumed());
    }

    @Test
    void aHolidayThatBeginsWhenItIsDueIsNotNamed() {
        BusinessHours allDay = BusinessHours.builder(BERLIN)
                .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)
                .open(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)
                .open(DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)
                .closed(LocalDate.of(2026, 6, 9))
                .build();
        SlaClock clock = SlaClock.of(SlaBook.of(ServiceLevels.of(
                "1",
                Instant.parse("2020-01-01T00:00:00Z"),
                SlaPolicy.builder("standard", allDay)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(15)))
                        .build())));
        Explanation explanation =
                explained(clock, Life.begins("2026-06-08T09:00"), SlaTarget.FIRST_REPLY, "2026-06-08T10:00");
        assertThat(explanation.reading().dueAt()).contains(Life.at("2026-06-09T00:00"));
        assertThat(explanation.lines()).noneMatch(line -> line.kind() == Kind.HOLIDAY);
    }

    private static Duration sum(Explanation explanation, Kind kind) {
        return explanation.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(ExplainedLine::added)
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void aHolidayThatIsGoingOnIsNamedOnceWithAllOfItsTime() {
        SlaClock clock = clock(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(10)));
        Explanation explanation =
                explained(clock, Life.begins("2026-06-09T16:00"), SlaTarget.FIRST_REPLY, "2026-06-10T12:00");
        assertThat(explanation.lines())
                .filteredOn(line -> line.kind() == Kind.HOLIDAY)
                .singleElement()
                .satisfies(holiday -> {
                    assertThat(holiday.from()).isEqualTo(at("2026-06-10T00:00"));
                    assertThat(holiday.until()).isEqualTo(at("2026-06-11T00:00"));
                });
        assertThat(explanation.text(BERLIN)).containsOnlyOnce("Foundation Day");
    }
}
