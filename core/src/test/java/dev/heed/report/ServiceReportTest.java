package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServiceReportTest {
    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static List<TicketFigures> some(long seed, int count) {
        Random random = new Random(seed);
        List<TicketFigures> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Served.ticket(
                    random.nextBoolean() ? "base" : "premium", any(random, TicketKind.values()), random.nextInt(120)));
        }
        return all;
    }

    @Property(tries = 100)
    void theOrderOfTheTicketsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 40) int count) {
        List<TicketFigures> all = some(seed, count);
        ServiceReport report = ServiceReport.of(all.stream(), Served.JUNE, GroupBy.values());
        Collections.shuffle(all, new Random(seed + 1));
        assertThat(ServiceReport.of(all.stream(), Served.JUNE, GroupBy.values()))
                .isEqualTo(report);
        assertThat(Fairness.of(all.stream(), Served.JUNE, FairnessLimits.defaults()))
                .isEqualTo(Fairness.of(some(seed, count).stream(), Served.JUNE, FairnessLimits.defaults()));
        assertThat(Parity.of(all.stream(), Served.JUNE, 1))
                .isEqualTo(Parity.of(some(seed, count).stream(), Served.JUNE, 1));
    }

    @Property(tries = 100)
    void eachClockStandsInOneLineHoweverTheyAreCountedApart(@ForAll long seed, @ForAll @IntRange(max = 40) int count) {
        long inAll =
                ServiceReport.of(some(seed, count).stream(), Served.JUNE, GroupBy.KIND, GroupBy.TIER).rows().stream()
                        .mapToLong(row -> row.share().decided())
                        .sum();
        assertThat(inAll).isEqualTo(count);
    }

    @Test
    void linesAreInTheOrderOfTheirWords() {
        List<TicketFigures> all = new ArrayList<>(Served.served("premium", 3, 1));
        all.addAll(Served.served("base", 1, 0));
        ServiceReport report = ServiceReport.of(all.stream(), Served.JUNE, GroupBy.TIER, GroupBy.CHANNEL);
        assertThat(report.rows())
                .extracting(ServiceReport.Row::group)
                .containsExactly(
                        Map.of(GroupBy.TIER, "base", GroupBy.CHANNEL, "email"),
                        Map.of(GroupBy.TIER, "premium", GroupBy.CHANNEL, "email"));
        ServiceReport.Row premium = report.row(
                        SlaTarget.FIRST_REPLY, Map.of(GroupBy.TIER, "premium", GroupBy.CHANNEL, "email"))
                .orElseThrow();
        assertThat(premium.share()).hasToString("1 of 4");
        assertThat(premium.workingTimes().median()).contains(Duration.ofMinutes(30));
        assertThat(premium.wallTimes().percentile(90)).contains(Duration.ofHours(3));
    }

    @Test
    void aPeriodIsHalfOpenAndLastsForSomeTime() {
        assertThat(Served.JUNE.contains(Served.JUNE.from())).isTrue();
        assertThat(Served.JUNE.contains(Served.JUNE.until())).isFalse();
        assertThatThrownBy(() -> new ReportPeriod(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsNamedTwiceIsCountedApartOnce() {
        List<TicketFigures> all = some(7, 20);
        assertThat(ServiceReport.of(all.stream(), Served.JUNE, GroupBy.TIER, GroupBy.TIER)
                        .rows())
                .isEqualTo(ServiceReport.of(all.stream(), Served.JUNE, GroupBy.TIER)
                        .rows());
    }

    @Test
    void noTicketIsLostByReadingThemInParallel() {
        List<TicketFigures> all = some(7, 2_000);
        assertThat(ServiceReport.of(all.parallelStream(), Served.JUNE, GroupBy.TIER)
                        .rows())
                .isEqualTo(ServiceReport.of(all.stream(), Served.JUNE, GroupBy.TIER)
                        .rows());
    }
}
