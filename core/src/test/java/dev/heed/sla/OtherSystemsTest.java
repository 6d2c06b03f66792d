package dev.heed.sla;

import static dev.heed.sla.Life.BERLIN;
import static dev.heed.sla.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.Boundary;
import dev.heed.hours.BusinessHours;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The published verdicts of other systems, by configuration alone. The 8th of June 2026 is a Monday. */
class OtherSystemsTest {
    private static final BusinessHours OFFICE = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);
    private static final BusinessHours ALWAYS = BusinessHours.always(BERLIN);

    private static SlaReading read(SlaPolicy policy, Life life, SlaTarget target, String now) {
        ServiceLevels levels = ServiceLevels.of("1", Instant.EPOCH, policy);
        return SlaClock.of(SlaBook.of(levels))
                .of(life.ticket())
                .read(target, at(now))
                .orElseThrow();
    }

    private static SlaPolicy.Builder policy(BusinessHours hours) {
        return SlaPolicy.builder("theirs", hours).goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(4)));
    }

    /** https://support.zendesk.com, "Understanding which SLA metrics to use": what counts in which status. */
    @Nested
    class Zendesk {
        private final SlaPolicy metrics = policy(ALWAYS)
                .goal(SlaGoal.within(SlaTarget.REQUESTER_WAIT, Duration.ofHours(100)))
                .goal(SlaGoal.within(SlaTarget.AGENT_WORK, Duration.ofHours(100)))
                .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(100)))
                .goal(SlaGoal.within(SlaTarget.NEXT_REPLY, Duration.ofHours(4)))
                .goal(SlaGoal.within(SlaTarget.PERIODIC_UPDATE, Duration.ofHours(24))
                        .pausedBy())
                .build();

        /** New and open for 2 h, pending for 3 h, open for 1 h, on hold for 5 h, open for 1 h until solved. */
        private final Life life = Life.begins("2026-06-08T08:00")
                .answers("2026-06-08T10:00", "Which one?")
                .writes("2026-06-08T13:00", "The red one.")
                .holds("2026-06-08T14:00", "2026-06-08T19:00")
                .holdEnds("2026-06-08T19:00")
                .solves("2026-06-08T20:00");

        @Test
        void requesterWaitTimeIsNewOpenAndOnHold() {
            assertThat(read(metrics, life, SlaTarget.REQUESTER_WAIT, "2026-06-08T20:00")
                            .consumed())
                    .isEqualTo(Duration.ofHours(9));
        }

        @Test
        void agentWorkTimeIsNewAndOpen() {
            assertThat(read(metrics, life, SlaTarget.AGENT_WORK, "2026-06-08T20:00")
                            .consumed())
                    .isEqualTo(Duration.ofHours(4));
        }

        @Test
        void totalResolutionTimeIsFromCreationToSolved() {
            SlaReading total = read(metrics, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T20:00");
            assertThat(total.consumed()).isEqualTo(Duration.ofHours(12));
            assertThat(total.state()).isEqualTo(ClockState.MET);
        }

        @Test
        void nextReplyTimeCountsFromTheOldestCommentWithoutAnAnswer() {
            Life two = Life.begins("2026-06-08T08:00")
                    .answers("2026-06-08T10:00", "It left.")
                    .writes("2026-06-08T11:00", "When?")
                    .writes("2026-06-08T13:00", "Hello?");
            assertThat(read(metrics, two, SlaTarget.NEXT_REPLY, "2026-06-08T13:00")
                            .dueAt())
                    .contains(at("2026-06-08T15:00"));
        }

        @Test
        void periodicUpdateGoesOnWhilePending() {
            Life pending = Life.begins("2026-06-08T08:00").answers("2026-06-08T10:00", "Which one?");
            assertThat(read(metrics, pending, SlaTarget.PERIODIC_UPDATE, "2026-06-09T11:00")
                            .state())
                    .isEqualTo(ClockState.BREACHED);
        }

        @Test
        void whatIsSolvedAndOpensAgainGoesOnWhereItStopped() {
            Life again = life.reopens("2026-06-10T08:00", TicketStatus.SOLVED, "It is not.");
            assertThat(read(metrics, again, SlaTarget.AGENT_WORK, "2026-06-10T09:00")
                            .consumed())
                    .isEqualTo(Duration.ofHours(5));
        }
    }

    /** Its calendars are those of the Ruby library biz: a time that lands on a closing is moved to the next opening. */
    @Nested
    class Zammad {
        @Test
        void whatEndsWithTheDayIsDueAtTheNextOpening() {
            SlaPolicy theirs = policy(OFFICE).boundary(Boundary.LATEST).build();
            Life life = Life.begins("2026-06-12T13:00");
            assertThat(read(theirs, life, SlaTarget.FIRST_REPLY, "2026-06-12T13:00")
                            .dueAt())
                    .contains(at("2026-06-15T09:00"));
            assertThat(read(policy(OFFICE).build(), life, SlaTarget.FIRST_REPLY, "2026-06-12T13:00")
                            .dueAt())
                    .contains(at("2026-06-12T17:00"));
        }

        @Test
        void anEscalationIsCountedInTheWorkingTimeOfItsCalendar() {
            SlaPolicy theirs = policy(OFFICE).boundary(Boundary.LATEST).build();
            assertThat(read(theirs, Life.begins("2026-06-12T16:00"), SlaTarget.FIRST_REPLY, "2026-06-12T16:00")
                            .dueAt())
                    .contains(at("2026-06-15T12:00"));
        }
    }

    /** Its agreements: Starts and Due of t/sla/*.t, with a service level of business hours. */
    @Nested
    class RequestTracker {
        @Test
        void responseOutsideBusinessHoursStartsWithTheNextOpening() {
            SlaPolicy theirs = SlaPolicy.builder("2", OFFICE)
                    .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(2)))
                    .build();
            assertThat(read(theirs, Life.begins("2026-06-13T12:00"), SlaTarget.FIRST_REPLY, "2026-06-13T12:00")
                            .dueAt())
                    .contains(at("2026-06-15T11:00"));
        }

        @Test
        void aReplyOfTheRequestorStartsTheResponseAgainAndASecondOneLeavesDueAlone() {
            SlaPolicy theirs = policy(OFFICE)
                    .goal(SlaGoal.within(SlaTarget.NEXT_REPLY, Duration.ofHours(2)))
                    .build();
            Life life = Life.begins("2026-06-08T09:00")
                    .answers("2026-06-08T09:30", "It left.")
                    .writes("2026-06-08T10:00", "When?")
                    .writes("2026-06-08T11:00", "Hello?");
            assertThat(read(theirs, life, SlaTarget.NEXT_REPLY, "2026-06-08T11:00")
                            .dueAt())
                    .contains(at("2026-06-08T12:00"));
        }

        @Test
        void keepInLoopIsDueAfterEachReplyOfTheStaff() {
            SlaPolicy theirs = policy(OFFICE)
                    .goal(SlaGoal.within(SlaTarget.PERIODIC_UPDATE, Duration.ofHours(4))
                            .pausedBy())
                    .build();
            Life life = Life.begins("2026-06-08T09:00")
                    .answers("2026-06-08T10:00", "We look.")
                    .answers("2026-06-08T12:00", "We still look.");
            assertThat(read(theirs, life, SlaTarget.PERIODIC_UPDATE, "2026-06-08T12:00")
                            .dueAt())
                    .contains(at("2026-06-08T16:00"));
        }

        @Test
        void resolveInRealMinutesGoesOnAtNight() {
            SlaPolicy theirs = policy(OFFICE)
                    .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofDays(1))
                            .inCalendarHours())
                    .build();
            assertThat(read(theirs, Life.begins("2026-06-12T16:00"), SlaTarget.TOTAL_RESOLUTION, "2026-06-12T16:00")
                            .dueAt())
                    .contains(at("2026-06-13T16:00"));
        }

        @Test
        void statusesThatAreIgnoredStopTheClock() {
            SlaPolicy theirs = policy(ALWAYS)
                    .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(10))
                            .pausedBy(PauseReason.ON_HOLD))
                    .build();
            Life life = Life.begins("2026-06-08T08:00")
                    .holds("2026-06-08T10:00", "2026-06-08T15:00")
                    .holdEnds("2026-06-08T15:00");
            assertThat(read(theirs, life, SlaTarget.TOTAL_RESOLUTION, "2026-06-08T15:00")
                            .dueAt())
                    .contains(at("2026-06-08T23:00"));
        }
    }
}
