package dev.heed.holidays.ical;

import static dev.heed.holidays.ical.Feeds.berlin;
import static dev.heed.holidays.ical.Feeds.calendar;
import static dev.heed.holidays.ical.Feeds.event;
import static dev.heed.holidays.ical.Feeds.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Entries with times close for a part of the dates on the shop's clock. */
class FeedTimesTest {
    private static final String[] OUTLOOK = {
        "BEGIN:VTIMEZONE",
        "TZID:W. Europe Standard Time",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE"
    };

    @Test
    void aTimeInUtcIsTurnedIntoTheShopsClock() {
        assertThat(told(berlin(event("SUMMARY:Eve", "DTSTART:20261224T130000Z", "DTEND:20261224T170000Z")), 2026))
                .containsExactly("2026-12-24 14:00-18:00 Eve");
    }

    @Test
    void aTimeInAnotherZoneIsTurnedIntoTheShopsClock() {
        assertThat(told(
                        berlin(event(
                                "SUMMARY:Meeting",
                                "DTSTART;TZID=America/New_York:20260701T090000",
                                "DTEND;TZID=America/New_York:20260701T100000")),
                        2026))
                .containsExactly("2026-07-01 15:00-16:00 Meeting");
    }

    @Test
    void aTimeWithoutAZoneIsOnTheShopsClock() {
        String feed = calendar(event("SUMMARY:Eve", "DTSTART:20261224T140000", "DURATION:PT4H30M"));

        for (String zone : new String[] {"Europe/Berlin", "Asia/Tokyo", "America/St_Johns"}) {
            assertThat(told(ICalHolidays.read("Acme", feed, ZoneId.of(zone)), 2026))
                    .containsExactly("2026-12-24 14:00-18:30 Eve");
        }
    }

    @Test
    void anEntryOverMidnightClosesAPartOfBothDates() {
        assertThat(told(berlin(event("SUMMARY:Party", "DTSTART:20261231T180000", "DTEND:20270101T100000")), 2026))
                .containsExactly("2026-12-31 18:00-24:00 Party");
        assertThat(told(berlin(event("SUMMARY:Party", "DTSTART:20261231T180000", "DTEND:20270101T100000")), 2027))
                .containsExactly("2027-01-01 00:00-10:00 Party");
    }

    @Test
    void anEntryFromMidnightToMidnightClosesWholeDates() {
        assertThat(told(berlin(event("SUMMARY:Works", "DTSTART:20260328T000000", "DTEND:20260331T000000")), 2026))
                .containsExactly("2026-03-28 Works", "2026-03-29 Works", "2026-03-30 Works");
        assertThat(told(berlin(event("SUMMARY:Works", "DTSTART:20261025T000000", "DTEND:20261026T000000")), 2026))
                .containsExactly("2026-10-25 Works");
    }

    @Test
    void whereTheClockIsSetBackTheTimesThatAreThereTwiceAreClosed() {
        // from 02:45, the first one, until 02:15, the second one: half an hour
        assertThat(told(berlin(event("SUMMARY:Works", "DTSTART:20261025T004500Z", "DTEND:20261025T011500Z")), 2026))
                .containsExactly("2026-10-25 02:00-02:15 Works", "2026-10-25 02:45-03:00 Works");
    }

    @Test
    void secondsAreKept() {
        assertThat(told(berlin(event("SUMMARY:Works", "DTSTART:20260601T120001", "DTEND:20260601T120002")), 2026))
                .containsExactly("2026-06-01 12:00:01-12:00:02 Works");
    }

    @Test
    void anEntryThatTakesNoTimeClosesNothing() {
        assertThat(berlin(event("SUMMARY:Reminder", "DTSTART:20260601T120000")).in(2026))
                .isEmpty();
        assertThat(berlin(event("DTSTART:20260601T120000", "DTEND:20260601T120000"))
                        .in(2026))
                .isEmpty();
    }

    @Test
    void aRuleGoesByTheClockOfItsOwnZone() {
        ICalHolidays holidays = berlin(event(
                "SUMMARY:Call",
                "DTSTART;TZID=America/New_York:20260301T180000",
                "DTEND;TZID=America/New_York:20260301T190000",
                "RRULE:FREQ=WEEKLY;COUNT=5"));

        assertThat(told(holidays, 2026))
                .containsExactly(
                        "2026-03-02 00:00-01:00 Call",
                        "2026-03-08 23:00-24:00 Call", // New York sets its clocks forward three weeks earlier
                        "2026-03-15 23:00-24:00 Call",
                        "2026-03-22 23:00-24:00 Call",
                        "2026-03-30 00:00-01:00 Call");
    }

    @Test
    void aZoneThatTheFeedDescribesItselfIsUnderstood() {
        String feed = calendar(
                String.join("\r\n", OUTLOOK),
                event(
                        "SUMMARY:Eve",
                        "DTSTART;TZID=W. Europe Standard Time:20261224T140000",
                        "DTEND;TZID=\"W. Europe Standard Time\":20261224T180000"),
                event(
                        "SUMMARY:Summer",
                        "DTSTART;TZID=W. Europe Standard Time:20260724T140000",
                        "DTEND;TZID=W. Europe Standard Time:20260724T180000"));

        assertThat(told(ICalHolidays.read("Acme", feed, ZoneId.of("Europe/London")), 2026))
                .containsExactly("2026-07-24 13:00-17:00 Summer", "2026-12-24 13:00-17:00 Eve");
    }

    @Test
    void aDescribedZoneAgreesWithTheZoneDatabaseAtEachHourOfAYear() {
        FeedComponent described =
                FeedLines.calendars(calendar(OUTLOOK)).get(0).parts("VTIMEZONE").get(0);
        FeedZone zone = DescribedZone.of(described, new WorkLimit());

        java.time.LocalDateTime local = java.time.LocalDateTime.of(2026, 1, 1, 0, 30);
        while (local.getYear() == 2026) {
            assertThat(zone.instant(local))
                    .as("%s", local)
                    .isEqualTo(FeedZone.of(Feeds.BERLIN).instant(local));
            local = local.plusHours(1);
        }
    }

    @Test
    void aDescribedZoneWhoseRulesHaveEndedKeepsItsLastOffset() {
        String feed = calendar(
                "BEGIN:VTIMEZONE",
                "TZID:Ours",
                "BEGIN:DAYLIGHT",
                "DTSTART:20000326T020000",
                "TZOFFSETFROM:+0300",
                "TZOFFSETTO:+0400",
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;UNTIL=20110326T230000Z",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:20001029T030000",
                "TZOFFSETFROM:+0400",
                "TZOFFSETTO:+0300",
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20101030T230000Z",
                "END:STANDARD",
                "BEGIN:STANDARD",
                "DTSTART:20141026T020000",
                "TZOFFSETFROM:+0400",
                "TZOFFSETTO:+0300",
                "END:STANDARD",
                "END:VTIMEZONE",
                event("SUMMARY:Noon", "DTSTART;TZID=Ours:20000101T120000", "DURATION:PT1H", "RRULE:FREQ=YEARLY"));
        ICalHolidays holidays = ICalHolidays.read("Acme", feed, ZoneId.of("UTC"));

        assertThat(told(holidays, 2000)).containsExactly("2000-01-01 09:00-10:00 Noon");
        assertThat(told(holidays, 2010)).containsExactly("2010-01-01 09:00-10:00 Noon");
        assertThat(told(holidays, 2013)).containsExactly("2013-01-01 08:00-09:00 Noon");
        assertThat(told(holidays, 2040)).containsExactly("2040-01-01 09:00-10:00 Noon");
    }

    @Test
    void aZoneIsFoundByTheEndOfItsName() {
        assertThat(told(
                        berlin(event(
                                "SUMMARY:Eve",
                                "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta:20261224T100000",
                                "DURATION:PT1H")),
                        2026))
                .containsExactly("2026-12-24 14:00-15:00 Eve");
    }

    @Test
    void anExceptionWithATimeAndAChangedTimeAreFoundInAnyZone() {
        ICalHolidays holidays = berlin(
                event(
                        "UID:a",
                        "SUMMARY:Training",
                        "DTSTART;TZID=Europe/Berlin:20260706T140000",
                        "DTEND;TZID=Europe/Berlin:20260706T160000",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE:20260713T120000Z"),
                event(
                        "UID:a",
                        "RECURRENCE-ID:20260720T120000Z",
                        "SUMMARY:Exam",
                        "DTSTART:20260721T080000Z",
                        "DURATION:PT1H"));

        assertThat(told(holidays, 2026))
                .containsExactly(
                        "2026-07-06 14:00-16:00 Training",
                        "2026-07-21 10:00-11:00 Exam",
                        "2026-07-27 14:00-16:00 Training");
    }

    @Test
    void periodsComeOnTopWithTheirOwnLength() {
        ICalHolidays holidays = berlin(event(
                "SUMMARY:Works",
                "DTSTART:20260601T080000",
                "DURATION:PT1H",
                "RDATE;VALUE=PERIOD:20260602T080000/20260602T100000,20260603T080000/PT3H"));

        assertThat(told(holidays, 2026))
                .containsExactly(
                        "2026-06-01 08:00-09:00 Works", "2026-06-02 08:00-10:00 Works", "2026-06-03 08:00-11:00 Works");
    }

    @Test
    void aRuleEndsWithTheLastTimeThatBeginsByItsEnd() {
        String[] lines = {"SUMMARY:Works", "DTSTART;TZID=America/New_York:20260601T200000", "DURATION:PT1H"};

        assertThat(told(berlin(event(lines[0], lines[1], lines[2], "RRULE:FREQ=DAILY;UNTIL=20260604T000000Z")), 2026))
                .containsExactly(
                        "2026-06-02 02:00-03:00 Works", "2026-06-03 02:00-03:00 Works", "2026-06-04 02:00-03:00 Works");
        assertThat(berlin(event(lines[0], lines[1], lines[2], "RRULE:FREQ=DAILY;UNTIL=20260603T235959Z"))
                        .in(2026))
                .hasSize(2);
    }

    @Test
    void theAnswerDoesNotDependOnTheDefaultsOfTheMachine() {
        String feed = calendar(
                event("SUMMARY:Eve", "DTSTART:20261224T140000", "DURATION:PT4H"),
                event("SUMMARY:Off", "DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=YEARLY;UNTIL=20300101"));
        ICalHolidays here = ICalHolidays.read("Acme", feed, Feeds.BERLIN);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(ICalHolidays.read("Acme", feed, Feeds.BERLIN).in(2026)).isEqualTo(here.in(2026));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }
}
