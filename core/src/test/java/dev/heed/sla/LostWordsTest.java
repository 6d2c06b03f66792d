package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static dev.heed.sla.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.BusinessHours;
import dev.heed.message.MessageId;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the shop wrote and never arrived has neither answered nor asked anything, whatever happened in between. */
class LostWordsTest {
    private static final BusinessHours OFFICE = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static SlaGoal goal(SlaTarget target, int hours) {
        return SlaGoal.within(target, Duration.ofHours(hours)).forPriority(Priority.URGENT, Duration.ofHours(1));
    }

    private static SlaPolicy policy(BusinessHours hours) {
        return SlaPolicy.builder("standard", hours)
                .goal(goal(SlaTarget.FIRST_REPLY, 8))
                .goal(goal(SlaTarget.NEXT_REPLY, 4))
                .goal(goal(SlaTarget.PERIODIC_UPDATE, 16))
                .goal(goal(SlaTarget.REQUESTER_WAIT, 8))
                .goal(goal(SlaTarget.AGENT_WORK, 8))
                .build();
    }

    private static final SlaClock CLOCK = SlaClock.of(SlaBook.of(
            ServiceLevels.of("1", LONG_AGO, policy(OFFICE)),
            ServiceLevels.of("2", Instant.parse("2090-01-01T00:00:00Z"), policy(BusinessHours.always(BERLIN)))));

    private static SlaReading read(Life life, SlaTarget target, String now) {
        return CLOCK.of(life.ticket()).read(target, at(now)).orElseThrow();
    }

    @Test
    void aQuestionThatIsLostLeavesALateClockLate() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-09T10:00", "Which one?")
                .bounces("2026-06-09T11:00");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-09T12:00");
        assertThat(wait.state()).isEqualTo(ClockState.BREACHED);
        assertThat(wait.dueAt()).contains(at("2026-06-08T17:00"));
        assertThat(wait.breachedAt()).contains(at("2026-06-08T17:00"));
        assertThat(wait.consumed()).isEqualTo(Duration.ofHours(11));
    }

    @Test
    void whatWasOverByAChangeBehindAQuestionThatIsLostIsLateByTheChange() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T12:00", "Which one?")
                .priority("2026-06-08T13:00", Priority.URGENT)
                .bounces("2026-06-08T15:00");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00");
        assertThat(wait.breachedAt()).contains(at("2026-06-08T13:00"));
        assertThat(wait.consumed()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aQuestionThatIsLostDoesNotEndAHold() {
        Life life = Life.begins("2026-06-08T09:00")
                .holds("2026-06-08T10:00", "2026-06-12T10:00")
                .answers("2026-06-10T10:00", "Which one?")
                .bounces("2026-06-10T11:00");
        SlaReading work = read(life, SlaTarget.AGENT_WORK, "2026-06-10T12:00");
        assertThat(work.consumed()).isLessThan(Duration.ofHours(4));
        assertThat(work.state()).isNotEqualTo(ClockState.BREACHED);
    }

    @Test
    void ofTwoQuestionsTheOneThatArrivedHasStoppedTheClock() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "Which one?")
                .answers("2026-06-09T10:00", "And which size?")
                .bounces("2026-06-09T11:00");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-09T12:00");
        assertThat(wait.consumed()).isEqualTo(Duration.ofHours(2)); // since it is known, something is owed again
    }

    @Test
    void aQuestionOfAProgramThatIsLostStopsNothing() {
        Life life = Life.begins("2026-06-08T09:00")
                .botWrites("2026-06-08T09:01", "What is your number?")
                .bounces("2026-06-08T09:02");
        SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T10:00");
        assertThat(reply.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reply.consumed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aProblemStatementThatIsLostStopsNothing() {
        Life life = Life.begins("2026-06-08T09:00").answers("2026-06-08T10:00", "I see.");
        life.with(new StatementSent(
                        Life.TICKET,
                        at("2026-06-08T10:00"),
                        Optional.of(life.lastMessage()),
                        Life.MARIA,
                        "The parcel is late."))
                .bounces("2026-06-08T15:00");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00");
        assertThat(wait.consumed()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aQuestionThatIsSentAgainStopsTheClockFromThenOn() {
        Life life = Life.begins("2026-06-08T09:00").answers("2026-06-08T10:00", "Which one?");
        MessageId question = life.lastMessage();
        life.with(new DeliveryFailed(Life.TICKET, at("2026-06-08T11:00"), question, "refused"))
                .with(new Redriven(Life.TICKET, at("2026-06-08T11:30"), question))
                .with(new Delivered(Life.TICKET, at("2026-06-08T12:00"), question, Optional.empty()));
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00");
        assertThat(wait.phase()).isEqualTo(ClockPhase.PAUSED);
        assertThat(wait.consumed()).isEqualTo(Duration.ofMinutes(150));
        SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T16:00");
        assertThat(reply.endedAt()).contains(at("2026-06-08T11:30"));

        life.bounces("2026-06-08T16:30", question);
        assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T16:30").isOpen())
                .isTrue();
        assertThat(read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:30").consumed())
                .isEqualTo(Duration.ofMinutes(450));

        life.with(new Redriven(Life.TICKET, at("2026-06-08T16:40"), question))
                .with(new Delivered(Life.TICKET, at("2026-06-08T16:45"), question, Optional.empty()));
        assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T16:50").endedAt())
                .contains(at("2026-06-08T16:40"));
        assertThat(read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:50").phase())
                .isEqualTo(ClockPhase.PAUSED);
    }

    @Test
    void aQuestionOfAProgramThatIsSentAgainStopsTheClockFromThenOn() {
        Life life = Life.begins("2026-06-08T09:00").botWrites("2026-06-08T09:01", "What is your number?");
        MessageId question = life.lastMessage();
        life.bounces("2026-06-08T09:30").with(new Redriven(Life.TICKET, at("2026-06-08T10:00"), question));
        SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T12:00");
        assertThat(reply.phase()).isEqualTo(ClockPhase.PAUSED);
        assertThat(reply.consumed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatIsNotLostAfterAllCountsFromWhenThatIsKnown() {
        Life life = Life.begins("2026-06-08T09:00").answers("2026-06-08T10:00", "It left.");
        MessageId answer = life.lastMessage();
        life.with(new DeliveryFailed(Life.TICKET, at("2026-06-08T11:00"), answer, "refused"))
                .with(new Delivered(Life.TICKET, at("2026-06-08T12:00"), answer, Optional.empty()));
        assertThat(read(life, SlaTarget.FIRST_REPLY, "2026-06-08T16:00").endedAt())
                .contains(at("2026-06-08T12:00"));
    }

    @Test
    void whoeverWaitsBehindALostAnswerWaitsWhateverBecomesOfTheTicketMeanwhile() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "It left.")
                .holds("2026-06-08T11:00", "2026-06-10T10:00")
                .noLevels("2026-06-08T12:00")
                .levels("2026-06-08T12:30", "1", ChangeMode.RECOMPUTE)
                .bounces("2026-06-08T13:00");
        SlaReading reply = read(life, SlaTarget.FIRST_REPLY, "2026-06-08T13:00");
        assertThat(reply.cycle()).isEqualTo(1);
        assertThat(reply.consumed()).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void aLevelOfACycleThatTurnedOutNeverToHaveBegunCanBeReachedAnew() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "It left.")
                .answers("2026-06-08T11:00", "It is there tomorrow.")
                .reached("2026-06-08T12:00", SlaTarget.PERIODIC_UPDATE, 2, "soon", "2026-06-10T11:00")
                .bounces("2026-06-08T13:00")
                .answers("2026-06-08T14:00", "It is there tomorrow, as we wrote.");
        SlaLevel soon = SlaLevel.before(Duration.ofHours(1), "soon");
        SlaClock clock = SlaClock.of(SlaBook.of(ServiceLevels.of(
                "1",
                LONG_AGO,
                SlaPolicy.builder("standard", OFFICE)
                        .goal(goal(SlaTarget.FIRST_REPLY, 8))
                        .goal(SlaGoal.within(SlaTarget.PERIODIC_UPDATE, Duration.ofHours(16))
                                .levels(soon))
                        .build())));
        SlaState state = clock.of(life.ticket());
        assertThat(state.read(SlaTarget.PERIODIC_UPDATE, at("2026-06-08T15:00"))
                        .orElseThrow()
                        .cycle())
                .isEqualTo(3);
        assertThat(state.pendingLevels()).extracting(PendingLevel::level).containsExactly(soon);
    }

    @Test
    void whatTheFoldTakesForReachedIsWhatTheTicketTakesForReached() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "It left.")
                .answers("2026-06-08T11:00", "It is there tomorrow.")
                .reached("2026-06-08T13:00", SlaTarget.PERIODIC_UPDATE, 2, "late", "2026-06-08T13:00")
                .bounces("2026-06-08T13:30")
                .answers("2026-06-08T14:00", "It is there tomorrow, as we wrote.");
        SlaClock clock = SlaClock.of(SlaBook.of(ServiceLevels.of(
                "1",
                LONG_AGO,
                SlaPolicy.builder("standard", OFFICE)
                        .goal(goal(SlaTarget.FIRST_REPLY, 8))
                        .goal(SlaGoal.within(SlaTarget.PERIODIC_UPDATE, Duration.ofHours(2))
                                .levels(SlaLevel.after(Duration.ZERO, "late")))
                        .build())));
        assertThat(clock.of(life.ticket()).pendingLevels())
                .extracting(PendingLevel::cycle)
                .containsExactly(3);
    }

    @Test
    void whatStandsStillForAnotherReasonSaysSo() {
        Life life = Life.begins("2026-06-08T09:00")
                .holds("2026-06-08T10:00", "2026-06-12T10:00")
                .botWrites("2026-06-08T11:00", "What is your number?")
                .holdEnds("2026-06-08T12:00");
        SlaReading work = read(life, SlaTarget.AGENT_WORK, "2026-06-08T13:00");
        assertThat(work.trace())
                .filteredOn(step -> step.kind() == TraceStep.Kind.PAUSED)
                .extracting(step -> step.pause().orElseThrow())
                .containsExactly(PauseReason.ON_HOLD, PauseReason.QUESTION);
        assertThat(work.consumed()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource(ChangeMode.class)
    void whatStoodStillWhileTheHoursChangedKeepsTheEarlierTimeIfPromisesAreKept(ChangeMode mode) {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "Which one?")
                .levels("2026-06-08T10:30", "2", mode)
                .writes("2026-06-08T16:00", "The blue one.");
        Instant due =
                read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00").dueAt().orElseThrow();
        assertThat(due).isEqualTo(at("2026-06-08T23:00")); // day and night it is earlier anyway

        Life back = Life.begins("2026-06-08T09:00")
                .levels("2026-06-08T09:00", "2", ChangeMode.RECOMPUTE)
                .answers("2026-06-08T10:00", "Which one?")
                .levels("2026-06-08T10:30", "1", mode)
                .writes("2026-06-08T16:00", "The blue one.");
        Instant kept =
                read(back, SlaTarget.REQUESTER_WAIT, "2026-06-08T16:00").dueAt().orElseThrow();
        assertThat(kept).isEqualTo(at(mode == ChangeMode.KEEP_PROMISE ? "2026-06-08T23:00" : "2026-06-09T15:00"));
    }

    @Test
    void whatExactlyRunsOutByAChangeWhileItStandsStillIsLateByTheChange() {
        Life life = Life.begins("2026-06-08T09:00")
                .answers("2026-06-08T10:00", "Which one?")
                .priority("2026-06-08T11:00", Priority.URGENT)
                .writes("2026-06-08T12:00", "The blue one.");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-08T12:00");
        assertThat(wait.breachedAt()).contains(at("2026-06-08T12:00"));
        assertThat(wait.trace())
                .anyMatch(step ->
                        step.kind() == TraceStep.Kind.BREACHED && step.reason().contains("by a change"));
    }

    @Test
    void x10WhatWasLateAndStandsStillIsNotOverdueAndStaysLate() {
        Life life = Life.begins("2026-06-08T09:00").answers("2026-06-09T10:00", "Which one?");
        SlaReading wait = read(life, SlaTarget.REQUESTER_WAIT, "2026-06-10T12:00");
        assertThat(wait.state()).isEqualTo(ClockState.BREACHED);
        assertThat(wait.phase()).isEqualTo(ClockPhase.PAUSED);
        assertThat(wait.isOverdue()).isFalse();
        assertThat(CLOCK.of(life.ticket()).overdue(at("2026-06-10T12:00")))
                .noneMatch(reading -> reading.target() == SlaTarget.REQUESTER_WAIT);
    }
}
