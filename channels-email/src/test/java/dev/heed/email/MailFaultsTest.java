package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.spi.channel.SendOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final ScriptedServer silent = ScriptedServer.silent();

    @RegisterExtension
    final ScriptedServer silentTls = ScriptedServer.tls(TestTls.HERE, ScriptedServer.Line::ignore);

    @Test
    void aLogTellsWhereSomethingFailedAndNothingOfWhatTheMailSays() {
        IllegalStateException fault = new IllegalStateException("Dear Acme, my card is 4711");

        assertThat(MailFaults.where(fault))
                .startsWith("java.lang.IllegalStateException at dev.heed.email.MailFaultsTest.")
                .doesNotContain("4711");
    }

    @Test
    void aLogTellsTheClassOfWhatFailedWithoutATrace() {
        IllegalStateException fault = new IllegalStateException("4711");
        fault.setStackTrace(new StackTraceElement[0]);

        assertThat(MailFaults.where(fault)).isEqualTo("java.lang.IllegalStateException");
    }

    @Nested
    class Polling {
        @Test
        void aClosedPortIsUnreachable() throws IOException {
            assertFails(MailServer.plain("127.0.0.1", closedPort()), Kind.UNREACHABLE);
        }

        @Test
        void anUnknownHostIsUnreachable() {
            assertFails(MailServer.tls("nowhere.invalid", 993), Kind.UNREACHABLE);
        }

        @Test
        void aServerThatNeverAnswersIsUnreachable() {
            assertFails(MailServer.plain("127.0.0.1", silent.port()), Kind.UNREACHABLE, SHORT);
        }

        @Test
        void aServerThatNeverAnswersTheHandshakeIsUnreachable() {
            assertFails(MailServer.tls("127.0.0.1", silent.port()), Kind.UNREACHABLE, SHORT);
        }

        @Test
        void aServerThatNeverAnswersAfterTheHandshakeIsUnreachable() {
            assertFails(
                    MailServer.tls("127.0.0.1", silentTls.port()).trusting(TestTls.trust()), Kind.UNREACHABLE, SHORT);
        }

        @Test
        void aServerThatHangsUpAtOnceIsUnreachable() {
            ScriptedServer rude = ScriptedServer.of(line -> {});
            assertFails(MailServer.plain("127.0.0.1", rude.port()), Kind.UNREACHABLE);
            rude.close();
        }

        @Test
        void aWrongPasswordIsAuthentication() {
            assertFails(mail.imap().login(MailRig.USER, "wrong"), Kind.AUTHENTICATION);
        }

        @Test
        void noLoginAtAllIsAuthentication() {
            assertFails(MailServer.plain("127.0.0.1", mail.imapPort()), Kind.AUTHENTICATION);
        }

        @Test
        void aCertificateThatNobodyTrustsIsTls() {
            assertFails(MailServer.tls("127.0.0.1", silentTls.port()), Kind.TLS);
        }

        @Test
        void tlsOnAPortWithoutTlsIsTls() {
            assertFails(MailServer.tls("127.0.0.1", mail.imapPort()), Kind.TLS);
        }

        @Test
        void aServerThatDoesNotOfferStartTlsIsTls() {
            assertFails(MailServer.startTls("127.0.0.1", mail.imapPort()), Kind.TLS);
        }

        @Test
        void aServerThatSpeaksAnotherLanguageIsProtocol() {
            ScriptedServer web = ScriptedServer.of(line -> {
                line.say("HTTP/1.1 400 Bad Request");
                line.read();
            });
            assertFails(MailServer.plain("127.0.0.1", web.port()), Kind.PROTOCOL);
            web.close();
        }

        private void assertFails(MailServer server, Kind kind) {
            assertFails(server, kind, MailRig.PATIENCE);
        }

        private void assertFails(MailServer server, Kind kind, Duration timeout) {
            MailServer imap = server.user().isPresent() || server.port() == mail.imapPort()
                    ? server
                    : server.login(MailRig.USER, MailRig.PASSWORD);
            EmailChannel channel = EmailChannel.builder(MailRig.SHOP, imap, mail.smtp())
                    .timeout(timeout)
                    .build();

            assertThatThrownBy(() -> channel.poll(new TakingInbox()))
                    .isInstanceOfSatisfying(ChannelUnavailableException.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(kind);
                        assertThat(problem.remedy()).isNotBlank();
                    })
                    .hasMessageContaining(server.host() + ":" + server.port())
                    .hasMessageNotContaining(MailRig.USER)
                    .hasMessageNotContaining(MailRig.PASSWORD)
                    .hasMessageNotContaining("wrong");
        }
    }

    @Nested
    class Sending {
        @Test
        void aClosedPortIsAFailure() throws IOException {
            assertFails(MailServer.plain("127.0.0.1", closedPort()), "does not answer");
        }

        @Test
        void aServerThatNeverAnswersIsAFailure() {
            assertFails(MailServer.plain("127.0.0.1", silent.port()), "does not answer", SHORT);
        }

        @Test
        void aWrongPasswordIsAFailureAndNoRefusal() {
            assertFails(mail.smtp().login(MailRig.USER, "wrong"), "refuses the user or the password");
            assertThat(mail.received(MailRig.ANA)).isEmpty();
        }

        @Test
        void aCertificateThatNobodyTrustsIsAFailure() {
            assertFails(MailServer.tls("127.0.0.1", silentTls.port()), "no protected connection");
        }

        @Test
        void aServerThatDoesNotOfferStartTlsIsAFailure() {
            assertFails(MailServer.startTls("127.0.0.1", mail.smtpPort()), "no protected connection");
        }

        private void assertFails(MailServer server, String words) {
            assertFails(server, words, MailRig.PATIENCE);
        }

        private void assertFails(MailServer server, String words, Duration timeout) {
            EmailChannel channel = EmailChannel.builder(MailRig.SHOP, mail.imap(), server)
                    .timeout(timeout)
                    .build();

            assertThat(channel.send(MailRig.outbound("m-1", "Hello"), new GivenFiles()))
                    .isInstanceOfSatisfying(
                            SendOutcome.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains(server.host() + ":" + server.port(), words)
                                    .doesNotContain(MailRig.USER, MailRig.PASSWORD, "wrong", MailRig.ANA));
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
