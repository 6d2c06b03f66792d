package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTest {

    @Test
    void readsTheHeader() {
        ParsedMail mail = parsed("""
                Message-ID: <m1@example.org>
                In-Reply-To: <m0@heed.example>
                References: <a@x>
                  <m0@heed.example>
                From: Ann <ann@example.org>
                Reply-To: shop@example.org
                To: help@example.net, Ben <ben@example.net>
                Cc: c@example.net
                Date: Sat, 21 Nov 2026 21:40:16 +0100
                Subject: Where is
                 my =?utf-8?q?gr=C3=BCne?=
                 =?utf-8?q?_Tasse=3F?=
                Content-Language: de-DE
                Accept-Language: en;q=0.5, de-DE, fr

                Hello
                """);

        assertThat(mail.messageId()).contains("m1@example.org");
        assertThat(mail.inReplyTo()).containsExactly("m0@heed.example");
        assertThat(mail.references()).containsExactly("a@x", "m0@heed.example");
        assertThat(mail.from()).contains(new Mailbox("Ann", "ann@example.org"));
        assertThat(mail.replyTo()).containsExactly(new Mailbox("", "shop@example.org"));
        assertThat(mail.date()).contains(Instant.parse("2026-11-21T20:40:16Z"));
        assertThat(mail.subject()).isEqualTo("Where is my grüne Tasse?");
        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.languages()).containsExactly(Locale.GERMANY, Locale.FRENCH, Locale.ENGLISH);
        assertThat(mail.automatic()).isEmpty();
        assertThat(mail.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <>\nSender: a@b.org",
                "From: nobody\nReply-To: a@b.org",
                "Return-Path: <a@b.org>",
                "from : a@b.org",
                "\uFEFFFrom: a@b.org",
                "\n\r\nFrom: a@b.org",
                "From x@y.org Sat Nov 21 2026\nFrom: a@b.org",
                "X: y\rFrom: a@b.org\r\rtext"
            })
    void findsTheSender(String header) {
        assertThat(parsed(header).from()).map(Mailbox::address).contains("a@b.org");
    }

    @Test
    void readsHeadersOfRawOctets() {
        byte[] latin1 = "Subject: Gr\u00FC\u00DFe\n\ntext".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MailParser.parse(latin1, MailLimits.standard()).subject()).isEqualTo("Grüße");
        assertThat(parsed("Subject: Grüße\n\ntext").subject()).isEqualTo("Grüße");
    }

    @Nested
    class OfSeveralParts {

        @Test
        void takesTheTextAndTheHtmlOfAnAlternative() {
            ParsedMail mail = multipart("alternative", "text/plain\n\nplain", "text/html\n\n<p>rich</p>");

            assertThat(mail.text()).isEqualTo("plain");
            assertThat(mail.html()).contains("<p>rich</p>");
        }

        @Test
        void makesTextOfTheHtmlWhenThePlainTextIsEmpty() {
            ParsedMail mail = multipart("alternative", "text/plain\n\n \n", "text/html\n\n<p>rich</p>");

            assertThat(mail.text()).isEqualTo("rich");
        }

        @Test
        void joinsTextsAroundAnImageInOrder() {
            ParsedMail mail = multipart("mixed", "text/plain\n\none", "image/png\n\nPNG", "text/html\n\n<b>two</b>");

            assertThat(mail.text()).isEqualTo("one\n\ntwo");
            assertThat(mail.html().orElseThrow()).contains("<p>one</p>").contains("<b>two</b>");
            assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("attachment.png");
        }

        @Test
        void listsAnInlineImageWithTheIdThatTheHtmlRefersToItBy() {
            MailAttachment image = multipart(
                            "related",
                            "text/html\n\n<img src='cid:i@1'>",
                            "IMAGE/PNG; name=i.png\nContent-ID: <i@1>\n\nPNG")
                    .attachments()
                    .get(0);

            assertThat(image.inline()).isTrue();
            assertThat(image.contentId()).contains("i@1");
            assertThat(image.mediaType()).isEqualTo("image/png");
            assertThat(image.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("PNG");
        }

        @Test
        void listsANestedMessageUnopenedByItsSubject() {
            ParsedMail mail = multipart(
                    "mixed",
                    "text/plain\n\none",
                    "message/rfc822\n\nSubject: Old/new =?utf-8?q?=C3=BC?=\n\nnested text");

            assertThat(mail.text()).isEqualTo("one");
            assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("Old-new ü.eml");
        }

        @Test
        void listsATextFileAsAFile() {
            ParsedMail mail = multipart(
                    "mixed",
                    "text/plain\n\none",
                    "text/plain\nContent-Disposition: attachment; filename=a.txt\n\nfile");

            assertThat(mail.text()).isEqualTo("one");
            assertThat(mail.attachments()).hasSize(1);
        }

        @Test
        void decodesEveryTransferEncoding() {
            ParsedMail mail = multipart(
                    "mixed",
                    "text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\n"
                            + "Gr=C3=BC=\n=C3=9Fe =\n=3D",
                    "text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\nR3LDvM\nOfZQ==",
                    "text/plain\nContent-Transfer-Encoding: base64\n\nThis is not base64, after all.");

            assertThat(mail.text()).isEqualTo("Grüße =\n\nGrüße\n\nThis is not base64, after all.");
        }
    }

    @Nested
    class OfDamagedMail {

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "\0\0\0", "Subject: x", ":", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"})
        void neverFails(String raw) {
            assertThat(parsed(raw).problems()).contains("The mail has no text.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Type: multipart/mixed", "Content-Type: multipart/mixed; boundary=missing"})
        void showsTheTextWhenTheBoundaryIsMissing(String header) {
            ParsedMail mail = parsed(header + "\n\nHello");

            assertThat(mail.text()).isEqualTo("Hello");
            assertThat(mail.problems()).hasSize(1);
        }

        @Test
        void showsWhatWasFetchedOfALargeMailWithoutTheFileThatWasCut() {
            byte[] raw = raw(
                            "mixed",
                            "text/plain\n\nHello",
                            "image/png\n\nPNG",
                            "image/png\nContent-Transfer-Encoding: base64\n\nAAAA")
                    .getBytes(StandardCharsets.UTF_8);
            ParsedMail mail = MailParser.parseBeginning(Arrays.copyOf(raw, raw.length - 6), MailLimits.standard());

            assertThat(mail.text()).isEqualTo("Hello");
            assertThat(mail.attachments()).hasSize(1);
            assertThat(mail.problems()).anyMatch(problem -> problem.contains("very large"));
        }
    }

    @Nested
    class KeysOfMail {

        private static final String MAIL = "From: a@b\nDate: x\nSubject: y\n";

        @Test
        void areEqualForTwoCopiesOfOneMail() {
            assertThat(key("Received: one\nMessage-ID: <1@x>\n" + MAIL)).isEqualTo(key("Message-ID: <1@x>\n" + MAIL));
            assertThat(key("Received: one\nX-A: b\nDelivered-To: c\n" + MAIL)).isEqualTo(key(MAIL));
        }

        @Test
        void differForDifferentMailsWithOneMessageId() {
            assertThat(key("Message-ID: <1@x>\n" + MAIL))
                    .isNotEqualTo(key("Message-ID: <1@x>\nSubject: other\n" + MAIL));
        }

        @Test
        void differForDifferentTextsWithoutMessageId() {
            assertThat(key(MAIL + "\none")).isNotEqualTo(key(MAIL + "\ntwo"));
        }

        private static String key(String raw) {
            return parsed(raw).dedupeKey();
        }
    }

    private static ParsedMail multipart(String subtype, String... parts) {
        return parsed(raw(subtype, parts));
    }

    private static String raw(String subtype, String... parts) {
        StringBuilder raw =
                new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=\"b 1\"\n\npreamble\n");
        List.of(parts)
                .forEach(
                        part -> raw.append("--b 1\nContent-Type: ").append(part).append('\n'));
        return raw.append("--b 1--\n").toString();
    }

    private static ParsedMail parsed(String raw) {
        return MailParser.parse(raw.getBytes(StandardCharsets.UTF_8), MailLimits.standard());
    }
}
