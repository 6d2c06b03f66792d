package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static dev.heed.sla.Life.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import dev.heed.people.Tier;
import dev.heed.sla.Impact.Kind;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final BusinessHours OFFICE = office().build();
    private static final SlaBook TODAY = SlaBook.of(levels("today", OFFICE, 8, 40));

    private static BusinessHoursBuilder office() {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN);
        for (int day = 1; day <= 5; day++) {
            builder.open(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(17, 0));
        }
        return builder;
    }

    private static ServiceLevels levels(String name, BusinessHours hours, int firstReply, int resolution) {
        return ServiceLevels.of(
                name,
                LONG_AGO,
                SlaPolicy.builder("standard", hours)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(firstReply)))
                        .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(resolution)))
                        .build());
    }

    private static List<Impact> impacts(ServiceLevels proposed, Life life, String now) {
        return WhatIf.applying(proposed, TODAY, at(now)).on(life.ticket());
    }

    @Test
    void anotherHolidayBreaksThePromiseOfAnAnswerOnThatDay() {
        Life life = Life.begins("2026-06-08T10:00").told("2026-06-08T10:00", "2026-06-09T10:00");
        ServiceLevels closedOnTuesday =
                levels("next", office().closed(LocalDate.of(2026, 6, 9)).build(), 8, 40);

        List<Impact> impacts = impacts(closedOnTuesday, life, "2026-06-08T11:00");

        assertThat(impacts.get(0).kind()).isEqualTo(Kind.PROMISE_BREAKS);
        assertThat(impacts.get(0).target()).contains(SlaTarget.FIRST_REPLY);
        assertThat(impacts.get(0).before()).contains(at("2026-06-09T10:00"));
        assertThat(impacts.get(0).after()).contains(at("2026-06-10T10:00"));
        assertThat(impacts.get(0).isBreak()).isTrue();
        assertThat(impacts).extracting(Impact::kind).containsExactly(Kind.PROMISE_BREAKS, Kind.LATER, Kind.LATER);
    }

    @Test
    void whoeverKeepsWhatWasPromisedBreaksNoPromiseByALaterTime() {
        Life life = Life.begins("2026-06-08T10:00").told("2026-06-08T10:00", "2026-06-09T10:00");
        ServiceLevels closedOnTuesday =
                levels("next", office().closed(LocalDate.of(2026, 6, 9)).build(), 8, 40);

        assertThat(WhatIf.applying(closedOnTuesday, ChangeMode.KEEP_PROMISE, TODAY, at("2026-06-08T11:00"))
                        .on(life.ticket()))
                .isEmpty();
        assertThat(WhatIf.applying(
                                levels("next", OFFICE, 20, 60), ChangeMode.KEEP_PROMISE, TODAY, at("2026-06-08T11:00"))
                        .on(life.ticket()))
                .isEmpty();
    }

    @Test
    void aPromiseOfAnotherKindBreaksWhenNobodyWouldBeThereBeforeIt() {
        Life life = Life.begins("2026-06-08T10:00").promises("2026-06-08T18:00", "2026-06-09T16:00");
        ServiceLevels closedOnTuesday =
                levels("next", office().closed(LocalDate.of(2026, 6, 9)).build(), 8, 40);

        assertThat(impacts(closedOnTuesday, life, "2026-06-08T18:30"))
                .filteredOn(Impact::isBreak)
                .singleElement()
                .satisfies(impact -> {
                    assertThat(impact.target()).isEmpty();
                    assertThat(impact.promise()).isPresent();
                    assertThat(impact.after()).contains(at("2026-06-10T09:00"));
                });
        assertThat(impacts(closedOnTuesday, life, "2026-06-08T12:00"))
                .as("while somebody is still there today")
                .noneMatch(Impact::isBreak);
    }

    @Test
    void aShorterTimeMakesLateAtOnceOrSooner() {
        Life life = Life.begins("2026-06-08T10:00");

        assertThat(impacts(levels("next", OFFICE, 1, 30), life, "2026-06-08T12:00"))
                .extracting(Impact::kind)
                .containsExactly(Kind.LATE_AT_ONCE, Kind.SOONER);
        assertThat(impacts(levels("next", OFFICE, 9, 40), life, "2026-06-08T12:00"))
                .extracting(Impact::kind)
                .containsExactly(Kind.LATER);
    }

    @Test
    void whatIsMeasuredNoMoreEndsAndWhatIsMeasuredNewlyBegins() {
        Life life = Life.begins("2026-06-08T10:00");
        ServiceLevels others = ServiceLevels.of(
                "next",
                LONG_AGO,
                SlaPolicy.builder("standard", OFFICE)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)))
                        .goal(SlaGoal.within(SlaTarget.TIME_TO_OWN, Duration.ofHours(2)))
                        .build());

        assertThat(impacts(others, life, "2026-06-08T12:00"))
                .extracting(Impact::kind, Impact::target)
                .containsExactly(
                        tuple(Kind.ENDS, Optional.of(SlaTarget.TOTAL_RESOLUTION)),
                        tuple(Kind.BEGINS, Optional.of(SlaTarget.TIME_TO_OWN)));
    }

    @Test
    void theSameLevelsWithAnotherCalendarUnderTheSameNameCanBeAskedFor() {
        Life life = Life.begins("2026-06-08T10:00");
        BusinessHours short9to10 = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(10, 0), BERLIN);

        assertThat(impacts(levels("today", short9to10, 8, 40), life, "2026-06-08T11:00"))
                .extracting(Impact::kind)
                .containsExactly(Kind.LATER, Kind.LATER);
        assertThat(impacts(levels("today", OFFICE, 8, 40), life, "2026-06-08T11:00"))
                .isEmpty();
    }

    @Test
    void whatIsClosedOrLateAlreadyDoesNotBreak() {
        ServiceLevels shorter = levels("next", OFFICE, 1, 2);
        Life closed = Life.begins("2026-06-08T10:00").closesAsDuplicate("2026-06-08T11:00");
        Life late = Life.begins("2026-06-08T10:00").told("2026-06-08T10:00", "2026-06-09T10:00");

        assertThat(impacts(shorter, closed, "2026-06-08T12:00")).isEmpty();
        assertThat(impacts(shorter, late, "2026-06-29T12:00")).noneMatch(Impact::isBreak);
    }

    @Property(tries = 200)
    void tellsWhatReallyHappensWhenTheLevelsAreApplied(
            @ForAll long seed, @ForAll @IntRange(max = 20) int steps, @ForAll ChangeMode mode) {
        Life life = SlaClockPropertiesTest.life(seed, steps, LocalDateTime.of(2026, 6, 8, 9, 0));
        SlaClock clock = SlaClockPropertiesTest.clock(SlaClockPropertiesTest.hours(List.of()), 0);
        ServiceLevels two = clock.book().get("2");
        Instant now = life.events().get(life.events().size() - 1).at().plusSeconds(60);
        List<Impact> impacts = WhatIf.applying(two, mode, clock.book(), now).on(life.ticket());
        SlaState before = clock.of(life.ticket());
        life.levels(now.atZone(BERLIN).toLocalDateTime().toString(), "2", mode);
        SlaState after = clock.of(life.ticket());

        for (SlaTarget target : SlaTarget.values()) {
            Optional<Instant> was =
                    before.read(target, now).filter(SlaReading::isOpen).flatMap(SlaReading::dueAt);
            Optional<Instant> is =
                    after.read(target, now).filter(SlaReading::isOpen).flatMap(SlaReading::dueAt);
            impacts.stream()
                    .filter(impact ->
                            impact.promise().isEmpty() && impact.target().equals(Optional.of(target)))
                    .forEach(impact -> {
                        assertThat(impact.before()).isEqualTo(was);
                        assertThat(impact.after()).isEqualTo(is);
                    });
            boolean told = impacts.stream()
                    .anyMatch(impact ->
                            impact.promise().isEmpty() && impact.target().equals(Optional.of(target)));
            boolean quiet = life.ticket().status() == TicketStatus.CLOSED;
            assertThat(told || quiet || standsAsBefore(before.read(target, now), after.read(target, now)))
                    .isTrue();
        }
    }

    /** Whatever it stands for: how long it still has may differ where it is not said, and never when it is due. */
    private static boolean standsAsBefore(Optional<SlaReading> was, Optional<SlaReading> is) {
        return was.filter(SlaReading::isOpen).isEmpty()
                ? is.filter(SlaReading::isOpen).isEmpty()
                : was.get().cycle() == is.orElseThrow().cycle()
                        && was.get().phase() == is.get().phase()
                        && was.get().dueAt().equals(is.get().dueAt());
    }

    @Test
    void aLateTargetBeginsAnewIfOtherLevelsAreApplied() {
        Life life = Life.begins("2026-06-08T10:00");
        assertThat(impacts(levels("next", OFFICE, 16, 80), life, "2026-06-12T12:00"))
                .filteredOn(impact -> impact.target().equals(Optional.of(SlaTarget.FIRST_REPLY)))
                .extracting(Impact::kind)
                .containsExactly(Impact.Kind.BEGINS);
    }

    @Test
    void whatAQuestionStopsIsDueSoonerIfNoneStopsItAnyMore() {
        Life life = Life.begins("2026-06-08T10:00").answers("2026-06-08T11:00", "Which one?");
        ServiceLevels now = waitingFor(SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(8)), "1");
        ServiceLevels next = waitingFor(
                SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(8)).pausedBy(), "next");
        Instant at = Life.at("2026-06-08T12:00");
        assertThat(WhatIf.applying(next, SlaBook.of(now), at).on(life.ticket()))
                .extracting(Impact::kind)
                .containsExactly(Impact.Kind.SOONER);
    }

    @Test
    void whatStandsStillIsDueLaterWhereTheHoursAreShorter() {
        Life life = Life.begins("2026-06-08T10:00").answers("2026-06-08T11:00", "Which one?");
        SlaGoal goal = SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(8));
        ServiceLevels next = ServiceLevels.of(
                "next",
                LONG_AGO,
                SlaPolicy.builder("standard", BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(10, 0), BERLIN))
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)))
                        .goal(goal)
                        .build());
        Instant at = Life.at("2026-06-08T12:00");
        assertThat(WhatIf.applying(next, SlaBook.of(waitingFor(goal, "1")), at).on(life.ticket()))
                .extracting(Impact::kind)
                .containsExactly(Impact.Kind.LATER);
    }

    private static ServiceLevels waitingFor(SlaGoal goal, String version) {
        return ServiceLevels.of(
                version,
                LONG_AGO,
                SlaPolicy.builder("standard", OFFICE)
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8)))
                        .goal(goal)
                        .build());
    }

    @Test
    void aPolicyForOtherTicketsChangesNothing() {
        Life life = Life.begins("2026-06-08T10:00").priority("2026-06-08T10:30", Priority.HIGH);
        ServiceLevels withPremium = ServiceLevels.of(
                "next",
                LONG_AGO,
                SlaPolicy.builder("premium", OFFICE)
                        .when(SlaCondition.any().tiers(Tier.of("premium")))
                        .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(1)))
                        .build(),
                levels("x", OFFICE, 8, 40).policies().get(0));

        assertThat(impacts(withPremium, life, "2026-06-08T12:00")).isEmpty();
    }
}
