package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.Severity;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** P20 and P21: whoever pays nothing extra, or has paid already, is not left behind. */
class FairnessTest {
    private static final FairnessLimits LIMITS = new FairnessLimits(20, 10, 10);

    private static Fairness fairness(int baseMet, int baseMissed, int paidMet, int paidMissed) {
        List<TicketFigures> all = new ArrayList<>(Served.served("base", baseMet, baseMissed));
        all.addAll(Served.served("premium", paidMet, paidMissed));
        return Fairness.of(all.stream(), Served.JUNE, LIMITS);
    }

    @Test
    void tooManyMissesInTheBaseTierRaiseTheAlarmWithItsCodeAndTheCounts() {
        Finding alarm = fairness(15, 5, 0, 0).alarm().orElseThrow();
        assertThat(alarm.code()).isEqualTo(PracticeCode.BASE_TIER_STARVED);
        assertThat(alarm.code().severity()).isEqualTo(Severity.WARNS);
        assertThat(alarm.problem()).contains("base tier: 5 of 20; in other tiers: 0 of 0");
    }

    @Test
    void theLimitItselfIsKept() {
        assertThat(fairness(16, 4, 0, 0).alarm()).isEmpty();
    }

    @Test
    void farMoreMissesThanInOtherTiersRaiseTheAlarm() {
        assertThat(fairness(17, 3, 40, 0).alarm()).isPresent();
        assertThat(fairness(18, 2, 40, 0).alarm()).isEmpty();
        assertThat(fairness(17, 3, 36, 4).alarm()).isEmpty();
    }

    @Test
    void ofTooFewNothingIsSaid() {
        assertThat(fairness(0, 9, 40, 0).alarm()).isEmpty();
        assertThat(fairness(0, 10, 40, 0).alarm()).isPresent();
        assertThat(fairness(17, 3, 9, 0).alarm()).isEmpty();
    }

    @Test
    void aFirstReplyThatWasLateAndWentOnByOtherLevelsIsMissedOnce() {
        TicketFigures twice = Served.ticket("base", TicketKind.QUESTION, Served.first(1, 90), Served.first(2, 30));
        assertThat(Fairness.of(List.of(twice).stream(), Served.JUNE, LIMITS).base())
                .isEqualTo(new Share(1, 1));
        Parity parity = Parity.of(List.of(twice).stream(), Served.JUNE, 1);
        assertThat(parity.support().median()).contains(Duration.ofHours(2));
        assertThat(parity.supportWallTimes().median()).contains(Duration.ofHours(4));
    }

    @Test
    void whatWasDecidedAtAnotherTimeDoesNotCount() {
        ReportPeriod may = new ReportPeriod(Instant.parse("2026-05-01T00:00:00Z"), Served.JUNE.from());
        assertThat(Fairness.of(Served.served("base", 3, 3).stream(), may, LIMITS)
                        .base())
                .isEqualTo(Share.NONE);
    }

    @Test
    void limitsHaveARange() {
        assertThatThrownBy(() -> new FairnessLimits(101, 0, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new FairnessLimits(0, -1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new FairnessLimits(0, 0, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Share(1, 2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Parity.of(List.<TicketFigures>of().stream(), Served.JUNE, 0))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Parity parity(int support, int sales, int count, int atLeast) {
        List<TicketFigures> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Served.ticket("base", TicketKind.TECHNICAL, support));
            all.add(Served.ticket("base", TicketKind.SALES_ENQUIRY, sales));
        }
        return Parity.of(all.stream(), Served.JUNE, atLeast);
    }

    @Test
    void supportThatIsSlowerThanSalesRaisesTheAlarm() {
        Parity slower = parity(40, 30, 5, 5);
        assertThat(slower.isSupportSlower()).isTrue();
        assertThat(slower.isSupportSlowerInWallTime()).isTrue();
        assertThat(slower.difference()).contains(Duration.ofMinutes(10));
        assertThat(parity(30, 30, 5, 5).isSupportSlower()).isFalse();
        assertThat(parity(20, 30, 5, 5).difference()).contains(Duration.ofMinutes(-10));
        assertThat(parity(40, 30, 4, 5).isSupportSlower()).isFalse();
        assertThat(parity(40, 30, 0, 5).difference()).isEqualTo(Optional.empty());
    }
}
