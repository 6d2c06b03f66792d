package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What {@link MailWriter} writes, {@link MailParser} reads back, whatever the text is. */
class MailRoundTripTest {

    private static final Instant DATE = Instant.parse("2026-11-21T20:40:16Z");
    private static final Mailbox ANN = new Mailbox("Ann", "ann@example.org");
    private static final Mailbox BEN = new Mailbox("Ben", "ben@example.net");

    @Property(tries = 500)
    void readsBackTheSubject(@ForAll("texts") String subject) {
        assertThat(parsed(mail(subject, ANN, "Hello", List.of())).subject()).isEqualTo(HeaderText.singleLine(subject));
    }

    @Property(tries = 500)
    void readsBackTheNameAndTheAddressOfTheSender(@ForAll("texts") String name) {
        Mailbox from = parsed(mail("Hi", new Mailbox(name, ANN.address()), "Hello", List.of()))
                .from()
                .orElseThrow();

        assertThat(from.address()).isEqualTo(ANN.address());
        assertThat(unquoted(from.name())).isEqualTo(unquoted(HeaderText.singleLine(name)));
    }

    @Property(tries = 500)
    void readsBackTheText(@ForAll("texts") String text) {
        ParsedMail mail = parsed(mail("Hi", ANN, text, List.of()));

        assertThat(mail.text())
                .isEqualTo(written(text).isBlank() ? "" : written(text).stripTrailing());
        assertThat(folded(HtmlToText.convert(mail.html().orElseThrow()))).isEqualTo(folded(written(text)));
    }

    @Property(tries = 300)
    void readsBackAttachments(@ForAll("texts") String name, @ForAll byte[] bytes) {
        MailAttachment file = new MailAttachment(name, "image/png", Optional.of("a1@b"), false, bytes);
        List<MailAttachment> read =
                parsed(mail("Hi", ANN, "Hello", List.of(file, file))).attachments();

        assertThat(read).hasSize(2).allSatisfy(attachment -> {
            assertThat(attachment.name()).isEqualTo(AttachmentNames.safe(name, "image/png"));
            assertThat(attachment.mediaType()).isEqualTo("image/png");
            assertThat(attachment.contentId()).contains("a1@b");
            assertThat(attachment.bytes()).isEqualTo(bytes);
        });
    }

    @Property(tries = 500)
    void neverLetsAValueAddAHeaderLineOrAPart(@ForAll("hostile") String value) {
        MailAttachment file = new MailAttachment(value, value, Optional.of(value), true, new byte[] {1});
        Mailbox ann = new Mailbox(value, ANN.address());
        String id = "x"
                + CharMatcher.inRange('!', '~').and(CharMatcher.noneOf("<>")).retainFrom(value);
        OutgoingMail mail = new OutgoingMail(
                ann,
                new Mailbox(value, BEN.address()),
                value,
                value,
                Optional.of(value),
                id,
                Optional.of(value),
                List.of(value, value + "2"),
                DATE,
                ZoneOffset.ofHours(1),
                true,
                List.of(file));

        List<String> lines = lines(mail);
        assertThat(names(lines)).containsSubsequence("Date", "From", "To", "Subject", "Message-ID");
        assertThat(names(lines)).doesNotHaveDuplicates().doesNotContain("Bcc", "X-Evil");
        assertThat(lines.stream().filter(line -> line.startsWith("--=_"))).hasSize(6);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.length()).isLessThan(999);
            assertThat(CharMatcher.inRange(' ', '~').matchesAllOf(line)).isTrue();
        });
        assertThat(MailParser.parse(MailWriter.write(mail), MailLimits.standard())
                        .attachments())
                .hasSize(1);
    }

    @Property(tries = 500)
    void refusesAddressesThatWouldNotStayWithinTheirField(@ForAll("hostile") String value) {
        Mailbox hostile = new Mailbox("Eve", value);
        if (MailAddress.isValid(value)) {
            assertThat(value).doesNotContain("\r", "\n", "\0", " ");
        } else {
            assertThatThrownBy(() -> MailWriter.write(mail("Hi", hostile, "Hello", List.of())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("From");
        }
    }

    @Property(tries = 1000)
    void neverThrowsForAnyOctets(@ForAll byte[] octets) {
        assertThatCode(() -> MailParser.parse(octets, MailLimits.standard())).doesNotThrowAnyException();
    }

    @Property(tries = 1000)
    void neverThrowsForAnythingThatResemblesAMail(@ForAll("fragments") List<String> fragments) {
        byte[] octets = String.join("", fragments).getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> MailParser.parse(octets, MailLimits.standard())).doesNotThrowAnyException();
        assertThatCode(() -> MailParser.parseBeginning(octets, MailLimits.standard()))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "=?utf-8?q?a?=",
                "\r\n",
                "\n\n",
                " ",
                "  ",
                "ä",
                "日本語",
                "😀",
                "\"",
                "\\",
                "/",
                "%41",
                "=",
                "_",
                ".",
                "From ",
                "<b>",
                "&amp;",
                "'",
                "\t",
                "\uFEFF",
                "a@b.c",
                "long".repeat(30));
        Arbitrary<String> mixed = words.list().ofMaxSize(12).map(list -> String.join("", list));
        return Arbitraries.oneOf(
                mixed,
                Arbitraries.strings().ofMaxLength(120),
                Arbitraries.strings().ascii());
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "\r\nBcc: eve@example.org",
                        "\nX-Evil: 1",
                        "\rX-Evil: 1",
                        "\0",
                        "\u0085X-Evil: 1",
                        "\u2028X-Evil: 1",
                        "a@b.c",
                        ">",
                        "<",
                        "\"",
                        "\\",
                        "\r\n\r\n--=_",
                        "\r\n.\r\n",
                        ";",
                        "=\r\n",
                        "text/plain; x=",
                        "é",
                        "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(
                        "Content-Type: multipart/mixed; boundary=b\r\n",
                        "Content-Type: multipart/alternative; boundary=\"b\"\n",
                        "Content-Type: text/html; charset=utf-16\n",
                        "Content-Transfer-Encoding: base64\r\n",
                        "Content-Transfer-Encoding: quoted-printable\n",
                        "Content-Disposition: attachment; filename*0*=\n",
                        "Content-Type: message/rfc822\n",
                        "From: \"a <b@c\n",
                        "To: a:b;(<@x\n",
                        "Subject: =?x?B?=\n",
                        "\r\n",
                        "\n",
                        "--b\r\n",
                        "--b--\n",
                        "--b",
                        "=",
                        "=4",
                        "<p><a href=",
                        "\0",
                        "\r",
                        ":",
                        " : \n",
                        "Date: 99:99 99\n",
                        "Message-ID: <\n",
                        "References: <a> <b<\n",
                        "PK\u0003",
                        "é",
                        "Accept-Language: ;q=\n")
                .list()
                .ofMaxSize(30);
    }

    private static OutgoingMail mail(String subject, Mailbox from, String text, List<MailAttachment> attachments) {
        return new OutgoingMail(
                from,
                BEN,
                subject,
                text,
                Optional.empty(),
                "id1@example.org",
                Optional.empty(),
                List.of(),
                DATE,
                ZoneOffset.UTC,
                false,
                attachments);
    }

    private static ParsedMail parsed(OutgoingMail mail) {
        return MailParser.parse(MailWriter.write(mail), MailLimits.standard());
    }

    private static String written(String text) {
        byte[] octets = PlainText.clean(text).getBytes(StandardCharsets.UTF_8);
        return MailCharsets.decode(octets, Optional.of("utf-8"), Optional.empty());
    }

    private static List<String> lines(OutgoingMail mail) {
        return Splitter.on("\r\n").splitToList(new String(MailWriter.write(mail), StandardCharsets.US_ASCII));
    }

    private static List<String> names(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines.subList(0, lines.indexOf(""))) {
            if (!line.startsWith(" ")) {
                names.add(line.substring(0, line.indexOf(':')));
            }
        }
        return names;
    }

    private static String unquoted(String name) {
        return CharMatcher.anyOf("'\", ").trimFrom(name);
    }

    private static String folded(String text) {
        return CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).removeFrom(text);
    }
}
