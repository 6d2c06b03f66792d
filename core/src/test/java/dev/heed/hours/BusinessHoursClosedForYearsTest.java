package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heed.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars of holidays that anybody may have written: those that close for good, and those that do not answer. */
class BusinessHoursClosedForYearsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEFORE = Instant.parse("2029-12-28T08:00:00Z"); // a Friday, at its opening

    private interface Years extends HolidayCalendar {
        @Override
        default String name() {
            return "Acme";
        }
    }

    private static List<Holiday> all(int year) {
        return IntStream.rangeClosed(1, Year.of(year).length())
                .mapToObj(day -> Holiday.wholeDay(LocalDate.ofYearDay(year, day), "closed"))
                .toList();
    }

    private static BusinessHours office(HolidayCalendar calendar) {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN).holidays(calendar);
        Arrays.stream(DayOfWeek.values())
                .limit(5)
                .forEach(day -> builder.open(day, LocalTime.of(9, 0), LocalTime.of(17, 0)));
        return builder.build();
    }

    private static BusinessHours closedFrom(int first, int last) {
        Years years = year -> year >= first && year <= last ? all(year) : List.of();
        return office(years);
    }

    @Test
    @Timeout(2)
    void whatWouldBeDueAfterTheShopHasClosedForGoodIsRefusedAtOnce() {
        BusinessHours hours = closedFrom(2030, HolidayCalendar.LAST_YEAR);
        assertThat(hours.plus(BEFORE, Duration.ofHours(16))).isEqualTo(Instant.parse("2029-12-31T16:00:00Z"));
        List<Runnable> all = List.of(
                () -> hours.plus(BEFORE, Duration.ofHours(17)),
                () -> hours.plus(BEFORE, Duration.ofHours(50_000)),
                () -> hours.plus(BEFORE, Duration.ofHours(16), Boundary.LATEST),
                () -> hours.plusNanos(
                        BEFORE.toEpochMilli() * 1_000_000, Duration.ofHours(17).toNanos()),
                () -> hours.nextOpening(Instant.parse("2030-01-01T00:00:00Z")),
                () -> hours.plusDays(BEFORE, 2),
                () -> hours.closingAfter(BEFORE, 2));
        for (Runnable one : all) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(one::run)
                    .withMessageContaining("no hours for more than ten years after 2029-12-31")
                    .withMessageContaining("[Acme]");
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> hours.nextOpening(Instant.parse("2035-06-01T00:00:00Z")))
                .withMessageContaining("no hours for more than ten years");
        assertThat(hours.between(BEFORE, Instant.parse("2050-01-01T00:00:00Z"))).isEqualTo(Duration.ofHours(16));
        assertThat(hours.isOpen(Instant.parse("2050-01-03T10:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2029-12-28T08:00:00Z", "2035-06-01T00:00:00Z", "2043-06-01T00:00:00Z"})
    void whetherItIsRefusedDoesNotDependOnWhatWasAskedBefore(Instant first) {
        BusinessHours hours = closedFrom(2030, 2041);
        Instant reopened = Instant.parse("2042-01-01T08:00:00Z");
        hours.isOpen(first);
        hours.between(BEFORE, Instant.parse("2060-01-01T00:00:00Z"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> hours.plus(BEFORE, Duration.ofHours(17)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> hours.minus(reopened, Duration.ofHours(17)));
        assertThat(hours.nextOpening(Instant.parse("2035-06-01T00:00:00Z"))).isEqualTo(reopened);
        assertThat(hours.plus(BEFORE, Duration.ofHours(16))).isEqualTo(Instant.parse("2029-12-31T16:00:00Z"));
        assertThat(hours.minus(Instant.parse("2035-06-01T00:00:00Z"), Duration.ofHours(16)))
                .isEqualTo(BEFORE);
    }

    @Test
    void aCalendarThatKnowsSomeYearsOnlyGoesOnWithoutHolidays() {
        Years known =
                year -> year <= 2027 ? List.of(Holiday.wholeDay(LocalDate.of(year, 12, 25), "Christmas")) : List.of();
        BusinessHours hours = office(known);
        assertThat(hours.plus(BEFORE, Duration.ofHours(8 * 5 * 52 * 20)))
                .isAfter(Instant.parse("2049-11-01T00:00:00Z"))
                .isBefore(Instant.parse("2050-01-01T00:00:00Z"));
    }

    @Test
    void aShopThatIsClosedForNineYearsOpensAgain() {
        BusinessHours hours = closedFrom(2030, 2038);
        assertThat(hours.plus(BEFORE, Duration.ofHours(17))).isEqualTo(Instant.parse("2039-01-03T09:00:00Z"));
    }

    @SuppressWarnings("NullAway") // what nobody should write
    private static List<Holiday> nothing() {
        return null;
    }

    @Test
    void aCalendarThatDoesNotAnswerIsNamedWithTheYear() {
        Years none = year -> year == 2030 ? nothing() : List.of();
        Years empty = year -> year == 2030 ? Arrays.asList((Holiday) null) : List.of();
        Years other = year -> year == 2030 ? List.of(Holiday.wholeDay(LocalDate.of(2031, 1, 1), "x")) : List.of();
        for (Years calendar : List.of(none, empty, other)) {
            BusinessHours hours = office(calendar);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> hours.plus(BEFORE, Duration.ofHours(17)))
                    .withMessageContaining("Asked for the holidays of 2030, the calendar of holidays 'Acme' gives");
        }
    }
}
