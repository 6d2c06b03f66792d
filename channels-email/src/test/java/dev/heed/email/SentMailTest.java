package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.spi.channel.OutboundMessage.Content;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentMailTest {
    private final GivenFiles files = new GivenFiles();

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    @Nested
    class Replies {
        @Test
        void aReplyIsThereAsTextAndAsHtml() {
            ReceivedMail received = replied("Your parcel left <today> & arrives on Friday.");

            assertThat(received.types()).containsExactly("multipart/alternative", "text/plain", "text/html");
            assertThat(received.text()).contains("Your parcel left <today> & arrives on Friday.", "Maria Keller");
            assertThat(received.html())
                    .contains("Your parcel left &lt;today&gt; &amp; arrives on Friday.", "Maria Keller");
        }

        @Test
        void aReplyInHtmlIsThereAsTextAsWell() {
            TicketId ticket = opened();
            heed.maria().reply(ticket, Reply.html("<p>It left <b>today</b>.</p>", Signature.of(DeskExtension.MARIA)));

            ReceivedMail received = last();

            assertThat(received.text())
                    .contains("It left today.", "Maria Keller")
                    .doesNotContain("<b>");
            assertThat(received.html()).contains("It left <b>today</b>.", "Maria Keller");
        }

        @Test
        void theSenderIsThePersonAndTheAddressIsTheShops() {
            ReceivedMail received = replied("It left.");

            assertThat(received.header("From")).isEqualTo("\"Maria Keller, Acme\" <help@acme.example>");
            assertThat(received.fields()).doesNotContain("Reply-To", "Sender");
            assertThat(received.header("To")).isEqualTo("Ana Silva <ana@customer.example>");
        }

        @Test
        void theSubjectIsTheCustomersWithTheNumberOfTheTicket() {
            assertThat(replied("It left.").header("Subject"))
                    .isEqualTo("Re: Where is my parcel? [" + heed.onlyTicket().number() + "]");
        }

        @Test
        void theMessageIdIsTheOneThatWasPlanned() {
            ReceivedMail received = replied("It left.");
            String id = heed.onlyTicket().messages().get(2).id().value();

            assertThat(received.messageId()).isEqualTo("heed." + id + "@acme.example");
            assertThat(heed.onlyTicket().messages().get(2).reference()).contains(received.messageId());
        }

        @Test
        void theDateIsTheShopsTime() {
            assertThat(replied("It left.").header("Date")).isEqualTo("Mon, 2 Mar 2026 09:00:00 +0100");
        }

        @Test
        void onlyTheAcknowledgementIsMarkedAsAutomatic() {
            ReceivedMail reply = replied("It left.");
            ReceivedMail acknowledgement = mail.received(MailRig.ANA).get(0);

            assertThat(acknowledgement.header("Auto-Submitted")).isEqualTo("auto-replied");
            assertThat(acknowledgement.header("X-Auto-Response-Suppress")).isEqualTo("All");
            assertThat(acknowledgement.header("From")).isEqualTo("\"Acme (automatic message)\" <help@acme.example>");
            assertThat(reply.fields()).doesNotContain("Auto-Submitted", "X-Auto-Response-Suppress", "Precedence");
        }
    }

    @Nested
    class Words {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    ".",
                    "one\n.\ntwo",
                    "..two dots\n...three",
                    "From here on\nFrom: not a header",
                    "--\n--=_x\n",
                    "Grüße, Žluťoučký, 你好, 🙂 and \u202Bעברית",
                    "trailing blanks   \nand\ttabs\t\nend"
                })
        void arriveAsTheyWereWritten(String text) {
            assertThat(sent(new Content(text, Optional.empty(), List.of()))
                            .text()
                            .strip())
                    .isEqualTo(text.strip());
        }

        @Test
        void mayBeOneVeryLongLine() {
            String text = "word ".repeat(4_000).strip();

            assertThat(sent(new Content(text, Optional.empty(), List.of()))
                            .text()
                            .strip())
                    .isEqualTo(text);
        }
    }

    @Nested
    class Files {
        @Test
        void arriveByteByByte() {
            byte[] random = new byte[300_001];
            new Random(7).nextBytes(random);
            byte[] lines = "one\n.\r\n..\rFrom x\r\n\r\n--=_\n".repeat(50).getBytes(StandardCharsets.US_ASCII);

            ReceivedMail received = sent(new Content(
                    "See the files.",
                    Optional.empty(),
                    List.of(
                            files.keep("noise.bin", "application/octet-stream", random),
                            files.keep("lines.txt", "text/plain", lines),
                            files.keep("nothing.txt", "text/plain", new byte[0]))));

            assertThat(received.files())
                    .containsOnlyKeys("noise.bin", "lines.txt", "nothing.txt")
                    .containsEntry("noise.bin", random)
                    .containsEntry("lines.txt", lines)
                    .containsEntry("nothing.txt", new byte[0]);
            assertThat(received.text()).contains("See the files.");
        }

        @Test
        void keepTheirNames() {
            Map<String, byte[]> received = sent(new Content(
                            "See the files.",
                            Optional.empty(),
                            List.of(
                                    files.keep("Rechnung März.pdf", "application/pdf", new byte[] {1}),
                                    files.keep("a \"quoted\" name; x=y.pdf", "application/pdf", new byte[] {2}))))
                    .files();

            assertThat(received).hasSize(2).containsKey("Rechnung März.pdf");
            assertThat(received.keySet()).anySatisfy(name -> assertThat(name).contains("quoted", "x=y.pdf"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a.pdf\r\nX-Injected: yes",
                    "a.pdf\"\r\nContent-Type: text/html\r\n\r\n<script>",
                    "../../etc/passwd",
                    "a\u202Efdp.exe"
                })
        void cannotInjectAnythingByTheirNames(String name) {
            ReceivedMail received = sent(new Content(
                    "See the file.",
                    Optional.empty(),
                    List.of(files.keep(name, "application/pdf\r\nX-Injected: yes", new byte[] {1}))));

            assertThat(received.fields()).doesNotContain("X-Injected");
            assertThat(received.types())
                    .containsExactly(
                            "multipart/mixed",
                            "multipart/alternative",
                            "text/plain",
                            "text/html",
                            "application/octet-stream");
            assertThat(received.files().keySet()).singleElement().asString().doesNotContain("/", "\r", "\n", "\u202E");
        }
    }

    private TicketId opened() {
        mail.deliver(RawMail.of("Where is it?"));
        heed.run();
        return heed.onlyTicket().id();
    }

    private ReceivedMail replied(String text) {
        TicketId ticket = opened();
        heed.maria().reply(ticket, text);
        return last();
    }

    private ReceivedMail last() {
        assertThat(heed.run().sent()).isEqualTo(1);
        List<ReceivedMail> all = mail.received(MailRig.ANA);
        assertThat(all).hasSize(2);
        return all.get(1);
    }

    private ReceivedMail sent(Content content) {
        assertThat(mail.channel().build().send(MailRig.outbound("m-1", content, false), files))
                .isInstanceOf(dev.heed.spi.channel.SendOutcome.Sent.class);
        return mail.received(MailRig.ANA).get(0);
    }
}
