package dev.heed.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heed.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the week of these tests the 8th of June 2026 is a Monday; the shop is in Berlin. */
class BusinessHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final BusinessHours weekdays = BusinessHours.weekdays(NINE, FIVE, BERLIN);

    @Nested
    class OnWeekdaysFromNineToFive {
        @ParameterizedTest
        @CsvSource({
            // written,         work,    due,              why
            "2026-06-08T10:00, PT2H,    2026-06-08T12:00, inside one day",
            "2026-06-08T07:00, PT2H,    2026-06-08T11:00, before opening",
            "2026-06-08T09:00, PT8H,    2026-06-08T17:00, exactly a day, due at closing time",
            "2026-06-08T09:00, PT8H1S,  2026-06-09T09:00:01, a second longer than a day",
            "2026-06-08T17:00, PT1H,    2026-06-09T10:00, written at closing time",
            "2026-06-08T16:59, PT1M,    2026-06-08T17:00, the last minute",
            "2026-06-08T20:00, PT8H,    2026-06-09T17:00, in the evening",
            "2026-06-12T16:00, PT2H,    2026-06-15T10:00, over the weekend",
            "2026-06-13T12:00, PT1H,    2026-06-15T10:00, on a Saturday",
            "2026-06-14T23:59, PT0.5S,  2026-06-15T09:00:00.5, on a Sunday",
            "2026-06-08T09:00, PT40H,   2026-06-12T17:00, exactly a week",
            "2026-06-08T09:00, PT400H,  2026-08-14T17:00, ten weeks",
        })
        void workIsDoneWhileTheShopIsOpen(LocalDateTime written, Duration work, LocalDateTime due) {
            assertThat(weekdays.plus(at(written), work)).isEqualTo(at(due));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-08T09:00, true",
            "2026-06-08T08:59:59.999999999, false",
            "2026-06-08T16:59:59.999999999, true",
            "2026-06-08T17:00, false",
            "2026-06-12T12:00, true",
            "2026-06-13T12:00, false",
            "2026-06-14T12:00, false",
        })
        void isOpenFromTheFirstInstantUntilJustBeforeTheLast(LocalDateTime time, boolean open) {
            assertThat(weekdays.isOpen(at(time))).isEqualTo(open);
        }

        @ParameterizedTest
        @CsvSource({"2026-06-08T10:00", "2026-06-08T17:00", "2026-06-13T03:14:15.926535897"})
        void noWorkIsDoneAtOnce(LocalDateTime time) {
            assertThat(weekdays.plus(at(time), Duration.ZERO)).isEqualTo(at(time));
        }

        @Test
        void keepsNanoseconds() {
            Instant written = at(LocalDateTime.of(2026, 6, 12, 16, 59, 59, 999_999_999));
            assertThat(weekdays.plus(written, Duration.ofNanos(3)))
                    .isEqualTo(at(LocalDateTime.of(2026, 6, 15, 9, 0, 0, 2)));
        }

        @Test
        void refusesNegativeWork() {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> weekdays.plus(Instant.EPOCH, Duration.ofNanos(-1)))
                    .withMessageContaining("PT-0.000000001S");
        }
    }

    @Nested
    class WithSeveralWindowsADay {
        private final BusinessHours lunch = BusinessHours.builder(BERLIN)
                .open(MONDAY, LocalTime.of(13, 0), LocalTime.of(18, 0))
                .open(MONDAY, NINE, LocalTime.of(12, 0))
                .open(TUESDAY, NINE, LocalTime.NOON)
                .open(TUESDAY, LocalTime.NOON, LocalTime.of(15, 0))
                .build();

        @ParameterizedTest
        @CsvSource({
            "2026-06-08T11:00, PT1H,  2026-06-08T12:00, ends with the first window",
            "2026-06-08T11:00, PT2H,  2026-06-08T14:00, goes on after lunch",
            "2026-06-08T12:30, PT1H,  2026-06-08T14:00, written at lunch",
            "2026-06-08T09:00, PT10H, 2026-06-09T11:00, fills the day and goes on",
            "2026-06-09T11:00, PT2H,  2026-06-09T13:00, windows that touch are one",
            "2026-06-09T15:00, PT1M,  2026-06-15T09:01, until next week",
        })
        void workGoesFromOneToTheNextInWhateverOrderTheyWereGiven(
                LocalDateTime written, Duration work, LocalDateTime due) {
            assertThat(lunch.plus(at(written), work)).isEqualTo(at(due));
        }

        @Test
        void isClosedInBetween() {
            assertThat(lunch.isOpen(at(LocalDateTime.of(2026, 6, 8, 12, 0)))).isFalse();
            assertThat(lunch.isOpen(at(LocalDateTime.of(2026, 6, 8, 13, 0)))).isTrue();
            assertThat(lunch.isOpen(at(LocalDateTime.of(2026, 6, 9, 12, 0)))).isTrue();
        }
    }

    @Nested
    class OpenUntilMidnight {
        private final BusinessHours late = BusinessHours.builder(BERLIN)
                .open(FRIDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT)
                .open(SATURDAY, LocalTime.MIDNIGHT, LocalTime.of(2, 0))
                .build();

        @Test
        void aNightShiftIsTwoWindowsThatTouchAtMidnight() {
            assertThat(late.plus(at(LocalDateTime.of(2026, 6, 12, 23, 0)), Duration.ofHours(2)))
                    .isEqualTo(at(LocalDateTime.of(2026, 6, 13, 1, 0)));
            assertThat(late.isOpen(at(LocalDateTime.of(2026, 6, 13, 0, 0)))).isTrue();
        }

        @Test
        void workOfAWholeEveningIsDueAtMidnight() {
            assertThat(late.plus(at(LocalDateTime.of(2026, 6, 12, 20, 0)), Duration.ofHours(4)))
                    .isEqualTo(at(LocalDateTime.of(2026, 6, 13, 0, 0)));
        }
    }

    @Nested
    class OpenAlways {
        private final BusinessHours always = BusinessHours.always(BERLIN);

        @Test
        void workTakesAsLongAsItTakes() {
            Instant written = at(LocalDateTime.of(2026, 6, 13, 3, 14));
            assertThat(always.plus(written, Duration.ofDays(400).plusNanos(1)))
                    .isEqualTo(written.plus(Duration.ofDays(400)).plusNanos(1));
        }

        @Test
        void isOpenAtMidnightOnSunday() {
            assertThat(always.isOpen(at(LocalDateTime.of(2026, 6, 14, 0, 0)))).isTrue();
        }
    }

    @Nested
    class WithHolidays {
        private final BusinessHours hours = BusinessHours.builder(BERLIN)
                .open(THURSDAY, NINE, FIVE)
                .open(SUNDAY, NINE, FIVE)
                .closed(LocalDate.of(2026, 6, 11))
                .build();

        @Test
        void workIsDoneOnTheNextOpenDay() {
            assertThat(hours.plus(at(LocalDateTime.of(2026, 6, 11, 10, 0)), Duration.ofHours(1)))
                    .isEqualTo(at(LocalDateTime.of(2026, 6, 14, 10, 0)));
            assertThat(hours.plus(at(LocalDateTime.of(2026, 6, 9, 10, 0)), Duration.ofHours(9)))
                    .isEqualTo(at(LocalDateTime.of(2026, 6, 18, 10, 0)));
        }

        @Test
        void isClosedOnThatDateAndOpenAWeekLater() {
            assertThat(hours.isOpen(at(LocalDateTime.of(2026, 6, 11, 10, 0)))).isFalse();
            assertThat(hours.isOpen(at(LocalDateTime.of(2026, 6, 18, 10, 0)))).isTrue();
        }
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }

    /** The close at midnight is an instant of the next date, and ends the day before it. */
    @Nested
    class WhenADayEndsAtMidnight {
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");
        private final Instant tuesdayMorning = Instant.parse("2026-06-09T08:00:00Z");
        private final Instant endOfWednesday = Instant.parse("2026-06-10T22:00:00Z");
        private final Instant endOfThursday = Instant.parse("2026-06-11T22:00:00Z");

        @Test
        void aBusinessDayAfterItsEndIsTheEndOfTheNext() {
            BusinessHoursBuilder late = BusinessHours.builder(berlin);
            for (DayOfWeek day : DayOfWeek.values()) {
                late.open(day, LocalTime.of(9, 0), LocalTime.MIDNIGHT);
            }
            for (BusinessHours hours : List.of(late.build(), BusinessHours.always(berlin))) {
                assertThat(hours.closingAfter(tuesdayMorning, 1)).isEqualTo(endOfWednesday);
                assertThat(hours.closingAfter(endOfWednesday, 1)).isEqualTo(endOfThursday);
                assertThat(hours.closingAfter(tuesdayMorning, 2)).isEqualTo(endOfThursday);
            }
        }

        @Test
        void whatComesAfterItBelongsToTheNextDay() {
            BusinessHours always = BusinessHours.always(berlin);
            assertThat(always.closingAfter(endOfWednesday.plusNanos(1), 1))
                    .isEqualTo(Instant.parse("2026-06-12T22:00:00Z"));
        }
    }
}
