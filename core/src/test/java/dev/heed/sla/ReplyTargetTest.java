package dev.heed.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.hours.BusinessHours;
import dev.heed.ticket.ExpectedReply;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTargetTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final BusinessHours weekdays = BusinessHours.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN);

    @Nested
    class WhatIsExpected {
        private final ReplyTarget target = new ReplyTarget(Duration.ofHours(8), weekdays);

        @Test
        void isReckonedInTheWorkingTimeOfTheShop() {
            Instant fridayAtThree = Instant.parse("2026-06-12T13:00:00Z");
            assertThat(target.expectedFrom(fridayAtThree, BERLIN).at())
                    .isEqualTo(Instant.parse("2026-06-15T13:00:00Z"));
        }

        @Test
        void isTheSameInstantInWhateverZoneItIsTold() {
            Instant received = Instant.parse("2026-06-08T08:00:00Z");
            ExpectedReply inBerlin = target.expectedFrom(received, BERLIN);
            ExpectedReply inTokyo = target.expectedFrom(received, TOKYO);
            assertThat(inTokyo.at()).isEqualTo(inBerlin.at());
            assertThat(inTokyo.zone()).isEqualTo(TOKYO);
            assertThat(inTokyo.basis()).isEqualTo(inBerlin.basis());
        }

        @Test
        void startsWithTheNextOpeningForWhoeverWritesAtNight() {
            Instant saturdayNight = Instant.parse("2026-06-13T21:00:00Z");
            assertThat(target.expectedFrom(saturdayNight, BERLIN).at())
                    .isEqualTo(Instant.parse("2026-06-15T15:00:00Z"));
        }
    }

    @Nested
    class TheBasis {
        @ParameterizedTest
        @CsvSource({
            "PT8H, 8 h",
            "PT30M, 30 min",
            "PT1H30M, 1 h 30 min",
            "P1D, 24 h",
            "P2DT15M, 48 h 15 min",
            "PT60M, 1 h",
            "PT90S, PT1M30S",
            "PT0.001S, PT0.001S",
        })
        void saysHowLong(Duration within, String said) {
            assertThat(basis(new ReplyTarget(within, weekdays)))
                    .isEqualTo(said + " in Mon-Fri 09:00-17:00 Europe/Berlin");
        }

        @Test
        void namesTheHoursAndTheZoneOfTheShop() {
            BusinessHours saturdays = BusinessHours.builder(TOKYO)
                    .open(DayOfWeek.SATURDAY, LocalTime.of(10, 30), LocalTime.MIDNIGHT)
                    .build();
            assertThat(basis(new ReplyTarget(Duration.ofHours(1), saturdays)))
                    .isEqualTo("1 h in Sat 10:30-24:00 Asia/Tokyo");
        }

        private String basis(ReplyTarget target) {
            return target.expectedFrom(Instant.parse("2026-06-08T08:00:00Z"), BERLIN)
                    .basis();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P-1D"})
    void refusesWhatCannotBeKept(Duration within) {
        assertThatThrownBy(() -> new ReplyTarget(within, weekdays))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("A reply target of " + within + " cannot be kept.")
                .hasMessageContaining("Give a duration above zero.");
    }
}
