package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailReceivingTest {

    @RegisterExtension
    final MailRig mail = new MailRig();

    private final TakingInbox inbox = new TakingInbox();

    @Test
    void anOrdinaryMailArrivesWithAllThatIsKnownOfIt() {
        mail.deliver(RawMail.of("Where is it?")
                .with("Message-ID", "<m1@customer.example>")
                .with("Content-Language", "pt-BR")
                .answering("root@acme.example", "last@acme.example"));

        InboundMessage message = received();

        assertThat(message.sender()).contains(EmailAddress.of(MailRig.ANA));
        assertThat(message.senderName()).contains("Ana Silva");
        assertThat(message.senderLocale()).contains(Locale.forLanguageTag("pt-BR"));
        assertThat(message.subject()).isEqualTo("Re: Where is my parcel?");
        assertThat(message.text().strip()).isEqualTo("Where is it?");
        assertThat(message.reference()).contains("m1@customer.example");
        assertThat(message.answers()).containsExactly("last@acme.example", "root@acme.example");
        assertThat(message.automatic()).isEmpty();
        assertThat(message.remarks()).isEmpty();
    }

    @Test
    void attachmentsArriveByteByByte() {
        String file = "JVBERi0xLjcKJeLjz9MK/wABAgM=";
        mail.deliver(RawMail.of("with a file")
                .with("Content-Type", "multipart/mixed; boundary=B")
                .body("--B\nContent-Type: text/plain\n\nSee the file.\n--B\n"
                        + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
                        + "Content-Disposition: attachment; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf\n\n"
                        + file + "\n--B--"));

        InboundMessage message = received();

        assertThat(message.text()).contains("See the file.");
        assertThat(message.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("Rechnung März.pdf");
            assertThat(attachment.mediaType()).isEqualTo("application/pdf");
            assertThat(attachment.open().readAllBytes())
                    .isEqualTo(Base64.getDecoder().decode(file));
        });
    }

    @Nested
    class WithoutUsualFields {
        @Test
        void aMailWithoutFromBelongsToItsReturnAddress() {
            mail.deliver(RawMail.of("who am I").without("From"));

            InboundMessage message = received();

            assertThat(message.text().strip()).isEqualTo("who am I");
            assertThat(message.sender()).contains(EmailAddress.of(MailRig.ENVELOPE));
        }

        @Test
        void aMailWithoutAnyAddressIsTakenWithoutASender() {
            mail.put("INBOX", RawMail.of("who am I").without("From"));

            InboundMessage message = received();

            assertThat(message.text().strip()).isEqualTo("who am I");
            assertThat(message.sender()).isEmpty();
            assertThat(message.senderName()).isEmpty();
        }

        @Test
        void aMailWithoutFromBelongsToItsReplyTo() {
            mail.deliver(RawMail.of("who am I").without("From").with("Reply-To", MailRig.BEN));

            assertThat(received().sender()).contains(EmailAddress.of(MailRig.BEN));
        }

        @Test
        void aMailWithAFromThatIsNoAddressIsTaken() {
            mail.deliver(RawMail.of("broken").with("From", "undisclosed sender"));

            assertThat(received().text().strip()).isEqualTo("broken");
        }

        @Test
        void aMailWithoutDateIsTaken() {
            mail.deliver(RawMail.of("timeless").without("Date"));

            assertThat(received().text().strip()).isEqualTo("timeless");
        }

        @Test
        void aMailWithoutMessageIdHasAKeyFromItsContent() {
            mail.deliver(RawMail.of("nameless").without("Message-ID"));

            InboundMessage message = received();

            assertThat(message.reference()).isEmpty();
            assertThat(message.externalId()).startsWith("sha256:");
        }

        @Test
        void aMailWithoutAnyHeaderIsTaken() {
            mail.deliver(MailRig.SHOP, "\r\njust words\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(received().text()).contains("just words");
        }
    }

    @Nested
    class Keys {
        @Test
        void theSameMailTwiceHasOneKey() {
            mail.deliver(RawMail.of("twice"), RawMail.of("twice"));

            poll();

            assertThat(inbox.keys()).hasSize(2);
            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void theSameMailByAnotherWayHasOneKey() {
            RawMail nameless = RawMail.of("two ways").without("Message-ID");
            mail.deliver(
                    nameless.onTop("Received", "from a.example by mx1.acme.example; Mon, 2 Mar 2026 09:00:00 +0100"),
                    nameless.onTop("Received", "from b.example by mx2.acme.example; Mon, 2 Mar 2026 09:00:07 +0100")
                            .onTop("Delivered-To", MailRig.SHOP)
                            .onTop("X-Spam-Score", "0.1")
                            .onTop("Authentication-Results", "mx2; spf=pass"));

            poll();

            assertThat(inbox.keys()).hasSize(2);
            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void twoMailsWithOneMessageIdHaveTwoKeys() {
            mail.deliver(
                    RawMail.of("form one").with("Message-ID", "<form@shop>").with("Subject", "Order 1"),
                    RawMail.of("form two").with("Message-ID", "<form@shop>").with("Subject", "Order 2"));

            poll();

            assertThat(inbox.texts()).containsExactly("form one", "form two");
            assertThat(inbox.keys().stream().distinct()).hasSize(2);
        }

        @Test
        void twoNamelessMailsThatDifferInTheirWordsHaveTwoKeys() {
            mail.deliver(
                    RawMail.of("one").without("Message-ID"), RawMail.of("two").without("Message-ID"));

            poll();

            assertThat(inbox.keys().stream().distinct()).hasSize(2);
        }
    }

    @Nested
    class ContactForms {
        @Test
        void aMailOfTheShopsOwnAddressBelongsToItsReplyTo() {
            mail.deliver(RawMail.of("from the form")
                    .with("From", "Acme web site <" + MailRig.SHOP + ">")
                    .with("Reply-To", "Ben Ali <" + MailRig.BEN + ">"));

            InboundMessage message = received();

            assertThat(message.sender()).contains(EmailAddress.of(MailRig.BEN));
            assertThat(message.senderName()).contains("Ben Ali");
        }

        @Test
        void aMailOfAnAliasOfTheShopBelongsToItsReplyTo() {
            mail.deliver(
                    RawMail.of("from the form").with("From", "WWW@acme.example").with("Reply-To", MailRig.BEN));

            mail.channel().alias("www@acme.example").build().poll(inbox);

            assertThat(inbox.only().sender()).contains(EmailAddress.of(MailRig.BEN));
        }

        @Test
        void aMailOfARobotBelongsToItsReplyTo() {
            mail.deliver(RawMail.of("from the form")
                    .with("From", "Forms <no-reply@forms.example>")
                    .with("Reply-To", MailRig.BEN));

            assertThat(received().sender()).contains(EmailAddress.of(MailRig.BEN));
        }

        @Test
        void anOrdinaryMailBelongsToItsAuthorWhateverItsReplyToIs() {
            mail.deliver(RawMail.of("mine").with("Reply-To", MailRig.BEN));

            assertThat(received().sender()).contains(EmailAddress.of(MailRig.ANA));
        }
    }

    private InboundMessage received() {
        poll();
        return inbox.only();
    }

    private void poll() {
        mail.channel().build().poll(inbox);
    }
}
