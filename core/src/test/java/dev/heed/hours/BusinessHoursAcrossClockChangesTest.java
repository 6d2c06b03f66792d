package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Expected values are written in UTC or with an offset, so that they do not depend on what is tested. */
class BusinessHoursAcrossClockChangesTest {

    /** On 2026-03-29 clocks go from 02:00 +01:00 to 03:00 +02:00. */
    @Nested
    class WhenClocksSpringForwardInBerlin {
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        @Test
        void aWindowAcrossTheGapIsAnHourShorter() {
            BusinessHours night = everyDay(berlin, LocalTime.of(1, 0), LocalTime.of(5, 0));
            assertThat(night.plus(Instant.parse("2026-03-29T00:00:00Z"), Duration.ofHours(3)))
                    .isEqualTo(Instant.parse("2026-03-29T03:00:00Z"));
            assertThat(night.plus(Instant.parse("2026-03-29T00:00:00Z"), Duration.ofHours(4)))
                    .isEqualTo(Instant.parse("2026-03-30T00:00:00Z"));
        }

        @Test
        void anOpeningInTheGapMovesLaterByItsLength() {
            BusinessHours early = everyDay(berlin, LocalTime.of(2, 30), LocalTime.of(5, 0));
            assertThat(early.isOpen(Instant.parse("2026-03-29T01:29:59Z"))).isFalse();
            assertThat(early.isOpen(Instant.parse("2026-03-29T01:30:00Z"))).isTrue();
            assertThat(early.plus(Instant.parse("2026-03-29T00:00:00Z"), Duration.ofMinutes(1)))
                    .isEqualTo(Instant.parse("2026-03-29T01:31:00Z"));
        }

        @Test
        void aClosingInTheGapMovesLaterByItsLength() {
            BusinessHours late = everyDay(berlin, LocalTime.of(1, 0), LocalTime.of(2, 30));
            assertThat(late.isOpen(Instant.parse("2026-03-29T01:29:59Z"))).isTrue();
            assertThat(late.isOpen(Instant.parse("2026-03-29T01:30:00Z"))).isFalse();
        }

        @Test
        void aWindowInTheGapIsLeftOut() {
            BusinessHours hours = BusinessHours.builder(berlin)
                    .open(DayOfWeek.SUNDAY, LocalTime.of(2, 15), LocalTime.of(3, 0))
                    .open(DayOfWeek.SUNDAY, LocalTime.of(8, 0), LocalTime.of(14, 0))
                    .build();
            assertThat(hours.nextOpening(Instant.parse("2026-03-29T00:00:00Z")))
                    .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
        }

        @Test
        void alwaysIsAlways() {
            assertThat(BusinessHours.always(berlin).plus(Instant.parse("2026-03-28T12:00:00Z"), Duration.ofDays(1)))
                    .isEqualTo(Instant.parse("2026-03-29T12:00:00Z"));
        }
    }

    /** On 2026-10-25 clocks go from 03:00 +02:00 back to 02:00 +01:00. */
    @Nested
    class WhenClocksFallBackInBerlin {
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        @Test
        void aWindowAcrossTheOverlapIsAnHourLonger() {
            BusinessHours night = everyDay(berlin, LocalTime.of(1, 0), LocalTime.of(5, 0));
            assertThat(night.plus(Instant.parse("2026-10-24T23:00:00Z"), Duration.ofHours(5)))
                    .isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
        }

        @Test
        void anAmbiguousOpeningIsTheEarlierOne() {
            BusinessHours early = everyDay(berlin, LocalTime.of(2, 30), LocalTime.of(5, 0));
            assertThat(early.plus(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(1)))
                    .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
            assertThat(early.isOpen(Instant.parse("2026-10-25T01:15:00Z")))
                    .as("02:15 for the second time")
                    .isTrue();
        }

        @Test
        void anAmbiguousClosingIsTheEarlierOne() {
            BusinessHours late = everyDay(berlin, LocalTime.of(1, 0), LocalTime.of(2, 30));
            assertThat(late.isOpen(Instant.parse("2026-10-25T00:29:59Z"))).isTrue();
            assertThat(late.isOpen(Instant.parse("2026-10-25T01:15:00Z")))
                    .as("02:15 for the second time")
                    .isFalse();
        }

        @Test
        void officeHoursDoNotNotice() {
            BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), berlin);
            assertThat(office.plus(Instant.parse("2026-10-23T14:00:00Z"), Duration.ofHours(2)))
                    .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
        }
    }

    /** On 2015-10-18 the day begins at 01:00 -02:00; 00:00 -03:00 does not exist. */
    @Nested
    class WhenTheDayBeginsAtOneInSaoPaulo {
        private final ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");

        @Test
        void theDayBeforeEndsWhereTheNextBegins() {
            BusinessHours always = BusinessHours.always(saoPaulo);
            assertThat(always.plus(Instant.parse("2015-10-18T02:59:59Z"), Duration.ofSeconds(2)))
                    .isEqualTo(Instant.parse("2015-10-18T03:00:01Z"));
            assertThat(always.isOpen(Instant.parse("2015-10-18T03:00:00Z"))).isTrue();
        }

        @Test
        void aWindowFromMidnightIsAnHourShorter() {
            BusinessHours night = everyDay(saoPaulo, LocalTime.MIDNIGHT, LocalTime.of(4, 0));
            assertThat(night.plus(Instant.parse("2015-10-18T02:00:00Z"), Duration.ofHours(3)))
                    .isEqualTo(Instant.parse("2015-10-18T06:00:00Z"));
            assertThat(night.isOpen(Instant.parse("2015-10-18T06:00:00Z"))).isFalse();
        }

        @Test
        void aWindowUntilMidnightKeepsItsLength() {
            BusinessHours evening = everyDay(saoPaulo, LocalTime.of(22, 0), LocalTime.MIDNIGHT);
            assertThat(evening.plus(Instant.parse("2015-10-18T01:00:00Z"), Duration.ofHours(2)))
                    .isEqualTo(Instant.parse("2015-10-18T03:00:00Z"));
        }
    }

    /** West of the date line on 2011-12-29, east of it on 2011-12-31; the 30th does not exist. */
    @Nested
    class WhenADateIsLeftOutInApia {
        private final ZoneId apia = ZoneId.of("Pacific/Apia");

        @Test
        void workGoesOnOnTheDateAfter() {
            BusinessHours daily = everyDay(apia, LocalTime.of(9, 0), LocalTime.of(17, 0));
            assertThat(daily.plus(local(29, 16), Duration.ofHours(2))).isEqualTo(local(31, 10));
            assertThat(daily.plus(local(29, 9), Duration.ofHours(17)))
                    .isEqualTo(LocalDateTime.of(2012, 1, 1, 10, 0).atZone(apia).toInstant());
        }

        @Test
        void alwaysIsAlways() {
            assertThat(BusinessHours.always(apia).plus(Instant.parse("2011-12-29T12:00:00Z"), Duration.ofDays(2)))
                    .isEqualTo(Instant.parse("2011-12-31T12:00:00Z"));
        }

        @Test
        void isClosedOnTheSaturdayAfterTheFridayThatIsLeftOut() {
            BusinessHours office = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), apia);
            assertThat(office.isOpen(local(31, 10))).isFalse();
        }

        private Instant local(int day, int hour) {
            return LocalDateTime.of(2011, 12, day, hour, 0).atZone(apia).toInstant();
        }
    }

    private static BusinessHours everyDay(ZoneId zone, LocalTime open, LocalTime close) {
        BusinessHoursBuilder builder = BusinessHours.builder(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.open(day, open, close);
        }
        return builder.build();
    }
}
