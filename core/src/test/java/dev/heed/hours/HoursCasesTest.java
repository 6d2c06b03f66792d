package dev.heed.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heed.error.ConfigurationException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of the clock that are about hours, each named by its id. The 8th of June 2026 is a Monday. */
class HoursCasesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final BusinessHours OFFICE = BusinessHours.weekdays(NINE, FIVE, BERLIN);

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Instant at(String local) {
        return at(local, BERLIN);
    }

    private static BusinessHours everyDay(String zone, LocalTime from, LocalTime to) {
        BusinessHoursBuilder builder = BusinessHours.builder(ZoneId.of(zone));
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.open(day, from, to);
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-08T16:59:59, 2026-06-09T09:59:59, in the last second",
        "2026-06-08T17:00,    2026-06-09T10:00,    exactly at closing",
        "2026-06-08T09:00,    2026-06-08T10:00,    exactly at opening",
        "2026-06-08T08:59:59, 2026-06-08T10:00,    a second before opening",
    })
    void x29AMessageAtTheEdgeOfAWindowCountsFromTheNextOpenInstant(String written, String due) {
        assertThat(OFFICE.plus(at(written), Duration.ofHours(1))).isEqualTo(at(due));
    }

    @Test
    void x30NothingThatHasPassedIsATimeLikeAnyOther() {
        Instant saturday = at("2026-06-13T12:00");
        assertThat(OFFICE.between(saturday, at("2026-06-14T12:00"))).isZero();
        assertThat(OFFICE.plus(saturday, Duration.ofHours(8))).isEqualTo(at("2026-06-15T17:00"));
        assertThat(OFFICE.plus(saturday, Duration.ZERO)).isEqualTo(saturday);
    }

    @Test
    void x31DayAndNightThereIsNoGapAtMidnight() {
        BusinessHours always = BusinessHours.always(BERLIN);
        Instant evening = at("2026-06-08T23:59:59.999999999");
        assertThat(always.plus(evening, Duration.ofNanos(2))).isEqualTo(at("2026-06-09T00:00:00.000000001"));
        assertThat(always.isOpen(at("2026-06-09T00:00"))).isTrue();
        assertThat(always.periods(at("2026-06-01T00:00"), at("2026-07-01T00:00")))
                .hasSize(1);
        assertThat(always.between(at("2026-03-01T00:00"), at("2026-04-01T00:00")))
                .isEqualTo(Duration.ofDays(31).minusHours(1));
    }

    @Test
    void x32NoSecondIsLost() {
        assertThat(OFFICE.plus(at("2026-06-08T09:59:59"), Duration.ofMinutes(1)))
                .isEqualTo(at("2026-06-08T10:00:59"));
        assertThat(OFFICE.plus(at("2026-06-08T16:59:59.5"), Duration.ofSeconds(1)))
                .isEqualTo(at("2026-06-09T09:00:00.5"));
    }

    @Test
    void x33SplitShiftsLeaveLunchOut() {
        BusinessHours shifts = BusinessHours.builder(BERLIN)
                .open(MONDAY, LocalTime.of(8, 0), LocalTime.NOON)
                .open(MONDAY, LocalTime.of(13, 0), FIVE)
                .build();
        assertThat(shifts.plus(at("2026-06-08T11:30"), Duration.ofHours(1))).isEqualTo(at("2026-06-08T13:30"));
        assertThat(shifts.plus(at("2026-06-08T11:00"), Duration.ofHours(1))).isEqualTo(at("2026-06-08T12:00"));
        assertThat(shifts.plus(at("2026-06-08T11:00"), Duration.ofHours(1), Boundary.LATEST))
                .isEqualTo(at("2026-06-08T13:00"));
    }

    @Test
    void x34ANightGoesOnPastMidnightAlsoOnTheLastDayOfTheWeek() {
        BusinessHours nights = BusinessHours.builder(BERLIN)
                .open(SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))
                .build();
        assertThat(nights.isOpen(at("2026-06-08T05:59:59"))).isTrue();
        assertThat(nights.isOpen(at("2026-06-08T06:00"))).isFalse();
        assertThat(nights.plus(at("2026-06-07T23:00"), Duration.ofHours(3))).isEqualTo(at("2026-06-08T02:00"));
        assertThat(nights.plus(at("2026-06-08T05:00"), Duration.ofHours(2))).isEqualTo(at("2026-06-14T23:00"));
        assertThat(nights.describe()).isEqualTo("Sun 22:00-06:00");
    }

    @Test
    void x34AHolidayAfterANightEndsItAtMidnight() {
        BusinessHours nights = BusinessHours.builder(BERLIN)
                .open(SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))
                .closed(LocalDate.of(2026, 6, 8))
                .build();
        assertThat(nights.plus(at("2026-06-07T22:00"), Duration.ofHours(2))).isEqualTo(at("2026-06-08T00:00"));
        assertThat(nights.isOpen(at("2026-06-08T00:00"))).isFalse();
    }

    @Test
    void x35TheNextWindowMayBeAWeekAwayOrBehindAClosureOfThreeWeeks() {
        BusinessHoursBuilder wednesdays = BusinessHours.builder(BERLIN).open(WEDNESDAY, NINE, FIVE);
        assertThat(wednesdays.build().plus(at("2026-06-10T17:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-06-17T10:00"));
        for (int day = 11; day <= 30; day++) {
            wednesdays.closed(LocalDate.of(2026, 6, day));
        }
        assertThat(wednesdays.build().plus(at("2026-06-10T17:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-07-01T10:00"));
    }

    @Test
    void x36ACalendarWithoutAnyHourIsRefusedWhenItIsBuilt() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BusinessHours.builder(BERLIN).build());
    }

    @Test
    void x37AnHourThatTheClocksSkipIsNoWorkingTime() {
        BusinessHours nights = everyDay("Europe/Berlin", LocalTime.of(1, 0), LocalTime.of(4, 0));
        assertThat(nights.plus(at("2026-03-29T01:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-29T03:30"));
        assertThat(nights.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(2));
        BusinessHours inTheGap = everyDay("Europe/Berlin", LocalTime.of(2, 30), LocalTime.of(4, 0));
        assertThat(inTheGap.nextOpening(at("2026-03-29T00:00"))).isEqualTo(at("2026-03-29T03:30"));
    }

    @Test
    void x38ADayOf25HoursHasAnHourMoreAndAnAmbiguousTimeIsTheEarlierOne() {
        BusinessHours always = everyDay("Europe/Berlin", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        BusinessHours untilHalfPastTwo = everyDay("Europe/Berlin", LocalTime.of(1, 0), LocalTime.of(2, 30));
        assertThat(untilHalfPastTwo.plus(at("2026-10-25T01:00"), Duration.ofMinutes(90)))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, 2015-10-18, 2015-10-18T03:00:00Z",
        "Asia/Beirut,       2026-03-29, 2026-03-28T22:00:00Z",
        "Africa/Cairo,      2010-04-30, 2010-04-29T22:00:00Z",
    })
    void x39ADateWithoutMidnightBeginsAfterTheGap(String zone, LocalDate date, Instant begins) {
        BusinessHours always = BusinessHours.builder(ZoneId.of(zone))
                .open(date.getDayOfWeek(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                .build();
        assertThat(always.nextOpening(begins.minusSeconds(3600))).isEqualTo(begins);
        assertThat(always.plus(begins, Duration.ofHours(23))).isEqualTo(begins.plus(Duration.ofHours(23)));
        assertThat(always.isOpen(begins.plus(Duration.ofHours(23)))).isFalse();
    }

    @Test
    void x40ADateThatAZoneSkippedIsClosed() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessHours office = everyDay("Pacific/Apia", NINE, FIVE);
        assertThat(office.plus(at("2011-12-29T16:00", apia), Duration.ofHours(2)))
                .isEqualTo(at("2011-12-31T10:00", apia));
        BusinessHours always = BusinessHours.always(apia);
        assertThat(always.between(at("2011-12-29T00:00", apia), at("2012-01-01T00:00", apia)))
                .isEqualTo(Duration.ofDays(2));
    }

    @Test
    void x40HalfAnHourOfSummerTimeIsHalfAnHour() {
        BusinessHours nights = everyDay("Australia/Lord_Howe", LocalTime.MIDNIGHT, LocalTime.of(6, 0));
        ZoneId zone = nights.zone();
        assertThat(nights.between(at("2026-10-04T00:00", zone), at("2026-10-05T00:00", zone)))
                .isEqualTo(Duration.ofMinutes(330));
        assertThat(nights.between(at("2026-04-05T00:00", zone), at("2026-04-06T00:00", zone)))
                .isEqualTo(Duration.ofMinutes(390));
    }

    @Test
    void x42HolidaysHalfDaysAndTheTwentyNinthOfFebruary() {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN)
                .holidays(HolidayCalendar.yearly("leap day", MonthDay.of(2, 29)))
                .closed(LocalDate.of(2026, 6, 10))
                .closedFrom(LocalTime.NOON, LocalDate.of(2026, 12, 24));
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.open(day, NINE, FIVE);
        }
        BusinessHours hours = builder.build();
        assertThat(hours.plus(at("2026-06-08T09:00"), Duration.ofHours(24))).isEqualTo(at("2026-06-11T17:00"));
        assertThat(hours.plus(at("2026-12-24T11:00"), Duration.ofHours(2))).isEqualTo(at("2026-12-25T10:00"));
        assertThat(hours.plus(at("2028-02-28T16:00"), Duration.ofHours(2))).isEqualTo(at("2028-03-01T10:00"));
        assertThat(hours.plus(at("2027-02-28T16:00"), Duration.ofHours(2))).isEqualTo(at("2027-03-01T10:00"));
        assertThat(hours.isHoliday(LocalDate.of(2028, 2, 29))).isTrue();
    }

    @Test
    void x43TheCalendarSaysWhoseHolidaysItKeeps() {
        BusinessHours hours = BusinessHours.builder(BERLIN)
                .open(FRIDAY, NINE, FIVE)
                .holidays(HolidayCalendar.of("Bavaria", LocalDate.of(2026, 8, 15)))
                .holidays(HolidayCalendar.yearly("the shop's own", MonthDay.of(12, 24)))
                .build();
        assertThat(hours.holidayCalendars()).containsExactly("Bavaria", "the shop's own");
        assertThat(hours.holidaysOn(LocalDate.of(2026, 8, 15)))
                .extracting(Holiday::name)
                .containsExactly("Bavaria");
    }

    @Test
    void x50BusinessDaysHonourHolidaysAndWeekends() {
        BusinessHours hours = BusinessHours.builder(BERLIN)
                .open(MONDAY, NINE, FIVE)
                .open(WEDNESDAY, NINE, FIVE)
                .open(FRIDAY, NINE, FIVE)
                .closed(LocalDate.of(2026, 6, 12))
                .build();
        assertThat(hours.closingAfter(at("2026-06-08T12:00"), 2)).isEqualTo(at("2026-06-15T17:00"));
        assertThat(hours.plusDays(at("2026-06-08T12:00"), 2)).isEqualTo(at("2026-06-15T12:00"));
        assertThat(hours.plusDays(at("2026-06-09T12:00"), 0)).isEqualTo(at("2026-06-10T12:00"));
    }

    @Test
    void hoursOfADateTakeThePlaceOfThoseOfItsDayAndAHolidayWinsUnlessItSaysOtherwise() {
        LocalDate monday = LocalDate.of(2026, 6, 8);
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN)
                .open(MONDAY, NINE, FIVE)
                .on(monday, LocalTime.of(12, 0), LocalTime.of(13, 0));
        Instant begin = at("2026-06-08T00:00");
        Instant end = at("2026-06-09T00:00");
        assertThat(builder.build().between(begin, end)).isEqualTo(Duration.ofHours(1));
        assertThat(builder.closed(monday).build().between(begin, end)).isZero();
        assertThat(builder.openOnHoliday(monday, LocalTime.of(14, 0), LocalTime.of(16, 0))
                        .build()
                        .between(begin, end))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void breaksSubtractToTheSecond() {
        BusinessHours hours = BusinessHours.builder(BERLIN)
                .open(MONDAY, NINE, FIVE)
                .breakOn(MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 30))
                .breakOn(LocalDate.of(2026, 6, 8), LocalTime.of(10, 0, 1), LocalTime.of(10, 0, 3))
                .build();
        assertThat(hours.between(at("2026-06-08T00:00"), at("2026-06-09T00:00")))
                .isEqualTo(Duration.ofHours(7).plusMinutes(30).minusSeconds(2));
        assertThat(hours.isOpen(at("2026-06-08T10:00:00.999999999"))).isTrue();
        assertThat(hours.isOpen(at("2026-06-08T10:00:01"))).isFalse();
    }
}
