package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ChannelHealth;
import dev.heed.RunReport;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.ChannelId;
import dev.heed.testkit.DeskExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailChannelHealthTest {

    private static final ChannelId EMAIL = ChannelId.of("email");

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final Tunnel tunnel = Tunnel.plain(mail.imapPort());

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(desk -> desk.channel(EmailChannel.builder(
                    MailRig.SHOP,
                    MailServer.plain("127.0.0.1", tunnel.port()).login(MailRig.USER, MailRig.PASSWORD),
                    mail.smtp())
            .timeout(MailRig.PATIENCE)
            .build()));

    @Test
    void aChannelThatWorksIsReportedAsWorking() {
        assertThat(heed.run().unavailable()).isEmpty();
        assertThat(health().works()).isTrue();
    }

    @Test
    void aServerThatIsDownIsReportedAndTheReportHoldsNoSecrets() {
        tunnel.shut(true);

        RunReport report = heed.run();

        assertThat(report.unavailable())
                .hasSize(1)
                .hasEntrySatisfying(EMAIL, problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE));
        assertThat(report.toString()).doesNotContain(MailRig.USER, MailRig.PASSWORD);
        assertThat(health().works()).isFalse();
        assertThat(health().since()).isEqualTo(now());
    }

    @Test
    void aServerThatIsDownIsTriedLessAndLessOften() {
        tunnel.shut(true);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            assertThat(heed.run().unavailable()).hasSize(1);
            pauses.add(Duration.between(now(), health().nextPoll()));
            heed.clock().setTo(health().nextPoll().minusMillis(1));
            assertThat(heed.run().unavailable()).isEmpty();
            heed.clock().advance(Duration.ofMillis(1));
        }

        assertThat(pauses)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .endsWith(Duration.ofMinutes(15), Duration.ofMinutes(15))
                .isSorted();
        assertThat(health().since()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void aRefusedLoginIsNotTriedAgainFor15Minutes() {
        mail.password("changed");

        assertThat(heed.run().unavailable())
                .hasEntrySatisfying(EMAIL, problem -> assertThat(problem.kind()).isEqualTo(Kind.AUTHENTICATION));
        assertThat(tunnel.connections()).isEqualTo(1);
        heed.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(heed.run().unavailable()).isEmpty();
        assertThat(tunnel.connections()).isEqualTo(1);
        assertThat(health().works()).isFalse();

        heed.clock().advance(Duration.ofMillis(1));
        assertThat(heed.run().unavailable()).hasSize(1);
    }

    @Test
    void whatCameWhileTheServerWasDownIsTakenAfterIt() {
        tunnel.shut(true);
        heed.run();
        mail.deliver(RawMail.of("in the meantime"));
        tunnel.shut(false);

        assertThat(heed.run().received()).isZero();
        heed.clock().advance(Duration.ofSeconds(1));

        assertThat(heed.run().received()).isEqualTo(1);
        assertThat(health().works()).isTrue();
        assertThat(health().since()).isEqualTo(now());
    }

    @Test
    void aMendedLoginIsFoundOutAfterThePause() {
        mail.password("changed");
        heed.run();
        mail.password(MailRig.PASSWORD).deliver(RawMail.of("in the meantime"));
        heed.clock().advance(Duration.ofMinutes(15));

        assertThat(heed.run().received()).isEqualTo(1);
        assertThat(health().works()).isTrue();
    }

    @Test
    void anotherChannelIsNotHeldUp() {
        tunnel.shut(true);
        heed.channel().receive("ben@customer.example", "by another way");

        assertThat(heed.run().received()).isEqualTo(1);
    }

    private ChannelHealth health() {
        return heed.desk().backoffice().channels().stream()
                .filter(channel -> channel.channel().equals(EMAIL))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return heed.clock().instant();
    }
}
