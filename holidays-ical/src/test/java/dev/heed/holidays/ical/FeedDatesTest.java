package dev.heed.holidays.ical;

import static dev.heed.holidays.ical.Feeds.berlin;
import static dev.heed.holidays.ical.Feeds.event;
import static dev.heed.holidays.ical.Feeds.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Entries with dates and without times. */
class FeedDatesTest {
    @Test
    void anEntryWithoutAnEndClosesOneDate() {
        assertThat(told(berlin(event("SUMMARY:Stocktaking", "DTSTART;VALUE=DATE:20260330")), 2026))
                .containsExactly("2026-03-30 Stocktaking");
    }

    @Test
    void theEndOfAnEntryIsNotIncluded() {
        assertThat(told(
                        berlin(event(
                                "SUMMARY:Stocktaking", "DTSTART;VALUE=DATE:20260330", "DTEND;VALUE=DATE:20260331")),
                        2026))
                .containsExactly("2026-03-30 Stocktaking");
    }

    @Test
    void x42AFeedEntryThatSpansTwoDaysClosesBothDates() {
        ICalHolidays holidays =
                berlin(event("SUMMARY:Christmas", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227"));

        assertThat(told(holidays, 2026)).containsExactly("2026-12-25 Christmas", "2026-12-26 Christmas");
    }

    @Test
    void x42AFeedEntryThatSpansTwoDaysOverNewYearClosesOneDateOfEachYear() {
        ICalHolidays holidays =
                berlin(event("SUMMARY:Turn of the year", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102"));

        assertThat(told(holidays, 2026)).containsExactly("2026-12-31 Turn of the year");
        assertThat(told(holidays, 2027)).containsExactly("2027-01-01 Turn of the year");
        assertThat(holidays.in(2028)).isEmpty();
    }

    @Test
    void x42AFeedEntryThatSpansTwoDaysOverNewYearComesBackEachYearOnBothSides() {
        ICalHolidays holidays = berlin(event(
                "SUMMARY:Turn of the year",
                "DTSTART;VALUE=DATE:20251231",
                "DTEND;VALUE=DATE:20260102",
                "RRULE:FREQ=YEARLY"));

        assertThat(told(holidays, 2025)).containsExactly("2025-12-31 Turn of the year");
        assertThat(told(holidays, 2026)).containsExactly("2026-01-01 Turn of the year", "2026-12-31 Turn of the year");
        assertThat(told(holidays, 9999)).containsExactly("9999-01-01 Turn of the year", "9999-12-31 Turn of the year");
    }

    @Test
    void x42AFeedEntryOn29FebruaryThatComesBackEachYearIsThereInLeapYearsOnly() {
        ICalHolidays holidays = berlin(event("SUMMARY:Leap day", "DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"));

        assertThat(told(holidays, 2024)).containsExactly("2024-02-29 Leap day");
        assertThat(holidays.in(2025)).isEmpty();
        assertThat(holidays.in(2026)).isEmpty();
        assertThat(told(holidays, 2028)).containsExactly("2028-02-29 Leap day");
        assertThat(holidays.in(2100)).isEmpty();
        assertThat(told(holidays, 2400)).containsExactly("2400-02-29 Leap day");
    }

    @Test
    void x42AFeedEntryOn29FebruaryWithoutARuleIsThereOnce() {
        ICalHolidays holidays = berlin(event("SUMMARY:Leap day", "DTSTART;VALUE=DATE:20280229"));

        assertThat(told(holidays, 2028)).containsExactly("2028-02-29 Leap day");
        assertThat(holidays.in(2032)).isEmpty();
    }

    @Test
    void aDurationClosesAsManyDates() {
        assertThat(told(berlin(event("SUMMARY:Move", "DTSTART;VALUE=DATE:20260330", "DURATION:P3D")), 2026))
                .containsExactly("2026-03-30 Move", "2026-03-31 Move", "2026-04-01 Move");
        assertThat(berlin(event("DTSTART;VALUE=DATE:20260330", "DURATION:P1W")).in(2026))
                .hasSize(7);
        assertThat(berlin(event("DTSTART;VALUE=DATE:20260330", "DURATION:PT48H"))
                        .in(2026))
                .hasSize(2);
    }

    @Test
    void anEndOnTheDateOfTheStartMeansThatDate() {
        assertThat(told(
                        berlin(event("SUMMARY:Move", "DTSTART;VALUE=DATE:20260330", "DTEND;VALUE=DATE:20260330")),
                        2026))
                .containsExactly("2026-03-30 Move");
    }

    @Test
    void aDateIsKnownByItsFormWithoutTheWordDate() {
        assertThat(told(berlin(event("SUMMARY:Move", "DTSTART:20260330", "DTEND:20260401")), 2026))
                .containsExactly("2026-03-30 Move", "2026-03-31 Move");
    }

    @Test
    void aDateIsTheSameWhateverZoneTheFeedNames() {
        assertThat(told(berlin(event("SUMMARY:Move", "DTSTART;VALUE=DATE;TZID=Pacific/Kiritimati:20260330")), 2026))
                .containsExactly("2026-03-30 Move");
    }

    @Test
    void anEntryThatIsCancelledIsLeftOut() {
        assertThat(berlin(event("SUMMARY:Move", "DTSTART;VALUE=DATE:20260330", "STATUS:CANCELLED"))
                        .in(2026))
                .isEmpty();
        assertThat(berlin(event("SUMMARY:Move", "DTSTART;VALUE=DATE:20260330", "STATUS:TENTATIVE"))
                        .in(2026))
                .hasSize(1);
    }

    @Test
    void anEntryThatMarksItsTimeAsFreeClosesAllTheSame() {
        assertThat(berlin(event("DTSTART;VALUE=DATE:20260330", "TRANSP:TRANSPARENT"))
                        .in(2026))
                .hasSize(1);
    }

    @Test
    void singleDatesComeOnTopAndExceptionsAreLeftOut() {
        ICalHolidays holidays = berlin(event(
                "SUMMARY:Outing",
                "DTSTART;VALUE=DATE:20260601",
                "RRULE:FREQ=MONTHLY;COUNT=4",
                "RDATE;VALUE=DATE:20260615,20261224",
                "EXDATE;VALUE=DATE:20260701",
                "EXDATE;VALUE=DATE:20260801"));

        assertThat(told(holidays, 2026))
                .containsExactly("2026-06-01 Outing", "2026-06-15 Outing", "2026-09-01 Outing", "2026-12-24 Outing");
    }

    @Test
    void theStartItselfCanBeLeftOut() {
        ICalHolidays holidays = berlin(event(
                "SUMMARY:Outing", "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20260601"));

        assertThat(holidays.in(2026)).isEmpty();
        assertThat(holidays.in(2027)).hasSize(1);
    }

    @Test
    void aTimeThatWasChangedStandsInPlaceOfTheOneByTheRule() {
        ICalHolidays holidays = berlin(
                event("UID:outing", "SUMMARY:Outing", "DTSTART;VALUE=DATE:20250601", "RRULE:FREQ=YEARLY"),
                event(
                        "UID:outing",
                        "RECURRENCE-ID;VALUE=DATE:20260601",
                        "SUMMARY:Outing by boat",
                        "DTSTART;VALUE=DATE:20260608",
                        "DTEND;VALUE=DATE:20260610"),
                event("UID:outing", "RECURRENCE-ID;VALUE=DATE:20270601", "STATUS:CANCELLED", "DTSTART:20270601"));

        assertThat(told(holidays, 2025)).containsExactly("2025-06-01 Outing");
        assertThat(told(holidays, 2026)).containsExactly("2026-06-08 Outing by boat", "2026-06-09 Outing by boat");
        assertThat(holidays.in(2027)).isEmpty();
        assertThat(told(holidays, 2028)).containsExactly("2028-06-01 Outing");
    }

    @Test
    void ofTwoVersionsOfAnEntryTheNewerCounts() {
        ICalHolidays holidays = berlin(
                event("UID:move", "SEQUENCE:2", "SUMMARY:Move", "DTSTART;VALUE=DATE:20260402"),
                event("UID:move", "SEQUENCE:1", "SUMMARY:Move", "DTSTART;VALUE=DATE:20260401"),
                event("UID:off", "SUMMARY:Off", "DTSTART;VALUE=DATE:20260501"),
                event("UID:off", "SEQUENCE:1", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20260501"));

        assertThat(told(holidays, 2026)).containsExactly("2026-04-02 Move");
    }

    @Test
    void overlappingDatesOfOneEntryAreClosedOnce() {
        ICalHolidays holidays = berlin(
                event("SUMMARY:Works", "DTSTART;VALUE=DATE:20260601", "DURATION:P3D", "RRULE:FREQ=DAILY;COUNT=3"));

        assertThat(holidays.in(2026)).hasSize(5).doesNotHaveDuplicates();
    }
}
