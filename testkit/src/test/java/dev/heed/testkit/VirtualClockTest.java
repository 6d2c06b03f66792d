package dev.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        VirtualClock clock = VirtualClock.at(START);

        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    }

    @Test
    void startsAtAnInstantWrittenAsText() {
        assertThat(VirtualClock.at("2026-03-02T09:00:00Z").instant()).isEqualTo(START);
    }

    @Test
    void movesForwardAndBackToTheNanosecond() {
        VirtualClock clock = VirtualClock.at(START);

        assertThat(clock.advance(Duration.ofNanos(1)).instant()).isEqualTo(START.plusNanos(1));
        assertThat(clock.advance(Duration.ofDays(-1)).instant())
                .isEqualTo(START.plusNanos(1).minus(Duration.ofDays(1)));
    }

    @Test
    void isPutToAnyInstant() {
        VirtualClock clock = VirtualClock.at(START);

        assertThat(clock.setTo(Instant.EPOCH).instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.setTo(Instant.MAX).instant()).isEqualTo(Instant.MAX);
    }

    @Test
    void showsTheSameTimeInAnyZone() {
        VirtualClock clock = VirtualClock.at(START);
        var zoned = clock.withZone(ZoneOffset.ofHours(5));
        clock.advance(Duration.ofHours(1));

        assertThat(zoned.instant()).isEqualTo(clock.instant());
    }

    @Test
    void losesNoTimeWhenManyThreadsMoveIt() {
        VirtualClock clock = VirtualClock.at(START);
        List<Instant> shown = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> clock.advance(Duration.ofSeconds(1)).instant())
                .toList();

        assertThat(shown).allMatch(instant -> instant.isAfter(START));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1000));
    }
}
