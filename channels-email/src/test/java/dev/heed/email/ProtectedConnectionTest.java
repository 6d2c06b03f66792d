package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.spi.channel.SendOutcome;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProtectedConnectionTest {

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final Tunnel imaps = Tunnel.tls(TestTls.HERE, mail.imapPort());

    @RegisterExtension
    final Tunnel smtps = Tunnel.tls(TestTls.HERE, mail.smtpPort());

    @RegisterExtension
    final ScriptedServer elsewhere = ScriptedServer.tls(TestTls.ELSEWHERE, ScriptedServer.Line::ignore);

    @RegisterExtension
    final ScriptedSmtp startTls = new ScriptedSmtp().offerTls();

    private final TakingInbox inbox = new TakingInbox();

    @Test
    void mailIsFetchedOverTlsFromATrustedServer() {
        mail.deliver(RawMail.of("protected"));

        channel(tls(imaps.port()).trusting(TestTls.trust()), mail.smtp()).poll(inbox);

        assertThat(inbox.texts()).containsExactly("protected");
    }

    @Test
    void mailIsSentOverTlsToATrustedServer() {
        EmailChannel channel = channel(mail.imap(), tls(smtps.port()).trusting(TestTls.trust()));

        assertThat(channel.send(MailRig.outbound("m-1", "protected"), new GivenFiles()))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(mail.received(MailRig.ANA)).hasSize(1);
    }

    @Test
    void mailIsSentOverStartTlsAndNothingBeforeIt() {
        MailServer server = MailServer.startTls("127.0.0.1", startTls.port())
                .login(MailRig.USER, MailRig.PASSWORD)
                .trusting(TestTls.trust());

        assertThat(channel(mail.imap(), server).send(MailRig.outbound("m-1", "protected"), new GivenFiles()))
                .isInstanceOf(SendOutcome.Sent.class);

        assertThat(startTls.commands().subList(0, 3))
                .satisfiesExactly(
                        hello -> assertThat(hello).startsWith("EHLO"),
                        upgrade -> assertThat(upgrade).isEqualTo("STARTTLS"),
                        again -> assertThat(again).startsWith("EHLO"));
        assertThat(startTls.mails()).hasSize(1);
    }

    @Test
    void aTrustedCertificateForAnotherHostIsRefusedWhenMailIsFetched() {
        EmailChannel channel = channel(tls(elsewhere.port()).trusting(TestTls.trust()), mail.smtp());

        assertThatThrownBy(() -> channel.poll(inbox))
                .isInstanceOfSatisfying(
                        ChannelUnavailableException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.TLS));
    }

    @Test
    void aTrustedCertificateForAnotherHostIsRefusedWhenMailIsSent() {
        EmailChannel channel = channel(mail.imap(), tls(elsewhere.port()).trusting(TestTls.trust()));

        assertThat(channel.send(MailRig.outbound("m-1", "protected"), new GivenFiles()))
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("no protected connection"));
    }

    @Test
    void aServerThatTheGivenFactoryDoesNotTrustIsNotTriedWithAnother() throws GeneralSecurityException {
        SSLContext theJvms = SSLContext.getInstance("TLS");
        theJvms.init(null, null, null);
        SSLSocketFactory pinned = theJvms.getSocketFactory();

        assertThatThrownBy(() ->
                        channel(tls(imaps.port()).trusting(pinned), mail.smtp()).poll(inbox))
                .isInstanceOfSatisfying(
                        ChannelUnavailableException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.TLS));

        assertThat(imaps.connections()).isEqualTo(1);
    }

    private static MailServer tls(int port) {
        return MailServer.tls("127.0.0.1", port).login(MailRig.USER, MailRig.PASSWORD);
    }

    private static EmailChannel channel(MailServer imap, MailServer smtp) {
        return EmailChannel.builder(MailRig.SHOP, imap, smtp)
                .timeout(MailRig.PATIENCE)
                .build();
    }
}
