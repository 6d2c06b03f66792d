package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.ChannelHealth;
import dev.heed.RunReport;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.ChannelId;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A channel that is down: it stops nobody, is left in peace for a while, and is seen to come back. */
class ChannelHealthScenarioTest {
    private final FakeChannel other = FakeChannel.named("other");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.channel(other));

    private ChannelHealth health() {
        return heed.desk().backoffice().channels().get(0);
    }

    private void isLookedAtAgainAfter(Duration pause) {
        assertThat(health().nextPoll()).isEqualTo(heed.clock().instant().plus(pause));
        heed.clock().advance(pause.minusNanos(1));
        assertThat(heed.run().unavailable()).isEmpty();
        heed.clock().advance(Duration.ofNanos(1));
        assertThat(heed.run().unavailable()).containsOnlyKeys(ChannelId.of("fake"));
    }

    @Test
    void channelsAreListedInTheirOrderAndWorkAtFirst() {
        assertThat(heed.desk().backoffice().channels())
                .extracting(ChannelHealth::channel)
                .containsExactly(ChannelId.of("fake"), ChannelId.of("other"));
        assertThat(heed.desk().backoffice().channels()).allMatch(ChannelHealth::works);
    }

    @Test
    void oneThatIsDownDoesNotStopAnother() {
        heed.channel().goDown(Kind.UNREACHABLE);
        other.receive("ana@example.com", "Where is my parcel?");
        RunReport report = heed.run();

        assertThat(report.received()).isEqualTo(1);
        assertThat(report.sent()).isEqualTo(1);
        assertThat(other.sent()).hasSize(1);
        assertThat(report.idle()).isFalse();
        assertThat(report.unavailable().get(ChannelId.of("fake")))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void itIsSaidSinceWhenAndWhy() {
        Instant down = heed.clock().instant().plus(Duration.ofHours(1));
        heed.clock().setTo(down);
        heed.channel().goDown(Kind.TLS);
        heed.run();
        heed.clock().advance(Duration.ofSeconds(10));
        heed.run();

        assertThat(health().works()).isFalse();
        assertThat(health().since()).isEqualTo(down);
        assertThat(health().problem().orElseThrow().kind()).isEqualTo(Kind.TLS);
        assertThat(heed.desk().backoffice().channels().get(1).works()).isTrue();
    }

    @Test
    void itIsLeftAloneForLongerAndLonger() {
        heed.channel().goDown(Kind.UNREACHABLE);
        heed.run();
        List<Long> seconds = LongStream.iterate(1, pause -> Math.min(2 * pause, 900))
                .limit(13)
                .boxed()
                .toList();

        assertThat(seconds).contains(512L, 900L);
        seconds.forEach(pause -> isLookedAtAgainAfter(Duration.ofSeconds(pause)));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        heed.run();
        heed.clock().setTo(heed.clock().instant().minus(Duration.ofDays(400)));
        heed.channel().receive("ana@example.com", "Where is my parcel?");

        assertThat(heed.run().received()).isEqualTo(1);
    }

    @Test
    void aClosedDeskWritesNothingAnyMore() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        var ticket = heed.onlyTicket().id();
        var maria = heed.maria();
        heed.desk().close();

        assertThatThrownBy(() -> Story.reading(maria, ticket).reply(ticket, "It left this morning."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void whatCannotBeSentIsSeenOnTheChannel() {
        heed.gateway().next(SendOutcome.failed("The password is refused."));
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();

        assertThat(health().works()).isFalse();
        assertThat(health().sendProblem()).contains("The password is refused.");

        heed.clock().advance(Duration.ofMinutes(2));
        heed.run();
        assertThat(health().works()).isTrue();
    }

    @Test
    void oneThatRefusesThePasswordIsNotPressed() {
        heed.channel().goDown(Kind.AUTHENTICATION);
        heed.run();

        isLookedAtAgainAfter(Duration.ofMinutes(15));
    }

    @Test
    void whenItIsBackNothingWasLostAndItIsLookedAtAtOnce() {
        heed.channel().goDown(Kind.UNREACHABLE);
        heed.run();
        heed.clock().advance(Duration.ofSeconds(1));
        heed.run();
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.channel().comeBack();
        assertThat(heed.run().received()).as("before the pause is over").isZero();
        heed.clock().advance(Duration.ofSeconds(2));
        assertThat(heed.run().received()).isEqualTo(1);

        assertThat(health().works()).isTrue();
        assertThat(health().since()).isEqualTo(heed.clock().instant());
        heed.channel().receive("ana@example.com", "Hello?");
        assertThat(heed.run().received()).isEqualTo(1);
    }

    @Test
    void afterARecoveryThePausesAreShortAgain() {
        heed.channel().goDown(Kind.UNREACHABLE);
        heed.run();
        isLookedAtAgainAfter(Duration.ofSeconds(1));
        isLookedAtAgainAfter(Duration.ofSeconds(2));
        heed.channel().comeBack();
        heed.clock().advance(Duration.ofSeconds(4));
        heed.run();
        heed.channel().goDown(Kind.PROTOCOL);
        heed.run();

        isLookedAtAgainAfter(Duration.ofSeconds(1));
    }

    @Test
    void whatCannotBeReadIsKeptForPeopleAndStopsNothing() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.channel().receiveUnreadable(new byte[] {0, 1, 2});
        heed.channel().receive("eve@example.com", "And mine?");
        RunReport report = heed.run();

        assertThat(report.received()).isEqualTo(2);
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(heed.desk().backoffice().unreadable()).singleElement().satisfies(kept -> {
            assertThat(kept.raw()).containsExactly(0, 1, 2);
            assertThat(kept.receivedAt()).isEqualTo(heed.clock().instant());
        });
        assertThat(health().works()).isTrue();
    }
}
