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

    private final BusinessHours.Builder builder = BusinessHours.builder(BERLIN);

    @Nested
    class Refuses {
        @Test
        void aWeekWithoutAnyHour() {
            assertThat(problems()).containsExactly("The calendar has no opening hour.");
        }

        @Test
        void aWindowThatClosesBeforeItOpens() {
            builder.open(MONDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
            assertThat(problems()).containsExactly("MONDAY opens at 22:00 and closes at 06:00.");
        }

        @Test
        void aWindowThatClosesWhenItOpens() {
            builder.open(MONDAY, NINE, NINE);
            assertThat(problems()).containsExactly("MONDAY opens at 09:00 and closes at 09:00.");
        }

        @Test
        void windowsThatOverlap() {
            builder.open(TUESDAY, LocalTime.of(11, 59), FIVE).open(TUESDAY, NINE, NOON);
            assertThat(problems()).containsExactly("On TUESDAY the window from 11:59 overlaps the one before.");
        }

        @Test
        void aWindowAfterOneUntilMidnight() {
            builder.open(TUESDAY, NINE, LocalTime.MIDNIGHT).open(TUESDAY, LocalTime.of(23, 0), LocalTime.of(23, 30));
            assertThat(problems()).containsExactly("On TUESDAY the window from 23:00 overlaps the one before.");
        }

        @Test
        void theSameWindowTwice() {
            builder.open(TUESDAY, NINE, NOON).open(TUESDAY, NINE, NOON);
            assertThat(problems()).hasSize(1);
        }

        @Test
        void moreThanTwoYearsOfClosedDates() {
            builder.open(MONDAY, NINE, FIVE);
            closeDays(732);
            assertThat(problems()).containsExactly("The calendar is closed on more than 731 dates.");
        }

        @Test
        void everythingThatIsWrongAtOnceEachWithItsRemedy() {
            builder.open(MONDAY, FIVE, NINE).open(WEDNESDAY, NINE, NOON).open(WEDNESDAY, LocalTime.of(11, 0), FIVE);
            closeDays(800);
            assertThat(problems())
                    .containsExactly(
                            "MONDAY opens at 17:00 and closes at 09:00.",
                            "On WEDNESDAY the window from 11:00 overlaps the one before.",
                            "The calendar is closed on more than 731 dates.");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(builder::build)
                    .withMessageContaining("split a night shift at midnight into two days")
                    .withMessageContaining("Make one window of the two.")
                    .withMessageContaining("Leave past holidays out.");
        }

        private List<String> problems() {
            return catchThrowableOfType(ConfigurationException.class, builder::build).problems().stream()
                    .map(Problem::what)
                    .toList();
        }
    }

    @Nested
    class Accepts {
        @Test
        void twoYearsOfClosedDatesAndStillFindsTheNextOpening() {
            BusinessHours hours = closeDays(731)
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
                            .zone())
                    .isEqualTo(BERLIN);
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

    private BusinessHours.Builder closeDays(int days) {
        for (int day = 0; day < days; day++) {
            builder.closed(LocalDate.of(2026, 1, 1).plusDays(day));
        }
        return builder;
    }
}
