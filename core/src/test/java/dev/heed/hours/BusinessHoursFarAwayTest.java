package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heed.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Centuries away, and where time ends. */
class BusinessHoursFarAwayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration CYCLE = Duration.ofDays(146_097);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final BusinessHours weekdays = BusinessHours.weekdays(NINE, FIVE, BERLIN);
    private final BusinessHours withHolidays = BusinessHours.builder(BERLIN)
            .open(DayOfWeek.MONDAY, NINE, FIVE)
            .open(DayOfWeek.THURSDAY, LocalTime.of(22, 0), LocalTime.of(4, 0))
            .holidays(HolidayCalendar.yearly("New Year", MonthDay.of(1, 1), MonthDay.of(2, 29)))
            .build();

    @ParameterizedTest
    @ValueSource(ints = {-900_000_000, -1_000_000, -4711, 1582, 1900, 2200, 2101, 9998, 12_345, 999_999_998})
    void aWeekHasFortyHoursInEveryYear(int year) {
        Instant monday = ZonedDateTime.of(LocalDate.of(year, 6, 1).with(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, BERLIN)
                .toInstant();
        assertThat(weekdays.between(monday, monday.plus(Duration.ofDays(7)))).isEqualTo(Duration.ofHours(40));
        assertThat(weekdays.plus(monday, Duration.ofHours(40)))
                .isEqualTo(monday.atZone(BERLIN).plusDays(4).with(FIVE).toInstant());
        assertThat(weekdays.minus(monday.plus(Duration.ofDays(7)), Duration.ofHours(40)))
                .isEqualTo(monday.atZone(BERLIN).with(NINE).toInstant());
        assertThat(weekdays.nextOpening(monday))
                .isEqualTo(monday.atZone(BERLIN).with(NINE).toInstant());
        assertThat(weekdays.isOpen(monday)).isFalse();
    }

    @Test
    void whatIsBeyondAllHolidaysRepeatsEveryFourHundredYears() {
        Instant at = ZonedDateTime.of(11_000, 2, 3, 12, 0, 0, 0, BERLIN).toInstant();
        Duration work = Duration.ofHours(12_345);
        assertThat(withHolidays.plus(at.plus(CYCLE), work))
                .isEqualTo(withHolidays.plus(at, work).plus(CYCLE));
        assertThat(withHolidays.between(at, at.plus(CYCLE)))
                .isEqualTo(withHolidays.between(at.plus(CYCLE), at.plus(CYCLE.multipliedBy(2))));
    }

    @Test
    void holidaysAreKeptForCenturies() {
        for (int year : new int[] {1900, 1904, 2024, 2196, 4000}) {
            Instant begin = LocalDate.of(year, 1, 1).atStartOfDay(BERLIN).toInstant();
            assertThat(withHolidays.isHoliday(LocalDate.of(year, 1, 1))).isTrue();
            assertThat(withHolidays.nextOpening(begin)).isAfterOrEqualTo(begin.plus(Duration.ofDays(1)));
        }
        assertThat(withHolidays.holidaysOn(LocalDate.of(1900, 2, 28))).isEmpty();
    }

    @Test
    void goesAcrossAMillionYearsAndBack() {
        Instant at = Instant.parse("2026-06-08T10:00:00Z");
        Instant far = weekdays.plus(at, Duration.ofDays(365L * 1_000_000));
        assertThat(weekdays.between(at, far)).isEqualTo(Duration.ofDays(365L * 1_000_000));
        assertThat(weekdays.minus(far, Duration.ofDays(365L * 1_000_000))).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 20_000_000_000_000_000L, 9_000_000_000_000_000L})
    void refusesWorkThatTimeIsTooShortFor(long seconds) {
        Instant at = Instant.parse("2026-06-08T10:00:00Z");
        for (BusinessHours hours : new BusinessHours[] {weekdays, withHolidays}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> hours.plus(at, Duration.ofSeconds(seconds)))
                    .withMessageContaining("time ends");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> hours.minus(at, Duration.ofSeconds(seconds)));
        }
    }

    @Test
    void refusesToWaitForAnOpeningBehindTheEndOfTime() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> weekdays.nextOpening(Instant.MAX));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> weekdays.previousClosing(Instant.MIN));
        assertThat(weekdays.isOpen(Instant.MAX)).isFalse();
        assertThat(weekdays.between(Instant.MIN, Instant.MAX)).isGreaterThan(Duration.ofDays(365L * 400_000_000));
    }

    @Test
    void tenThousandYearsWithHolidaysAreOneTableInWhichEachDayIsFound() {
        BusinessHours fresh = BusinessHours.builder(BERLIN)
                .open(DayOfWeek.MONDAY, NINE, FIVE)
                .open(DayOfWeek.THURSDAY, LocalTime.of(22, 0), LocalTime.of(4, 0))
                .holidays(HolidayCalendar.yearly("New Year", MonthDay.of(1, 1), MonthDay.of(2, 29)))
                .build();
        withHolidays.isOpen(Instant.parse("0001-03-04T12:00:00Z"));
        for (int year = 9_998; year > 9_000; year -= 37) {
            Instant at = ZonedDateTime.of(year, 5, 6, 7, 8, 9, 10, BERLIN).toInstant();
            for (int hours = 0; hours < 400; hours += 7) {
                Instant then = at.plus(Duration.ofHours(hours));
                assertThat(withHolidays.isOpen(then)).isEqualTo(fresh.isOpen(then));
                assertThat(withHolidays.plus(then, Duration.ofHours(9)))
                        .isEqualTo(fresh.plus(then, Duration.ofHours(9)));
            }
        }
    }

    @Test
    void whatIsAskedFirstMakesNoDifference() {
        BusinessHours other = BusinessHours.weekdays(NINE, FIVE, BERLIN);
        Instant early = Instant.parse("1900-05-05T05:05:05Z");
        Instant late = Instant.parse("2199-05-05T05:05:05Z");
        Duration first = weekdays.between(early, late);
        other.plus(late, Duration.ofHours(3));
        other.minus(late, Duration.ofDays(12_500));
        assertThat(other.between(early, late)).isEqualTo(first);
        assertThat(other.plus(early, first)).isEqualTo(weekdays.plus(early, first));
    }

    @Test
    void aDurationInNanosecondsThatDoesNotFitIsAnError() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> weekdays.plusNanos(0, Duration.ofDays(30_000).toNanos()))
                .withMessageContaining("does not fit into nanoseconds");
        assertThat(weekdays.plusNanos(5, 0)).isEqualTo(5);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> weekdays.plusNanos(0, -1));
    }

    @Test
    void refusesListsOfMoreThanAHundredYears() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> weekdays.periods(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(40_000))));
        assertThat(weekdays.periods(Instant.EPOCH, Instant.EPOCH)).isEmpty();
    }
}
