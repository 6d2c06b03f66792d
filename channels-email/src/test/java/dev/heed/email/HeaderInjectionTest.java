package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderInjectionTest {

    private static final List<String> FIELDS = List.of(
            "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type");

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    static List<String> names() {
        return List.of(
                "Ana\r\nBcc: ben@customer.example",
                "Ana\nBcc: ben@customer.example",
                "Ana\rBcc: ben@customer.example",
                "Ana\r\n\r\n<html>another body",
                "Ana\" <ben@customer.example>, \"",
                "Ana <ben@customer.example>",
                "ben@customer.example, Ana",
                "Ana\\",
                "\"",
                "=?utf-8?Q?Ana=0D=0ABcc:_ben@customer.example?=",
                "Ana\u0000\u0007\u2028Bcc: ben@customer.example",
                "Änne Größe 🙂 Nguyễn",
                "A".repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noNameOrSubjectAddsAFieldOrARecipient(String evil) {
        assertThat(mail.channel().build().send(message(evil), new GivenFiles())).isInstanceOf(SendOutcome.Sent.class);

        ReceivedMail received = mail.received(MailRig.ANA).get(0);
        assertThat(received.fields()).containsExactlyElementsOf(FIELDS);
        assertThat(received.header("From")).endsWith("<help@acme.example>");
        assertThat(received.header("To")).endsWith("<ana@customer.example>");
        assertThat(received.text().strip()).isEqualTo("Hello");
        assertThat(mail.received(MailRig.BEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Änne Größe", "José \"Pepe\" O'Neill", "Nguyễn, Ánh", "🙂 Ana", "Ana (home)"})
    void anUnusualNameArrivesAsItIs(String name) {
        assertThat(mail.channel().build().send(message(name), new GivenFiles())).isInstanceOf(SendOutcome.Sent.class);

        String to = mail.received(MailRig.ANA).get(0).header("To").replace("\\\"", "\"");
        assertThat(to).contains(name).endsWith("<ana@customer.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\r\nBcc: ben@customer.example",
                "Ana\rBcc: ben@customer.example",
                "Ana\" <ben@customer.example>, \"",
                "=?utf-8?Q?Ana=0D=0ABcc:_ben@customer.example?=",
                "Änne Größe 🙂 Nguyễn"
            })
    void aCustomerCannotInjectAnythingIntoTheMailsSheGets(String evil) {
        String encoded =
                "=?utf-8?B?" + Base64.getEncoder().encodeToString(evil.getBytes(StandardCharsets.UTF_8)) + "?=";
        mail.deliver(RawMail.of("Where is it?")
                .with("From", encoded + " <" + MailRig.ANA + ">")
                .with("Subject", encoded));
        heed.run();
        heed.maria().reply(heed.onlyTicket().id(), "It left.");
        heed.run();

        assertThat(mail.received(MailRig.ANA)).hasSize(2).allSatisfy(received -> {
            assertThat(received.fields())
                    .doesNotContain("Bcc", "Cc")
                    .doesNotHaveDuplicates()
                    .startsWith("Date", "From", "To", "Subject");
            assertThat(received.header("To")).endsWith("<ana@customer.example>");
            assertThat(received.types()).hasSize(3);
        });
        assertThat(mail.received(MailRig.BEN)).isEmpty();
    }

    private static OutboundMessage message(String evil) {
        return new OutboundMessage(
                new MessageId("m-1"),
                ChannelId.of("email"),
                EmailAddress.of(MailRig.ANA),
                Optional.of(evil),
                evil,
                evil,
                new OutboundMessage.Content("Hello", Optional.empty(), List.of()),
                List.of("a@b>\r\nBcc: <" + MailRig.BEN, "ok@customer.example"),
                false,
                Instant.parse("2026-03-02T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));
    }
}
