package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static dev.heed.sla.Life.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heed.hours.BusinessHours;
import dev.heed.message.MessageId;
import dev.heed.people.Tier;
import dev.heed.sla.explain.Explanation;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Moment;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases of the clock that are about tickets, each named by its id. The 8th of June 2026 is a Monday. */
class SlaCasesTest {
    private static final BusinessHours OFFICE = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static SlaGoal goal(SlaTarget target, int hours) {
        return SlaGoal.within(target, Duration.ofHours(hours));
    }

    private static SlaPolicy.Builder standard(BusinessHours hours) {
        return SlaPolicy.builder("standard", hours)
                .goal(goal(SlaTarget.FIRST_REPLY, 8)
                        .forPriority(Priority.HIGH, Duration.ofHours(2))
                        .forPriority(Priority.LOW, Duration.ofHours(16)))
                .goal(goal(SlaTarget.NEXT_REPLY, 4))
                .goal(goal(SlaTarget.PERIODIC_UPDATE, 16))
                .goal(goal(SlaTarget.REQUESTER_WAIT, 24))
                .goal(goal(SlaTarget.AGENT_WORK, 16))
                .goal(goal(SlaTarget.TOTAL_RESOLUTION, 40))
                .goal(goal(SlaTarget.TIME_TO_OWN, 1));
    }

    private static SlaClock clock(SlaPolicy... policies) {
        return SlaClock.of(SlaBook.of(ServiceLevels.of("1", LONG_AGO, policies)));
    }

    private static SlaClock clock() {
        return clock(standard(OFFICE).build());
    }

    /** Version 2 is only applied by an event. */
    private static SlaClock clockWith(SlaPolicy second) {
        return SlaClock.of(SlaBook.of(
                ServiceLevels.of("1", LONG_AGO, standard(OFFICE).build()), ServiceLevels.of("2", LATER, second)));
    }

    private static SlaReading read(SlaClock clock, Life life, SlaTarget target, String now) {
        return clock.of(life.ticket()).read(target, at(now)).orElseThrow();
    }

    private static SlaReading read(Life life, SlaTarget target, String now) {
        return read(clock(), life, target, now);
    }

    private static Optional<Instant> due(Life life, SlaTarget target, String now) {
        return read(life, target, now).dueAt();
    }

    private static BusinessHours longDays() {
        return BusinessHours.weekdays(LocalTime.of(8, 0), LocalTime.of(20, 0), BERLIN);
    }

    @Nested
    class Changes {
        private final Life waiting = Life.begins("2026-06-08T10:00").told("2026-06-08T10:00", "2026-06-09T10:00");

        @Test
        void x01WhenTheHoursChangeRunningTargetsFollowTheDeclaredRuleAndTheTraceNamesIt() {
            SlaClock clock = clockWith(standard(longDays()).build());
            Life kept = waiting.levels("2026-06-08T12:00", "2", ChangeMode.RECOMPUTE);
            SlaReading reading = read(clock, kept, SlaTarget.FIRST_REPLY, "2026-06-08T12:30");
            assertThat(reading.dueAt()).contains(at("2026-06-08T18:00"));
            assertThat(reading.consumed()).isEqualTo(Duration.ofMinutes(150));
            assertThat(reading.trace())
                    .anyMatch(step -> step.kind() == TraceStep.Kind.RETARGETED
                            && step.reason().contains("service levels 2, reckoned anew: as planned"));
        }

        @Test
        void x01KeepingAPromiseTakesTheEarlierTime() {
            BusinessHours fewer = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(13, 0), BERLIN);
            SlaClock clock = clockWith(standard(fewer).build());
            Life kept = waiting.levels("2026-06-08T12:00", "2", ChangeMode.KEEP_PROMISE);
            assertThat(read(clock, kept, SlaTarget.FIRST_REPLY, "2026-06-08T12:30")
                            .dueAt())
                    .contains(at("2026-06-09T10:00"));
        }

        @Test
        void x02AHolidayAddedTomorrowMovesOpenPendingAndReopenedTickets() {
            BusinessHours holiday = BusinessHours.builder(BERLIN)
                    .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .open(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .open(DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .open(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .open(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .closed(LocalDate.of(2026, 6, 9))
                    .build();
            SlaClock clock = clockWith(standard(holiday).build());
            Life open = Life.begins("2026-06-08T10:00").levels("2026-06-08T12:00", "2", ChangeMode.RECOMPUTE);
            assertThat(read(clock, open, SlaTarget.FIRST_REPLY, "2026-06-08T13:00")
                            .dueAt())
                    .contains(at("2026-06-10T10:00"));
            Life pending = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "Which one?")
                    .levels("2026-06-08T12:00", "2", ChangeMode.RECOMPUTE)
                    .writes("2026-06-08T13:00", "The red one.");
            assertThat(read(clock, pending, SlaTarget.AGENT_WORK, "2026-06-08T13:00")
                            .dueAt())
                    .contains(at("2026-06-11T12:00"));
            Life reopened = Life.begins("2026-06-08T10:00")
                    .solves("2026-06-08T11:00")
                    .reopens("2026-06-08T13:00", TicketStatus.SOLVED, "It is not.")
                    .levels("2026-06-08T14:00", "2", ChangeMode.RECOMPUTE);
            assertThat(read(clock, reopened, SlaTarget.NEXT_REPLY, "2026-06-08T14:00")
                            .dueAt())
                    .contains(at("2026-06-08T17:00"));
            assertThat(read(clock, reopened, SlaTarget.AGENT_WORK, "2026-06-08T14:00")
                            .dueAt())
                    .contains(at("2026-06-11T12:00"));
        }

        @Test
        void x03AHigherPriorityCountsFromTheOriginalStart() {
            Life life = Life.begins("2026-06-08T10:00").priority("2026-06-08T11:00", Priority.HIGH);
            assertThat(due(life, SlaTarget.FIRST_REPLY, "2026-06-08T11:00")).contains(at("2026-06-08T12:00"));
        }

        @Test
        void x03WhatAHigherPriorityMakesLateIsLateByTheChangeAndNotBefore() {
            Life life = Life.begins("2026-06-08T10:00").priority("2026-06-08T15:00", Priority.HIGH);
            SlaReading reading = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T15:30");
            assertThat(reading.state()).isEqualTo(ClockState.BREACHED);
            assertThat(reading.breachedAt()).contains(at("2026-06-08T15:00"));
            assertThat(reading.trace()).anyMatch(step -> step.reason().equals("late by the change: priority high"));
        }

        @Test
        void x03ALowerPriorityDoesNotMoveWhatTheCustomerWasTold() {
            Life told = waiting.priority("2026-06-08T11:00", Priority.LOW);
            assertThat(due(told, SlaTarget.FIRST_REPLY, "2026-06-08T11:00")).contains(at("2026-06-09T10:00"));
            Life untold = Life.begins("2026-06-08T10:00").priority("2026-06-08T11:00", Priority.LOW);
            assertThat(due(untold, SlaTarget.FIRST_REPLY, "2026-06-08T11:00")).contains(at("2026-06-10T10:00"));
        }

        @Test
        void x04TargetsOfAnotherPolicyDoNotSurviveItsEnd() {
            SlaPolicy sales = SlaPolicy.builder("sales", OFFICE)
                    .when(SlaCondition.any().kinds(TicketKind.SALES_ENQUIRY))
                    .goal(goal(SlaTarget.FIRST_REPLY, 1))
                    .build();
            SlaClock clock = clock(sales, standard(OFFICE).build());
            Life life = Life.begins("2026-06-08T10:00").kind("2026-06-08T10:10", TicketKind.SALES_ENQUIRY);
            assertThat(clock.read(life.ticket(), at("2026-06-08T10:20")))
                    .filteredOn(SlaReading::isOpen)
                    .extracting(SlaReading::target)
                    .containsExactly(SlaTarget.FIRST_REPLY);
            assertThat(read(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T10:20")
                            .dueAt())
                    .contains(at("2026-06-08T11:00"));
        }

        @Test
        void x05WithoutServiceLevelsNothingIsDueAndTheHistoryStays() {
            Life life = Life.begins("2026-06-08T10:00").noLevels("2026-06-08T11:00");
            SlaState state = clock().of(life.ticket());
            assertThat(state.policy()).isEmpty();
            assertThat(state.nearest(at("2026-06-08T12:00"))).isEmpty();
            assertThat(state.read(at("2026-06-20T12:00")))
                    .hasSize(5)
                    .allMatch(reading -> reading.state() == ClockState.CANCELLED);
        }

        @Test
        void x41WhenTheClocksOfAZoneChangeItIsRecomputedWithThatReason() {
            SlaClock clock = clockWith(standard(longDays()).build());
            Life life = Life.begins("2026-06-08T10:00")
                    .with(new dev.heed.ticket.ServiceEvent.LevelsApplied(
                            Life.TICKET,
                            at("2026-06-08T11:00"),
                            Optional.of("2"),
                            ChangeMode.RECOMPUTE,
                            Optional.empty(),
                            "time zones 2026b"));
            SlaReading reading = read(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00");
            assertThat(reading.dueAt()).contains(at("2026-06-08T18:00"));
            assertThat(reading.trace()).anyMatch(step -> step.reason().contains("time zones 2026b"));
        }

        @Test
        void x06AMissedTargetStaysOnRecordWhenTheLevelsChangeAndAnotherBegins() {
            SlaClock clock = clockWith(standard(longDays()).build());
            Life life = Life.begins("2026-06-08T10:00").levels("2026-06-10T10:00", "2", ChangeMode.RECOMPUTE);
            List<SlaReading> replies = clock.read(life.ticket(), at("2026-06-10T10:00")).stream()
                    .filter(reading -> reading.target() == SlaTarget.FIRST_REPLY)
                    .toList();
            assertThat(replies).extracting(SlaReading::state).containsExactly(ClockState.BREACHED, ClockState.RUNNING);
            assertThat(replies).extracting(SlaReading::cycle).containsExactly(1, 2);
            assertThat(replies.get(0).breachedAt()).contains(at("2026-06-09T10:00"));
            assertThat(replies.get(1).dueAt()).contains(at("2026-06-10T18:00"));
        }
    }

    @Nested
    class Pauses {
        @Test
        void x07APauseMovesTheDueTimeByTheWorkingTimeSpentInIt() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T16:00", "Which one?")
                    .writes("2026-06-09T10:00", "The red one.");
            assertThat(due(life, SlaTarget.REQUESTER_WAIT, "2026-06-09T10:00")).contains(at("2026-06-11T12:00"));
        }

        @Test
        void x08APauseOutsideTheHoursMovesNothing() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T18:00", "Which one?")
                    .writes("2026-06-09T08:30", "The red one.");
            assertThat(due(life, SlaTarget.REQUESTER_WAIT, "2026-06-09T10:00")).contains(at("2026-06-11T10:00"));
        }

        @Test
        void x09APauseOverAWeekendCountsOnlyItsWorkingTime() {
            Life life = Life.begins("2026-06-12T10:00")
                    .answers("2026-06-12T16:00", "Which one?")
                    .writes("2026-06-15T11:00", "The red one.");
            assertThat(due(life, SlaTarget.REQUESTER_WAIT, "2026-06-15T11:00")).contains(at("2026-06-17T13:00"));
        }

        @Test
        void x10WhatStandsStillIsNeverOverdue() {
            Life life = Life.begins("2026-06-08T10:00").answers("2026-06-08T16:00", "Which one?");
            SlaState state = clock().of(life.ticket());
            SlaReading wait =
                    state.read(SlaTarget.REQUESTER_WAIT, at("2026-09-01T12:00")).orElseThrow();
            assertThat(wait.state()).isEqualTo(ClockState.PAUSED);
            assertThat(wait.dueAt()).isEmpty();
            assertThat(wait.isOverdue()).isFalse();
            assertThat(wait.remaining()).isEqualTo(Duration.ofHours(18));
        }

        @Test
        void x11WhatWasLateStaysLateAfterAPauseAndCountsOnce() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-15T10:00", "Which one?")
                    .writes("2026-06-16T10:00", "The red one.");
            List<SlaReading> work = clock().read(life.ticket(), at("2026-06-17T10:00")).stream()
                    .filter(reading -> reading.target() == SlaTarget.AGENT_WORK)
                    .toList();
            assertThat(work).hasSize(1);
            assertThat(work.get(0).state()).isEqualTo(ClockState.BREACHED);
            assertThat(work.get(0).breachedAt()).contains(at("2026-06-10T10:00"));
            assertThat(work.get(0).trace())
                    .filteredOn(step -> step.kind() == TraceStep.Kind.BREACHED)
                    .hasSize(1);
        }

        @Test
        void x12PausesThatOverlapCountOnceToTheSecond() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00:10", "Which one?")
                    .answers("2026-06-08T11:00:20", "Red or blue?")
                    .writes("2026-06-08T11:00:40", "Red.");
            assertThat(read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T11:00:40")
                            .consumed())
                    .isEqualTo(Duration.ofHours(1).plusSeconds(10));
            assertThat(due(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T11:00:40"))
                    .contains(at("2026-06-11T10:00:30"));
        }

        @Test
        void x13APauseBeforeTheFirstReplyMovesItToo() {
            Life life = Life.begins("2026-06-08T10:00")
                    .botWrites("2026-06-08T10:05", "What is your order number?")
                    .writes("2026-06-08T12:05", "A-4711");
            assertThat(due(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:05")).contains(at("2026-06-09T12:00"));
        }

        @Test
        void anAnswerThatAsksNothingStopsNoClock() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "See https://acme.example/track?id=1 for it.")
                    .writes("2026-06-08T14:00", "Thank you.");
            SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T14:00");
            assertThat(wait.consumed()).isEqualTo(Duration.ofHours(4));
            assertThat(wait.trace()).anyMatch(step -> step.kind() == TraceStep.Kind.NOT_PAUSED);
        }

        @Test
        void beingOnHoldStopsTheWorkAndNotTheWait() {
            Life life = Life.begins("2026-06-08T10:00")
                    .holds("2026-06-08T11:00", "2026-06-10T11:00")
                    .holdEnds("2026-06-10T11:00");
            assertThat(read(life, SlaTarget.AGENT_WORK, "2026-06-10T12:00").consumed())
                    .isEqualTo(Duration.ofHours(2));
            assertThat(read(life, SlaTarget.REQUESTER_WAIT, "2026-06-10T12:00").consumed())
                    .isEqualTo(Duration.ofHours(18));
        }
    }

    @Nested
    class Closing {
        private final Life solved = Life.begins("2026-06-08T10:00").solves("2026-06-08T12:00");

        @Test
        void x14TimeWhileItWasClosedDoesNotCount() {
            Life life = solved.confirmed("2026-06-08T13:00")
                    .reopens("2026-06-15T10:00", TicketStatus.CLOSED, "It broke again.");
            SlaReading work = read(life, SlaTarget.AGENT_WORK, "2026-06-15T12:00");
            assertThat(work.consumed()).isEqualTo(Duration.ofHours(4));
            assertThat(work.dueAt()).contains(at("2026-06-16T16:00"));
        }

        @Test
        void x15ASolutionMeetsTheTargetUnlessItIsDeclaredToStopItOnly() {
            assertThat(read(solved, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:00")
                            .state())
                    .isEqualTo(ClockState.MET);
            SlaClock pausing = clock(SlaPolicy.builder("standard", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.REQUESTER_WAIT, 24).pausedBy(PauseReason.QUESTION, PauseReason.SOLVED))
                    .build());
            assertThat(read(pausing, solved, SlaTarget.REQUESTER_WAIT, "2026-06-08T13:00")
                            .state())
                    .isEqualTo(ClockState.PAUSED);
            Life confirmed = solved.confirmed("2026-06-09T12:00");
            SlaReading met = read(pausing, confirmed, SlaTarget.REQUESTER_WAIT, "2026-06-09T13:00");
            assertThat(met.state()).isEqualTo(ClockState.MET);
            assertThat(met.consumed()).isEqualTo(Duration.ofHours(2));
        }

        @ParameterizedTest
        @EnumSource(ReopenRule.class)
        void x16ReopeningFollowsTheDeclaredRule(ReopenRule rule) {
            SlaClock clock = clock(SlaPolicy.builder("standard", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.TOTAL_RESOLUTION, 8).onReopening(rule))
                    .build());
            Life life = solved.reopens("2026-06-10T10:00", TicketStatus.SOLVED, "It is not.");
            SlaReading reading = read(clock, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-10T10:00");
            switch (rule) {
                case RESUME -> assertThat(reading.dueAt()).contains(at("2026-06-10T16:00"));
                case RESTART -> {
                    assertThat(reading.cycle()).isEqualTo(2);
                    assertThat(reading.dueAt()).contains(at("2026-06-11T10:00"));
                }
                case NONE -> assertThat(reading.state()).isEqualTo(ClockState.MET);
            }
        }

        @Test
        void x16WhatHadTakenAllItsTimeSaysWhyItIsDueAtOnce() {
            SlaClock clock = clock(SlaPolicy.builder("standard", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.TOTAL_RESOLUTION, 2))
                    .build());
            Life life = solved.reopens("2026-06-10T10:00", TicketStatus.SOLVED, "It is not.");
            SlaReading reading = read(clock, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-10T10:00");
            assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
            assertThat(reading.remaining()).isZero();
            assertThat(reading.trace().get(reading.trace().size() - 1).reason()).contains("opened again");
        }

        @Test
        void x17TheWorkOfAllOpenSpansIsAddedUpAndFirstAndLastEndAreThere() {
            Life life = solved.reopens("2026-06-09T10:00", TicketStatus.SOLVED, "It is not.")
                    .solves("2026-06-09T11:00")
                    .reopens("2026-06-10T10:00", TicketStatus.SOLVED, "Not yet.")
                    .solves("2026-06-10T10:30")
                    .reopens("2026-06-11T10:00", TicketStatus.SOLVED, "Still not.")
                    .solves("2026-06-11T10:15");
            SlaReading work = read(life, SlaTarget.AGENT_WORK, "2026-06-12T10:00");
            assertThat(work.consumed()).isEqualTo(Duration.ofMinutes(120 + 60 + 30 + 15));
            assertThat(work.trace().stream()
                            .filter(step -> step.kind() == TraceStep.Kind.ENDED)
                            .map(TraceStep::at))
                    .startsWith(at("2026-06-08T12:00"))
                    .endsWith(at("2026-06-11T10:15"))
                    .hasSize(4);
        }

        @Test
        void x18ReopeningEndsBeingOverdueAndForgetsNothing() {
            Life life = Life.begins("2026-06-08T10:00")
                    .solves("2026-06-12T12:00")
                    .reopens("2026-06-15T10:00", TicketStatus.SOLVED, "It is not.");
            List<SlaReading> work = clock().read(life.ticket(), at("2026-06-15T11:00")).stream()
                    .filter(reading -> reading.target() == SlaTarget.AGENT_WORK)
                    .toList();
            assertThat(work).extracting(SlaReading::state).containsExactly(ClockState.BREACHED, ClockState.RUNNING);
            assertThat(work).noneMatch(SlaReading::isOverdue);
        }
    }

    @Nested
    class Structure {
        @Test
        void x19ADuplicateIsNeverDueAndTheOtherClockStaysAsItWas() {
            Life duplicate = Life.begins("2026-06-08T10:00").closesAsDuplicate("2026-06-08T11:00");
            assertThat(clock().of(duplicate.ticket()).pendingLevels()).isEmpty();
            assertThat(clock().read(duplicate.ticket(), at("2026-07-08T11:00")))
                    .allMatch(reading -> reading.state() == ClockState.CANCELLED);
            Life target = Life.begins("2026-06-08T10:00");
            Optional<Instant> before = due(target, SlaTarget.FIRST_REPLY, "2026-06-08T12:00");
            target.absorbs("2026-06-08T12:00", true, true);
            assertThat(due(target, SlaTarget.FIRST_REPLY, "2026-06-08T12:00")).isEqualTo(before);
        }

        @Test
        void x19ADuplicateStartsTheClockWhereThatIsDeclared() {
            SlaClock declared = clock(standard(OFFICE).duplicatesStartClocks().build());
            Life target = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .absorbs("2026-06-08T12:00", true, false);
            assertThat(read(declared, target, SlaTarget.NEXT_REPLY, "2026-06-08T12:00")
                            .dueAt())
                    .contains(at("2026-06-08T16:00"));
            assertThat(clock().of(target.ticket()).read(SlaTarget.NEXT_REPLY, at("2026-06-08T12:00")))
                    .isEmpty();
        }

        @Test
        void whoeverWaitsSinceADuplicateHasAClockWithTheNextMessage() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .absorbs("2026-06-08T12:00", true, false)
                    .writes("2026-06-08T13:00", "Hello?");
            assertThat(due(life, SlaTarget.NEXT_REPLY, "2026-06-08T13:00")).contains(at("2026-06-08T17:00"));
        }

        @Test
        void x19ADuplicateThatIsUnmergedGoesOnWithWhatWasLeft() {
            Life life = Life.begins("2026-06-08T10:00")
                    .closesAsDuplicate("2026-06-08T11:00")
                    .unmerged("2026-06-09T11:00", true);
            assertThat(due(life, SlaTarget.FIRST_REPLY, "2026-06-09T11:00")).contains(at("2026-06-10T10:00"));
        }

        @Test
        void x20AReplyInTheDuplicateCountsWhereThatIsDeclared() {
            Life life = Life.begins("2026-06-08T10:00").absorbs("2026-06-08T12:00", false, true);
            assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00").state())
                    .isEqualTo(ClockState.RUNNING);
            SlaClock declared =
                    clock(standard(OFFICE).repliesInDuplicatesCount().build());
            assertThat(read(declared, life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00")
                            .state())
                    .isEqualTo(ClockState.MET);
        }

        @Test
        void x21ATicketThatWasSplitOffCountsFromItsMessageOrFromTheSplit() {
            Life child = Life.opened("2026-06-08T14:00").splitFrom("2026-06-08T14:00", "2026-06-08T10:00");
            assertThat(due(child, SlaTarget.FIRST_REPLY, "2026-06-08T14:00")).contains(at("2026-06-09T10:00"));
            SlaClock fromTheSplit =
                    clock(standard(OFFICE).splitsStartAtTheSplit().build());
            assertThat(read(fromTheSplit, child, SlaTarget.FIRST_REPLY, "2026-06-08T14:00")
                            .dueAt())
                    .contains(at("2026-06-09T14:00"));
        }

        @Test
        void whatIsDeletedIsNotDueAndGoesOnWithWhatWasLeft() {
            Life life = Life.begins("2026-06-08T10:00").deleted("2026-06-08T11:00");
            assertThat(clock().of(life.ticket()).nearest(at("2026-06-08T12:00")))
                    .isEmpty();
            life.restored("2026-06-10T11:00");
            assertThat(due(life, SlaTarget.FIRST_REPLY, "2026-06-10T11:00")).contains(at("2026-06-11T10:00"));
        }
    }

    @Nested
    class Replies {
        @Test
        void x22NotesOfColleaguesNeitherMeetNorStartAnything() {
            Life life = Life.begins("2026-06-08T10:00");
            List<Moment> before = life.moments();
            life.notes("2026-06-08T11:00");
            assertThat(life.moments()).isEqualTo(before);
        }

        @Test
        void x25WhatIsWrittenDownForTheCustomerAnswersNobody() {
            Life life = Life.opened("2026-06-08T10:00").writes("2026-06-08T10:00", "On the phone: my parcel is late.");
            assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00").state())
                    .isEqualTo(ClockState.RUNNING);
        }

        @Test
        void anAutoResponderOfTheCustomerStartsNothing() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "Which one?")
                    .writesAutomatically("2026-06-08T11:01");
            assertThat(clock().of(life.ticket()).read(SlaTarget.NEXT_REPLY, at("2026-06-08T12:00")))
                    .isEmpty();
            assertThat(read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:00").state())
                    .isEqualTo(ClockState.PAUSED);
        }

        @Test
        void x23WhatNoPersonWroteAnswersNobody() {
            Life life = Life.begins("2026-06-08T10:00")
                    .botWrites("2026-06-08T10:01", "We are happy that you wrote.")
                    .told("2026-06-08T10:01", "2026-06-09T10:00");
            assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00").state())
                    .isEqualTo(ClockState.RUNNING);
        }

        @Test
        void x24WithoutAWordOfTheCustomerNoReplyIsDue() {
            Life life = Life.opened("2026-06-08T10:00").answers("2026-06-08T10:00", "Your parcel is late.");
            assertThat(clock().of(life.ticket()).read(SlaTarget.FIRST_REPLY, at("2026-06-08T12:00")))
                    .isEmpty();
            life.writes("2026-06-08T13:00", "Why?");
            assertThat(due(life, SlaTarget.NEXT_REPLY, "2026-06-08T13:00")).contains(at("2026-06-08T17:00"));
        }

        @Test
        void x26ASecondMessageDoesNotMoveTheNextReply() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-08T12:00", "When?")
                    .writes("2026-06-08T15:00", "Hello?");
            assertThat(due(life, SlaTarget.NEXT_REPLY, "2026-06-08T15:00")).contains(at("2026-06-08T16:00"));
        }

        @Test
        void x27WhatHappensInOneSecondHappensInItsOrder() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-08T11:00", "When?");
            assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T11:00").state())
                    .isEqualTo(ClockState.MET);
            assertThat(due(life, SlaTarget.NEXT_REPLY, "2026-06-08T11:00")).contains(at("2026-06-08T15:00"));
        }

        @Test
        void x28OfTwoThatRunTheNearestIsReportedAndBothAreKept() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-08T12:00", "When?")
                    .owned("2026-06-08T12:00");
            SlaState state = clock().of(life.ticket());
            assertThat(state.nearest(at("2026-06-08T12:00")).orElseThrow().target())
                    .isEqualTo(SlaTarget.NEXT_REPLY);
            assertThat(state.read(SlaTarget.PERIODIC_UPDATE, at("2026-06-08T12:00"))
                            .orElseThrow()
                            .dueAt())
                    .contains(at("2026-06-10T11:00"));
        }

        @Test
        void anAnswerThatComesBackHasAnsweredNobody() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .bounces("2026-06-08T12:00");
            SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00");
            assertThat(reply.state()).isEqualTo(ClockState.RUNNING);
            assertThat(reply.dueAt()).contains(at("2026-06-09T10:00"));
        }

        @Test
        void aLostAnswerStoodForNoNewsSoTheyAreOwedSinceTheAnswerBefore() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-08T12:00", "When?")
                    .answers("2026-06-08T13:00", "Tomorrow.");
            SlaReading second = read(life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T14:00");
            assertThat(second.cycle()).isEqualTo(2);
            life.bounces("2026-06-08T15:00");
            SlaReading first = read(life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T15:00");
            assertThat(first.cycle()).isEqualTo(1);
            assertThat(first.state()).isEqualTo(ClockState.RUNNING);
            assertThat(first.dueAt()).contains(at("2026-06-10T11:00"));
            assertThat(first.consumed()).isEqualTo(Duration.ofHours(4));
            assertThat(clock().of(life.ticket()).read(at("2026-06-08T15:00")))
                    .filteredOn(reading -> reading.target() == SlaTarget.PERIODIC_UPDATE)
                    .extracting(SlaReading::state)
                    .containsExactly(ClockState.RUNNING);
            life.answers("2026-06-08T16:00", "Tomorrow, as we wrote.");
            assertThat(read(life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T16:00").cycle())
                    .isEqualTo(2);
            assertThat(clock().of(life.ticket()).read(at("2026-06-08T16:00")))
                    .filteredOn(reading -> reading.target() == SlaTarget.PERIODIC_UPDATE)
                    .extracting(SlaReading::cycle, SlaReading::state)
                    .containsExactly(tuple(1, ClockState.MET), tuple(2, ClockState.RUNNING));
        }

        @Test
        void aLostQuestionAboutWhatIsLateAlreadyChangesNothing() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-12T10:00", "Which one?")
                    .bounces("2026-06-12T11:00");
            SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-12T12:00");
            assertThat(wait.breachedAt()).contains(at("2026-06-11T10:00"));
            assertThat(wait.dueAt()).contains(at("2026-06-11T10:00"));
            assertThat(wait.remaining()).isEqualTo(Duration.ofHours(-10));
        }

        @Test
        void afterALostFirstAnswerNoNewsAreOwed() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .bounces("2026-06-08T12:00");
            assertThat(clock().of(life.ticket()).read(SlaTarget.PERIODIC_UPDATE, at("2026-06-08T12:00")))
                    .isEmpty();
        }

        @Test
        void behindALostAnswerTheOneThatArrivedIsTheAnswer() {
            Life life = Life.begins("2026-06-08T10:00").answers("2026-06-08T11:00", "It left.");
            MessageId lost = life.lastMessage();
            life.answers("2026-06-08T12:00", "And arrives tomorrow.").bounces("2026-06-08T13:00", lost);
            SlaReading update = read(life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T13:00");
            assertThat(update.startedAt()).isEqualTo(at("2026-06-08T12:00"));
            assertThat(update.state()).isEqualTo(ClockState.RUNNING);
            SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T13:00");
            assertThat(reply.endedAt()).contains(at("2026-06-08T12:00"));
        }

        @Test
        void whatChangedWhileALostAnswerWasOnItsWayHoldsForWhatGoesOn() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .priority("2026-06-08T11:10", Priority.HIGH)
                    .bounces("2026-06-08T11:30");
            SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T11:30");
            assertThat(reply.within()).isEqualTo(Duration.ofHours(2));
            assertThat(reply.dueAt()).contains(at("2026-06-08T12:00"));
        }

        @ParameterizedTest
        @CsvSource({"15:00, 15:00", "18:00, 16:00", "12:10, 16:00"})
        void noReplyIsDueAfterATimeAheadThatTheCustomerWasToldElsewhere(String told, String due) {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-08T12:00", "When?")
                    .absorbs("2026-06-08T12:30", true, false)
                    .told("2026-06-08T12:30", "2026-06-08T" + told);
            assertThat(due(life, SlaTarget.NEXT_REPLY, "2026-06-08T13:00")).contains(at("2026-06-08T" + due));
        }

        @Test
        void aTicketThatGoesOnByItselfAgainIsDueWhenTheCustomerWasTold() {
            Life life = Life.begins("2026-06-08T10:00")
                    .told("2026-06-08T10:00", "2026-06-09T10:00")
                    .closesAsDuplicate("2026-06-08T11:00")
                    .unmerged("2026-06-08T16:00", true)
                    .told("2026-06-08T16:00", "2026-06-08T16:30");
            SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T16:10");
            assertThat(reply.dueAt()).contains(at("2026-06-08T16:30"));
            assertThat(reply.remaining()).isEqualTo(Duration.ofMinutes(20));
        }

        @Test
        void x03ALevelThatRaisesThePriorityMakesNothingLate() {
            Life life = Life.begins("2026-06-08T10:00")
                    .reached("2026-06-09T09:00", SlaTarget.FIRST_REPLY, 1, "soon", "2026-06-09T10:00")
                    .raised("2026-06-09T09:00", Priority.HIGH, "Level 'soon' of FIRST_REPLY was reached.");
            SlaReading raised = read(life, SlaTarget.FIRST_REPLY, "2026-06-09T09:00");
            assertThat(raised.within()).isEqualTo(Duration.ofHours(2));
            assertThat(raised.dueAt()).contains(at("2026-06-09T10:00"));
            assertThat(raised.breachedAt()).isEmpty();
            assertThat(raised.remaining()).isEqualTo(Duration.ofHours(1));
            assertThat(raised.trace())
                    .anyMatch(step -> step.reason()
                            .equals("priority high; it would be late by that, so it stays due when it was"));
            assertThat(Explanation.of(raised, at("2026-06-09T09:00")).text(BERLIN))
                    .contains("nothing is late because a level was reached");
            assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-09T10:00:01").breachedAt())
                    .contains(at("2026-06-09T10:00"));
        }

        @Test
        void x03ALevelThatRaisesThePriorityMayMakeItDueSooner() {
            Life life = Life.begins("2026-06-08T10:00")
                    .reached("2026-06-08T11:00", SlaTarget.FIRST_REPLY, 1, "soon", "2026-06-09T10:00")
                    .raised("2026-06-08T11:00", Priority.HIGH, "Level 'soon' of FIRST_REPLY was reached.");
            assertThat(due(life, SlaTarget.FIRST_REPLY, "2026-06-08T11:00")).contains(at("2026-06-08T12:00"));
        }

        @Test
        void x03APersonWhoRaisesThePriorityMayMakeItLateAndTheTraceSaysSo() {
            Life life = Life.begins("2026-06-08T10:00")
                    .reached("2026-06-09T09:00", SlaTarget.FIRST_REPLY, 1, "soon", "2026-06-09T10:00")
                    .priority("2026-06-09T09:00", Priority.HIGH);
            SlaReading late = read(life, SlaTarget.FIRST_REPLY, "2026-06-09T09:00");
            assertThat(late.breachedAt()).contains(at("2026-06-09T09:00"));
            assertThat(late.trace()).anyMatch(step -> step.reason().equals("late by the change: priority high"));
        }

        @Test
        void x47TheVerdictIsThatOfTheTimeWhenItHappened() {
            Life late = Life.begins("2026-06-08T10:00").answers("2026-06-09T10:01", "It left.");
            assertThat(read(late, SlaTarget.FIRST_REPLY, "2026-06-09T10:05").state())
                    .isEqualTo(ClockState.BREACHED);
            Life inTime = Life.begins("2026-06-08T10:00").answers("2026-06-09T09:59:59", "It left.");
            assertThat(read(inTime, SlaTarget.FIRST_REPLY, "2026-06-09T10:05").state())
                    .isEqualTo(ClockState.MET);
            Life justInTime = Life.begins("2026-06-08T10:00").answers("2026-06-09T10:00", "It left.");
            assertThat(read(justInTime, SlaTarget.FIRST_REPLY, "2026-06-09T10:05")
                            .state())
                    .isEqualTo(ClockState.MET);
        }

        @Test
        void x48WhatWasAnsweredInTimeIsNotOverdueAndWhatWasLateStaysOnRecord() {
            Life late = Life.begins("2026-06-08T10:00");
            assertThat(clock().of(late.ticket()).overdue(at("2026-06-09T10:00:01")))
                    .extracting(SlaReading::target)
                    .contains(SlaTarget.FIRST_REPLY);
            late.answers("2026-06-09T11:00", "It left.");
            assertThat(clock().of(late.ticket()).overdue(at("2026-06-09T11:00")))
                    .extracting(SlaReading::target)
                    .doesNotContain(SlaTarget.FIRST_REPLY);
            assertThat(read(late, SlaTarget.FIRST_REPLY, "2026-06-09T11:00").state())
                    .isEqualTo(ClockState.BREACHED);
        }

        @Test
        void x49TheTimeToOwnCountsFromTheOpeningAndAHandoverIsNotMeasured() {
            Life life = Life.begins("2026-06-08T10:00").owned("2026-06-08T11:30");
            SlaReading own = read(life, SlaTarget.TIME_TO_OWN, "2026-06-08T12:00");
            assertThat(own.state()).isEqualTo(ClockState.BREACHED);
            assertThat(own.breachedAt()).contains(at("2026-06-08T11:00"));
            life.owned("2026-06-08T15:00");
            assertThat(read(life, SlaTarget.TIME_TO_OWN, "2026-06-08T16:00").cycle())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Policies {
        @Test
        void x52OfTwoPoliciesTheFirstInTheDeclaredOrderHolds() {
            SlaPolicy vip = SlaPolicy.builder("vip", OFFICE)
                    .when(SlaCondition.any().tiers(Tier.of("vip")))
                    .goal(goal(SlaTarget.FIRST_REPLY, 1))
                    .build();
            SlaPolicy sales = SlaPolicy.builder("a name before", OFFICE)
                    .when(SlaCondition.any().kinds(TicketKind.SALES_ENQUIRY))
                    .goal(goal(SlaTarget.FIRST_REPLY, 2))
                    .build();
            SlaClock clock = clock(vip, sales, standard(OFFICE).build());
            Life life = Life.begins("2026-06-08T10:00")
                    .tier("2026-06-08T10:00", "vip")
                    .kind("2026-06-08T10:00", TicketKind.SALES_ENQUIRY);
            assertThat(clock.of(life.ticket()).policy()).contains(vip);
        }

        @Test
        void x53ATicketWithoutServiceLevelsAnswersEveryQuestionWithNothing() {
            SlaState state = SlaClock.of(SlaBook.empty())
                    .of(Life.begins("2026-06-08T10:00").ticket());
            assertThat(state.policy()).isEmpty();
            assertThat(state.levels()).isEmpty();
            assertThat(state.read(at("2026-06-08T10:00"))).isEmpty();
            assertThat(state.nearest(at("2026-06-08T10:00"))).isEmpty();
            assertThat(state.overdue(at("2026-06-08T10:00"))).isEmpty();
            assertThat(state.pendingLevels()).isEmpty();
        }

        @Test
        void x54TargetsMayBeLongerThanNinetyNineHoursAndThanAYear() {
            SlaClock clock = clock(SlaPolicy.builder("standard", BusinessHours.always(BERLIN))
                    .goal(goal(SlaTarget.FIRST_REPLY, 100))
                    .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofDays(400)))
                    .build());
            Life life = Life.begins("2026-06-08T10:00");
            assertThat(read(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T10:00")
                            .dueAt())
                    .contains(at("2026-06-08T10:00").plus(Duration.ofHours(100)));
            assertThat(read(clock, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T10:00")
                            .dueAt())
                    .contains(at("2026-06-08T10:00").plus(Duration.ofDays(400)));
        }

        @Test
        void x59ATimeSetByHandSaysWhoAndWhyAndIsNeverBeyondWhatTheCustomerWasTold() {
            Life life = Life.begins("2026-06-08T10:00")
                    .told("2026-06-08T10:00", "2026-06-09T10:00")
                    .dueSet("2026-06-08T11:00", SlaTarget.FIRST_REPLY, "2026-06-12T10:00")
                    .dueSet("2026-06-08T11:00", SlaTarget.TOTAL_RESOLUTION, "2026-06-08T12:00");
            SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T11:00");
            assertThat(reply.dueAt()).contains(at("2026-06-09T10:00"));
            assertThat(reply.trace())
                    .anyMatch(step -> step.reason().contains("by maria: she leaves")
                            && step.reason().contains("told an earlier time"));
            assertThat(due(life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T11:00"))
                    .contains(at("2026-06-08T12:00"));
        }
    }

    @Nested
    class Levels {
        private final SlaClock clock = clock(SlaPolicy.builder("standard", OFFICE)
                .goal(goal(SlaTarget.FIRST_REPLY, 8)
                        .levels(
                                SlaLevel.before(Duration.ofHours(4), "half time", "notify"),
                                SlaLevel.before(Duration.ofHours(1), "soon", "notify")
                                        .during(OFFICE),
                                SlaLevel.after(Duration.ZERO, "late", "page"),
                                SlaLevel.after(Duration.ofHours(8), "a day late", "page")))
                .build());

        @Test
        void x44NobodyIsToldAtNightWhoIsNotThere() {
            SlaClock nights = clock(SlaPolicy.builder("standard", BusinessHours.always(BERLIN))
                    .goal(goal(SlaTarget.FIRST_REPLY, 8)
                            .levels(SlaLevel.before(Duration.ofHours(1), "soon", "notify")
                                    .during(OFFICE)))
                    .build());
            Life evening = Life.begins("2026-06-12T18:00");
            assertThat(nights.of(evening.ticket()).pendingLevels())
                    .extracting(PendingLevel::at)
                    .containsExactly(at("2026-06-15T09:00"));
        }

        @Test
        void x45EachLevelIsReachedOnceAndInOrder() {
            Life life = Life.begins("2026-06-08T09:00");
            assertThat(clock.of(life.ticket()).pendingLevels())
                    .extracting(level -> level.level().name())
                    .containsExactly("half time", "soon", "late", "a day late");
            life.reached("2026-06-08T13:00", SlaTarget.FIRST_REPLY, 1, "half time", "2026-06-08T17:00")
                    .reached("2026-06-08T16:00", SlaTarget.FIRST_REPLY, 1, "soon", "2026-06-08T17:00");
            assertThat(clock.of(life.ticket()).pendingLevels())
                    .extracting(PendingLevel::at)
                    .containsExactly(at("2026-06-08T17:00"), at("2026-06-09T17:00"));
        }

        @Test
        void x46LevelsMoveWithTheDueTimeAndEndWithTheClock() {
            Life life = Life.begins("2026-06-08T09:00")
                    .botWrites("2026-06-08T10:00", "What is your order number?")
                    .writes("2026-06-08T12:00", "A-4711");
            assertThat(clock.of(life.ticket()).pendingLevels())
                    .extracting(PendingLevel::at)
                    .containsExactly(
                            at("2026-06-08T15:00"),
                            at("2026-06-09T10:00"),
                            at("2026-06-09T11:00"),
                            at("2026-06-10T11:00"));
            life.answers("2026-06-08T14:00", "It left.");
            assertThat(clock.of(life.ticket()).pendingLevels()).isEmpty();
        }

        @Test
        void x58ReplayOfWhatWasImportedGivesTheSameVerdictsAndTellsNobody() {
            Life life = Life.begins("2026-06-08T09:00")
                    .with(new dev.heed.ticket.LifecycleEvent.Imported(Life.TICKET, at("2026-06-10T09:00")));
            assertThat(clock.of(life.ticket())
                            .read(SlaTarget.FIRST_REPLY, at("2026-06-10T09:00"))
                            .orElseThrow()
                            .state())
                    .isEqualTo(ClockState.BREACHED);
            assertThat(clock.of(life.ticket()).pendingLevels()).isEmpty();
        }
    }

    @Nested
    class FoundByTrying {
        private SlaClock keeping() {
            BusinessHours mondaysAndFridays = BusinessHours.builder(BERLIN)
                    .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .open(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
                    .build();
            return clockWith(standard(mondaysAndFridays).build());
        }

        @Test
        void x07APauseNeverMovesATimeThatWasKeptToAnEarlierOne() {
            Life life = Life.begins("2026-06-08T16:00").levels("2026-06-08T16:30", "2", ChangeMode.KEEP_PROMISE);
            Instant kept = due(keeping(), life, SlaTarget.REQUESTER_WAIT, "2026-06-09T09:00");
            life.answers("2026-06-09T10:00", "Which one?").writes("2026-06-09T10:01", "The blue one.");

            assertThat(due(keeping(), life, SlaTarget.REQUESTER_WAIT, "2026-06-09T10:02"))
                    .isAfterOrEqualTo(kept);
            assertThat(read(keeping(), life, SlaTarget.REQUESTER_WAIT, "2026-06-09T10:02")
                            .state())
                    .isEqualTo(ClockState.RUNNING);
        }

        @Test
        void whatIsSplitOffHasNoAnswerHere() {
            Life life = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "It left.")
                    .writes("2026-06-09T09:00", "And my invoice?");
            Instant news = due(clock(), life, SlaTarget.PERIODIC_UPDATE, "2026-06-09T09:00");
            life.splitOff("2026-06-09T09:02");
            assertThat(read(life, SlaTarget.NEXT_REPLY, "2026-06-09T10:00").state())
                    .isEqualTo(ClockState.CANCELLED);
            SlaReading update = read(life, SlaTarget.PERIODIC_UPDATE, "2026-06-09T10:00");
            assertThat(update.cycle()).isEqualTo(1);
            assertThat(update.dueAt()).contains(news);
        }

        @Test
        void x20WhoeverStillWaitsAfterTheDuplicateWasAnsweredIsOwedTheNextReply() {
            SlaClock clock = clock(standard(OFFICE).repliesInDuplicatesCount().build());
            Life life = Life.begins("2026-06-08T10:00").absorbs("2026-06-08T12:00", false, true);
            assertThat(read(clock, life, SlaTarget.FIRST_REPLY, "2026-06-08T13:00")
                            .state())
                    .isEqualTo(ClockState.MET);
            assertThat(read(clock, life, SlaTarget.NEXT_REPLY, "2026-06-08T13:00")
                            .startedAt())
                    .isEqualTo(at("2026-06-08T12:00"));
            assertThat(read(clock, life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T13:00")
                            .state())
                    .isEqualTo(ClockState.RUNNING);
        }

        @Test
        void x16WhatChangedWhileItWasSolvedHoldsForWhatGoesOn() {
            Life life = Life.begins("2026-06-08T09:00")
                    .solves("2026-06-08T10:00")
                    .levels("2026-06-08T11:00", "2", ChangeMode.RECOMPUTE)
                    .reopens("2026-06-08T12:00", TicketStatus.SOLVED, "It is not.");
            SlaClock shorter = clockWith(SlaPolicy.builder("standard", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.REQUESTER_WAIT, 3))
                    .build());
            assertThat(read(shorter, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:00")
                            .dueAt())
                    .contains(at("2026-06-08T14:00"));
            assertThat(read(shorter, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T12:00")
                            .isOpen())
                    .isFalse();
        }

        @Test
        void x16WhatIsNotToGoOnDoesNotBeginAnewByAnotherPriorityEither() {
            SlaClock never = clock(SlaPolicy.builder("standard", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.TOTAL_RESOLUTION, 40).onReopening(ReopenRule.NONE))
                    .build());
            Life life = Life.begins("2026-06-08T09:00")
                    .solves("2026-06-08T10:00")
                    .reopens("2026-06-08T12:00", TicketStatus.SOLVED, "It is not.")
                    .priority("2026-06-08T13:00", Priority.HIGH);
            SlaReading total = read(never, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T13:00");
            assertThat(total.cycle()).isEqualTo(1);
            assertThat(total.state()).isEqualTo(ClockState.MET);
        }

        @Test
        void x19NoChangeRevivesTheReplyOfWhatIsClosedOrDeleted() {
            Life closed = Life.begins("2026-06-08T09:00")
                    .closesAsDuplicate("2026-06-08T10:00")
                    .priority("2026-06-08T11:00", Priority.HIGH);
            assertThat(read(closed, SlaTarget.FIRST_REPLY, "2026-06-10T11:00").state())
                    .isEqualTo(ClockState.CANCELLED);
            Life deleted = Life.begins("2026-06-08T09:00")
                    .deleted("2026-06-08T10:00")
                    .priority("2026-06-08T11:00", Priority.HIGH);
            assertThat(read(deleted, SlaTarget.FIRST_REPLY, "2026-06-10T11:00").state())
                    .isEqualTo(ClockState.CANCELLED);
        }

        @Test
        void whatTheCustomerWasToldHoldsForWhatGoesOn() {
            Life restored = Life.begins("2026-06-08T09:00")
                    .told("2026-06-08T09:01", "2026-06-08T12:00")
                    .deleted("2026-06-08T10:00")
                    .restored("2026-06-08T10:30");
            assertThat(read(restored, SlaTarget.FIRST_REPLY, "2026-06-08T10:30").dueAt())
                    .contains(at("2026-06-08T12:00"));
            Life again = Life.begins("2026-06-08T09:00")
                    .noLevels("2026-06-08T10:00")
                    .told("2026-06-08T10:10", "2026-06-08T12:00")
                    .levels("2026-06-08T10:30", "1", ChangeMode.KEEP_PROMISE);
            assertThat(read(again, SlaTarget.FIRST_REPLY, "2026-06-08T10:30").dueAt())
                    .contains(at("2026-06-08T12:00"));
        }

        @Test
        void x05ATargetThatIsWantedAgainGoesOnWithWhatWasLeft() {
            Tag vip = new Tag("vip");
            SlaClock clock = clock(
                    SlaPolicy.builder("vip", OFFICE)
                            .when(SlaCondition.any().tags(vip))
                            .goal(goal(SlaTarget.FIRST_REPLY, 8))
                            .goal(goal(SlaTarget.REQUESTER_WAIT, 4))
                            .build(),
                    SlaPolicy.builder("standard", OFFICE)
                            .goal(goal(SlaTarget.FIRST_REPLY, 8))
                            .build());
            Life life = Life.begins("2026-06-08T09:00")
                    .tagged("2026-06-08T09:00", vip)
                    .untagged("2026-06-08T11:59", vip);
            assertThat(read(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:00")
                            .state())
                    .isEqualTo(ClockState.CANCELLED);
            life.tagged("2026-06-08T12:01", vip);
            SlaReading again = read(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:01");
            assertThat(again.cycle()).isEqualTo(1);
            assertThat(again.consumed()).isEqualTo(Duration.ofMinutes(179));
        }

        private Instant due(SlaClock clock, Life life, SlaTarget target, String now) {
            return read(clock, life, target, now).dueAt().orElseThrow();
        }

        @Test
        void x48AnotherPriorityDoesNotHideThatAReplyIsLate() {
            Life life = Life.begins("2026-06-08T10:00").priority("2026-06-12T11:00", Priority.HIGH);
            SlaReading waiting = read(life, SlaTarget.FIRST_REPLY, "2026-06-12T11:30");
            assertThat(waiting.cycle()).isEqualTo(1);
            assertThat(waiting.isOverdue()).isTrue();
            life.answers("2026-06-12T12:00", "It left.");
            assertThat(clock().of(life.ticket()).read(at("2026-06-12T13:00")))
                    .filteredOn(reading -> reading.target() == SlaTarget.FIRST_REPLY)
                    .singleElement()
                    .matches(reading -> reading.state() == ClockState.BREACHED);
        }

        @Test
        void aQuestionThatComesBackHasStoppedNothing() {
            Life asked = Life.begins("2026-06-08T10:00")
                    .answers("2026-06-08T11:00", "Which one?")
                    .bounces("2026-06-08T15:00");
            Life silent = Life.begins("2026-06-08T10:00");

            assertThat(read(asked, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00").consumed())
                    .isEqualTo(read(silent, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00")
                            .consumed());
            assertThat(read(asked, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00").dueAt())
                    .isEqualTo(read(silent, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00")
                            .dueAt());
        }

        @Test
        void x10WhatIsOverByAChangeWhileItStandsStillIsLateAsSoonAsItGoesOn() {
            SlaPolicy shorter = SlaPolicy.builder("short", OFFICE)
                    .goal(goal(SlaTarget.FIRST_REPLY, 8))
                    .goal(goal(SlaTarget.REQUESTER_WAIT, 1))
                    .build();
            SlaClock clock = clockWith(shorter);
            Life life = Life.begins("2026-06-08T10:00").answers("2026-06-08T14:00", "Which one?");
            assertThat(WhatIf.applying(clock.book().get("2"), clock.book(), at("2026-06-08T15:00"))
                            .on(life.ticket()))
                    .anyMatch(impact -> impact.kind() == Impact.Kind.LATE_AT_ONCE);

            life.levels("2026-06-08T15:00", "2", ChangeMode.RECOMPUTE);
            SlaReading paused = read(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T15:30");
            assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
            assertThat(paused.remaining()).isEqualTo(Duration.ofHours(-3));
            life.writes("2026-06-08T16:00", "The blue one.");
            SlaReading late = read(clock, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00");
            assertThat(late.breachedAt()).contains(at("2026-06-08T16:00"));
        }
    }
}
