package dev.heed.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BusinessHoursBuilderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final BusinessHoursBuilder builder = BusinessHours.builder(BERLIN);

    @Nested
    class Refuses {
        @Test
        void aWeekWithoutAnyHour() {
            assertThat(problems()).containsExactly("The calendar has no opening hour.");
        }

        @Test
        void hoursOnSingleDatesOnly() {
            builder.on(LocalDate.of(2026, 6, 8), NINE, FIVE);
            assertThat(problems()).containsExactly("The calendar has no opening hour.");
        }

        @Test
        void fractionsOfASecond() {
            builder.open(MONDAY, NINE, LocalTime.MAX).breakOn(MONDAY, NINE.plusNanos(1), NOON);
            assertThat(problems())
                    .containsExactly(
                            "On MONDAY there is a time from 09:00 to 23:59:59.999999999.",
                            "On MONDAY there is a time from 09:00:00.000000001 to 12:00.");
        }

        @Test
        void aBreakThatEndsWhenItBegins() {
            builder.open(MONDAY, NINE, FIVE).breakOn(MONDAY, NOON, NOON);
            assertThat(problems()).containsExactly("On MONDAY a break ends when it begins, at 12:00.");
        }

        @Test
        void breaksThatTakeEveryHour() {
            builder.open(MONDAY, NINE, FIVE).breakOn(MONDAY, LocalTime.of(8, 0), FIVE);
            assertThat(problems())
                    .containsExactly("The calendar is never open: breaks or holidays take all of its hours.");
        }

        @Test
        void holidaysThatTakeEveryDay() {
            builder.open(MONDAY, NINE, FIVE).holidays(new EveryDay());
            assertThat(problems())
                    .containsExactly("The calendar is never open: breaks or holidays take all of its hours.");
        }

        @Test
        void aDateThatTheClocksOfTheZoneLeftOut() {
            BusinessHoursBuilder apia = BusinessHours.builder(ZoneId.of("Pacific/Apia"))
                    .open(MONDAY, NINE, FIVE)
                    .closed(LocalDate.of(2011, 12, 30));
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(apia::build)
                    .withMessageContaining("There was no 2011-12-30 in Pacific/Apia");
        }

        @Test
        void aDateBeforeTheFirstYearAndAfterTheLast() {
            builder.open(MONDAY, NINE, FIVE)
                    .closed(LocalDate.MIN)
                    .on(LocalDate.of(10_000, 1, 1), NINE, FIVE)
                    .closed(LocalDate.MAX);
            assertThat(problems())
                    .containsExactly(
                            "The date -999999999-01-01 is out of reach.",
                            "The date +10000-01-01 is out of reach.",
                            "The date +999999999-12-31 is out of reach.");
        }

        @Test
        void moreThanTwoYearsOfClosedDates() {
            builder.open(MONDAY, NINE, FIVE);
            closeDays(740);
            assertThat(problems()).containsExactly("The calendar is closed for more than two years until 2028-01-02.");
        }

        @Test
        void everythingThatIsWrongAtOnceEachWithItsRemedy() {
            builder.closed(LocalDate.MAX).breakOn(WEDNESDAY, NOON, NOON);
            assertThat(problems()).hasSize(3);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(builder::build)
                    .withMessageContaining("Open at least one window a week.")
                    .withMessageContaining("Give one in the years 1 to 9999.")
                    .withMessageContaining("Let it end later, or leave it out.");
        }

        private List<String> problems() {
            return catchThrowableOfType(ConfigurationException.class, builder::build).problems().stream()
                    .map(Problem::what)
                    .toList();
        }
    }

    @Nested
    class WarnsOf {
        @Test
        void windowsThatOverlapAndCountsThemOnce() {
            BusinessHours hours = builder.open(TUESDAY, LocalTime.of(11, 59), FIVE)
                    .open(TUESDAY, NINE, NOON)
                    .build();
            assertThat(hours.warnings())
                    .extracting(Problem::what)
                    .containsExactly(
                            "The hours 09:00-12:00 of TUESDAY overlap with 11:59-17:00; what is in both counts once.");
            assertThat(hours.between(
                            LocalDate.of(2026, 6, 8).atStartOfDay(BERLIN).toInstant(),
                            LocalDate.of(2026, 6, 15).atStartOfDay(BERLIN).toInstant()))
                    .isEqualTo(Duration.ofHours(8));
        }

        @Test
        void aNightThatReachesIntoTheHoursOfTheNextDate() {
            builder.open(SUNDAY, LocalTime.of(22, 0), LocalTime.of(9, 30)).open(MONDAY, NINE, FIVE);
            assertThat(builder.build().warnings()).hasSize(1);
        }

        @Test
        void overlapsOnASingleDate() {
            LocalDate date = LocalDate.of(2026, 6, 8);
            builder.open(MONDAY, NINE, FIVE).on(date, NINE, FIVE).on(date, NOON, LocalTime.of(18, 0));
            assertThat(builder.build().warnings()).hasSize(1);
        }
    }

    @Nested
    class Accepts {
        @Test
        void aBuilderThatIsUsedTwice() {
            builder.open(MONDAY, NINE, FIVE).open(MONDAY, NINE, NOON);
            assertThat(builder.build().warnings()).hasSize(1);
            assertThat(builder.build().warnings()).hasSize(1);
        }

        @Test
        void twoYearsOfClosedDatesAndStillFindsTheNextOpening() {
            BusinessHours hours = closeDays(730)
                    .open(MONDAY, NINE, FIVE)
                    .open(FRIDAY, NINE, FIVE)
                    .build();
            ZonedDateTime before = ZonedDateTime.of(2026, 1, 1, 8, 0, 0, 0, BERLIN);
            assertThat(hours.plus(before.toInstant(), Duration.ofHours(1)))
                    .isEqualTo(ZonedDateTime.of(2028, 1, 3, 10, 0, 0, 0, BERLIN).toInstant());
        }

        @Test
        void windowsThatTouch() {
            assertThat(builder.open(MONDAY, NINE, NOON)
                            .open(MONDAY, NOON, FIVE)
                            .build()
                            .warnings())
                    .isEmpty();
        }

        @Test
        void furtherUseWithoutChangingWhatWasBuilt() {
            BusinessHours before = builder.open(MONDAY, NINE, NOON).build();
            builder.open(MONDAY, NOON, FIVE)
                    .open(TUESDAY, NINE, NOON)
                    .closed(LocalDate.of(2026, 6, 8))
                    .build();
            assertThat(before.describe()).isEqualTo("Mon 09:00-12:00");
            assertThat(before.isOpen(
                            ZonedDateTime.of(2026, 6, 8, 10, 0, 0, 0, BERLIN).toInstant()))
                    .isTrue();
        }
    }

    @Nested
    class Describes {
        @Test
        void weekdaysInShort() {
            assertThat(BusinessHours.weekdays(NINE, FIVE, BERLIN).describe()).isEqualTo("Mon-Fri 09:00-17:00");
        }

        @Test
        void dayAndNight() {
            assertThat(BusinessHours.always(BERLIN).describe()).isEqualTo("Mon-Sun 00:00-24:00");
        }

        @Test
        void lunchBreaksGapsAndSingleDays() {
            builder.open(MONDAY, LocalTime.of(13, 0), FIVE).open(MONDAY, NINE, NOON);
            builder.open(TUESDAY, NINE, NOON).open(TUESDAY, LocalTime.of(13, 0), FIVE);
            builder.open(FRIDAY, NINE, NOON).open(SATURDAY, NINE, LocalTime.of(12, 30));
            assertThat(builder.build().describe())
                    .isEqualTo("Mon-Tue 09:00-12:00, 13:00-17:00; Fri 09:00-12:00; Sat 09:00-12:30");
        }

        @Test
        void sundayAlone() {
            assertThat(builder.open(SUNDAY, NINE, NOON).build().describe()).isEqualTo("Sun 09:00-12:00");
        }
    }

    /** A calendar on which every day is a holiday. */
    private static final class EveryDay implements HolidayCalendar {
        @Override
        public String name() {
            return "Cockaigne";
        }

        @Override
        public List<Holiday> in(int year) {
            return LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .map(date -> Holiday.wholeDay(date, "rest"))
                    .toList();
        }
    }

    private BusinessHoursBuilder closeDays(int days) {
        for (int day = 0; day < days; day++) {
            builder.closed(LocalDate.of(2026, 1, 1).plusDays(day));
        }
        return builder;
    }
}
