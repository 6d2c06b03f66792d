package dev.heed.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import dev.heed.report.Figure;
import dev.heed.report.ReportPeriod;
import dev.heed.report.ServiceReport;
import dev.heed.report.TicketFigures;
import dev.heed.report.Verdict;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of the clock that are about reports, each named by its id. The 5th of June 2026 is a Friday. */
class ReportCasesTest {
    private static final SlaClock CLOCK = SlaClock.of(SlaBook.of(ServiceLevels.of(
            "1",
            Instant.parse("2020-01-01T00:00:00Z"),
            SlaPolicy.builder("standard", BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), Life.BERLIN))
                    .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(8))
                            .forPriority(Priority.HIGH, Duration.ofHours(2)))
                    .goal(SlaGoal.within(SlaTarget.TOTAL_RESOLUTION, Duration.ofHours(40)))
                    .build())));

    private static final Life OVER_THE_WEEKEND =
            Life.begins("2026-06-05T16:00").answers("2026-06-08T09:30", "It left.");

    private static TicketFigures figures(Life life, String asOf) {
        return TicketFigures.of(life.ticket(), CLOCK, Life.at(asOf));
    }

    private static Figure firstReply(Life life, String asOf) {
        return figures(life, asOf).of(SlaTarget.FIRST_REPLY).get(0);
    }

    private static ReportPeriod june() {
        return new ReportPeriod(Life.at("2026-06-01T00:00"), Life.at("2026-07-01T00:00"));
    }

    private static ServiceReport.Row report(Life... lives) {
        return ServiceReport.of(Stream.of(lives).map(life -> figures(life, "2026-06-20T00:00")), june())
                .row(SlaTarget.FIRST_REPLY, Map.of())
                .orElseThrow();
    }

    @Test
    void x55TheDifferenceToTheTargetIsWhatIsLeftOfItAndNegativeWhereMoreHasPassed() {
        assertThat(firstReply(OVER_THE_WEEKEND, "2026-06-09T09:00").difference())
                .isEqualTo(Duration.ofMinutes(6 * 60 + 30));
        Figure late = firstReply(Life.begins("2026-06-08T09:00"), "2026-06-09T12:00");
        assertThat(late.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(late.difference()).isEqualTo(Duration.ofHours(-3));
        assertThat(late.decidedAt()).contains(Life.at("2026-06-08T17:00"));
    }

    @Test
    void x55AnAnswerThatIsStillToComeChangesNoVerdictThatFell() {
        Life late = Life.begins("2026-06-08T09:00");
        assertThat(report(late).missed()).isEqualTo(1);
        assertThat(report(late.answers("2026-06-10T10:00", "It left.")).missed())
                .isEqualTo(1);
    }

    @Test
    void figuresOfATimeBeforeTheLastThingThatHappenedAreRefused() {
        assertThatThrownBy(() -> figures(OVER_THE_WEEKEND, "2026-06-08T09:29"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2026-06-08T07:30:00Z");
        assertThat(figures(OVER_THE_WEEKEND, "2026-06-08T09:30").figures()).isNotEmpty();
    }

    @Test
    void x56TheVerdictGoesByWorkingTimeAndWallTimeIsOnlyWhereItIsNamedSo() {
        Figure figure = firstReply(OVER_THE_WEEKEND, "2026-06-09T09:00");
        assertThat(figure.verdict()).isEqualTo(Verdict.MET);
        assertThat(figure.workingTime()).isEqualTo(Duration.ofMinutes(90));
        assertThat(figure.wallTime()).isEqualTo(Duration.ofMinutes(65 * 60 + 30));
        ServiceReport.Row row = report(OVER_THE_WEEKEND);
        assertThat(row.met()).isEqualTo(1);
        assertThat(row.workingTimes().median()).contains(figure.workingTime());
        assertThat(row.wallTimes().median()).contains(figure.wallTime());
    }

    @Test
    void x56WhatStoodStillCountsAsWallTimeAlone() {
        Life asked = Life.begins("2026-06-08T09:00")
                .botWrites("2026-06-08T10:00", "Which order?")
                .writes("2026-06-08T12:00", "A-1")
                .answers("2026-06-08T13:00", "It left.");
        Figure figure = firstReply(asked, "2026-06-09T09:00");
        assertThat(figure.workingTime()).isEqualTo(Duration.ofHours(2));
        assertThat(figure.wallTime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aReportIsAboutWhatWasDecidedInItsPeriod() {
        Life open = Life.begins("2026-06-19T16:00");
        Life cancelled = Life.begins("2026-06-08T09:00").deleted("2026-06-08T10:00");
        Life before = Life.begins("2026-05-28T09:00").answers("2026-05-28T10:00", "It left.");
        ServiceReport.Row row = report(open, cancelled, before, OVER_THE_WEEKEND);
        assertThat(row.met()).isEqualTo(1);
        assertThat(row.missed()).isZero();
        assertThat(row.cancelled()).isEqualTo(1);
        assertThat(row.workingTimes().count()).isEqualTo(1);
        assertThat(row.share().rate()).hasValue(0);
    }
}
