package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.email.ScriptedSmtp.Stage;
import dev.heed.message.Attachment;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionOutcomeTest {

    @RegisterExtension
    final ScriptedSmtp smtp = new ScriptedSmtp();

    @Test
    void aMailThatIsTakenIsSent() {
        assertThat(send("Hello")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(smtp.messageIds()).containsExactly("heed.m-1@acme.example");
    }

    @Nested
    class Answers {
        @ParameterizedTest
        @CsvSource({
            "SENDER, 550 5.7.1 not you",
            "SENDER, 553 5.1.8 unknown sender",
            "RECIPIENT, 550 5.1.1 no such user",
            "RECIPIENT, 551 5.1.6 moved",
            "RECIPIENT, 552 5.2.2 mailbox full",
            "RECIPIENT, 554 5.7.1 not from there",
            "DATA, 554 5.5.1 no valid recipients",
            "DOT, 550 5.7.1 looks like spam",
            "DOT, 552 5.3.4 too large"
        })
        void aPermanentRefusalIsFinal(Stage stage, String answer) {
            smtp.answer(stage, answer);

            assertThat(send("Hello"))
                    .isInstanceOfSatisfying(
                            SendOutcome.Rejected.class,
                            rejected -> assertThat(rejected.reason())
                                    .contains(answer.substring(0, 3))
                                    .doesNotContain(MailRig.ANA));
        }

        @ParameterizedTest
        @CsvSource({
            "GREETING, 421 4.3.2 closing",
            "GREETING, 554 5.3.2 no service here",
            "SENDER, 451 4.3.0 later",
            "RECIPIENT, 450 4.2.0 greylisted",
            "RECIPIENT, 451 4.7.1 try again",
            "RECIPIENT, 452 4.5.3 too many",
            "RECIPIENT, 421 4.3.2 closing",
            "DATA, 451 4.3.0 later",
            "DOT, 451 4.3.0 later",
            "DOT, 421 4.3.2 closing",
            "DOT, 452 4.3.1 no room"
        })
        void aTemporaryRefusalIsAFailure(Stage stage, String answer) {
            smtp.answer(stage, answer);

            assertThat(send("Hello")).isInstanceOf(SendOutcome.Failed.class);
        }

        @ParameterizedTest
        @CsvSource({"SENDER, 530 5.7.0 authentication required", "SENDER, 538 5.7.11 encryption required"})
        void aServerThatDemandsALoginRefusesTheShopAndNotTheMail(Stage stage, String answer) {
            smtp.answer(stage, answer);

            assertThat(send("Hello")).isInstanceOf(SendOutcome.Failed.class);
        }

        @Test
        void aRefusedLoginIsAFailureWithoutSecrets() {
            smtp.answer(
                    Stage.LOGIN, "535 5.7.8 user " + MailRig.USER + " has another password than " + MailRig.PASSWORD);
            EmailChannel channel = channel(smtp.address().login(MailRig.USER, MailRig.PASSWORD));

            assertThat(channel.send(MailRig.outbound("m-1", "Hello"), new GivenFiles()))
                    .isInstanceOfSatisfying(
                            SendOutcome.Failed.class,
                            failed -> assertThat(failed.reason()).doesNotContain(MailRig.USER, MailRig.PASSWORD));
        }
    }

    @Nested
    class BrokenConnections {
        @ParameterizedTest
        @EnumSource(names = {"GREETING", "SENDER", "RECIPIENT", "DATA"})
        void aConnectionCutBeforeTheMailIsAFailure(Stage stage) {
            smtp.cut(stage);

            assertThat(send("Hello")).isInstanceOf(SendOutcome.Failed.class);
            assertThat(smtp.mails()).isEmpty();
        }

        @Test
        void aConnectionCutInTheMiddleOfTheMailIsAFailure() {
            smtp.cut(Stage.MIDDLE);
            byte[] film = new byte[20 * 1024 * 1024];
            GivenFiles files = new GivenFiles();
            OutboundMessage message = MailRig.outbound(
                    "m-1",
                    new OutboundMessage.Content(
                            "See the film.", Optional.empty(), List.of(files.keep("film.mp4", "video/mp4", film))),
                    false);

            assertThat(channel(smtp.address()).send(message, files)).isInstanceOf(SendOutcome.Failed.class);
            assertThat(smtp.mails()).isEmpty();
        }

        @Test
        void aFileThatCannotBeReadIsAFailureBeforeAnythingIsSaid() {
            Attachment lost = new GivenFiles().keep("film.mp4", "video/mp4", new byte[] {1});
            OutboundMessage message = MailRig.outbound(
                    "m-1", new OutboundMessage.Content("See the film.", Optional.empty(), List.of(lost)), false);

            assertThat(channel(smtp.address()).send(message, new GivenFiles())).isInstanceOf(SendOutcome.Failed.class);
            assertThat(smtp.mails()).isEmpty();
        }

        @RepeatedTest(20)
        void aConnectionCutAfterTheFinalDotIsUnknown() {
            smtp.cut(Stage.DOT);

            assertThat(send("Hello")).isInstanceOf(SendOutcome.Unknown.class);
            assertThat(smtp.mails()).hasSize(1);
        }

        @RepeatedTest(20)
        void aConnectionCutAfterTheMailWasTakenDoesNotUndoThat() {
            smtp.cut(Stage.AFTER);

            assertThat(send("Hello")).isInstanceOf(SendOutcome.Sent.class);
        }

        @Test
        void aServerThatFallsSilentAfterTheFinalDotLeavesItUnknown() {
            ScriptedServer silent = ScriptedServer.of(line -> {
                line.say("220 hello");
                boolean data = false;
                for (Optional<String> next = line.read(); next.isPresent(); next = line.read()) {
                    if (!data) {
                        data = next.get().equals("DATA");
                        line.say(data ? "354 go on" : "250 fine");
                    }
                }
            });
            EmailChannel channel = EmailChannel.builder(
                            MailRig.SHOP, smtp.address(), MailServer.plain("127.0.0.1", silent.port()))
                    .timeout(Duration.ofMillis(1_500))
                    .build();

            assertThat(channel.send(MailRig.outbound("m-1", "Hello"), new GivenFiles()))
                    .isInstanceOf(SendOutcome.Unknown.class);
            silent.close();
        }
    }

    @Nested
    class Addresses {
        @Test
        void anInternationalDomainIsWrittenInAsciiInTheEnvelopeAsWell() {
            assertThat(channel(smtp.address()).send(to("jo@müller.example"), new GivenFiles()))
                    .isInstanceOf(SendOutcome.Sent.class);
            assertThat(smtp.commands()).contains("RCPT TO:<jo@xn--mller-kva.example>");
        }

        @Test
        void anAddressThatCannotBeWrittenIsRejectedAndNotTriedForDays() {
            assertThat(channel(smtp.address()).send(to("jörg@customer.example"), new GivenFiles()))
                    .isInstanceOfSatisfying(
                            SendOutcome.Rejected.class,
                            rejected -> assertThat(rejected.reason()).doesNotContain("customer.example"));
        }

        @Test
        void anOddAddressThatCanBeWrittenReachesTheServer() {
            assertThat(channel(smtp.address()).send(to("o..odd.@customer.example"), new GivenFiles()))
                    .isInstanceOf(SendOutcome.Sent.class);
        }

        @Test
        void aShopWithAnInternationalDomainCanSend() {
            EmailChannel channel = EmailChannel.builder("hilfe@müller.example", smtp.address(), smtp.address())
                    .timeout(MailRig.PATIENCE)
                    .build();

            assertThat(channel.send(MailRig.outbound("m-1", "Hello"), new GivenFiles()))
                    .isInstanceOf(SendOutcome.Sent.class);
            assertThat(channel.plannedReference("m-1"))
                    .contains(smtp.messageIds().get(0));
            assertThat(smtp.commands()).contains("EHLO xn--mller-kva.example");
        }

        @Test
        void theEnvelopeNamesTheShopAndTheCustomer() {
            assertThat(send("Hello")).isInstanceOf(SendOutcome.Sent.class);
            assertThat(smtp.commands())
                    .contains("EHLO acme.example", "MAIL FROM:<help@acme.example>", "RCPT TO:<ana@customer.example>");
        }

        private OutboundMessage to(String address) {
            return new OutboundMessage(
                    new MessageId("m-1"),
                    ChannelId.of("email"),
                    EmailAddress.of(address),
                    Optional.empty(),
                    "Maria Keller, Acme",
                    "Re: Hello",
                    new OutboundMessage.Content("Hello", Optional.empty(), List.of()),
                    List.of(),
                    false,
                    Instant.parse("2026-03-02T12:00:00Z"),
                    ZoneId.of("Europe/Berlin"));
        }
    }

    private SendOutcome send(String text) {
        return channel(smtp.address()).send(MailRig.outbound("m-1", text), new GivenFiles());
    }

    private EmailChannel channel(MailServer server) {
        return EmailChannel.builder(MailRig.SHOP, server, server)
                .timeout(MailRig.PATIENCE)
                .build();
    }
}
