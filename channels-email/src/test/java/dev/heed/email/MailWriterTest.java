package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailWriterTest {

    private static final Mailbox BEN = new Mailbox("Ben", "ben@example.net");

    @Test
    void writesAHumanReply() {
        assertThat(written(false, BEN, List.of("m0@x", "m1@x"))).startsWith("""
                Date: Sat, 21 Nov 2026 21:40:16 +0100
                From: =?UTF-8?B?SsO2cmcgTGVl?= <help@example.org>
                To: Ben <ben@example.net>
                Subject: =?UTF-8?Q?Ihre_gr=C3=BCne_Tasse?=
                Message-ID: <m2@example.org>
                In-Reply-To: <m1@x>
                References: <m0@x>
                 <m1@x>
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_""".replace("\n", "\r\n"));
    }

    @Test
    void marksAutomaticMailSoThatNoMachineAnswersIt() {
        assertThat(written(true, BEN, List.of()))
                .contains("\r\nAuto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n");
        assertThat(written(false, BEN, List.of())).doesNotContain("Auto-");
    }

    @Test
    void makesHtmlOfTheTextWhenThereIsNone() {
        assertThat(written(false, BEN, List.of())).contains("<p>Hello &lt;Ben&gt;,</p>\r\n<p>one<br />\r\ntwo</p>");
    }

    @Test
    void keepsTheFirstAndTheLastOfManyReferences() {
        List<String> references = IntStream.range(0, 30).mapToObj(i -> i + "@x").toList();

        assertThat(parsed(references).references())
                .hasSize(20)
                .startsWith("0@x", "11@x")
                .endsWith("29@x");
    }

    @Test
    void leavesOutReferencesThatCannotBeWritten() {
        assertThat(parsed(List.of("ü@x", "a>b@x", "ok@x")).references()).containsExactly("ok@x");
    }

    @Test
    void writesInternationalDomainsInAscii() {
        assertThat(written(false, new Mailbox("", "ben@müller.de"), List.of()))
                .contains("To: <ben@xn--mller-kva.de>\r\n");
    }

    @Test
    void refusesAnAddressThatIsNoneWithoutRepeatingIt() {
        assertThatThrownBy(() -> written(false, new Mailbox("", "ben@x\r\nBcc: eve@x"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("To")
                .hasMessageNotContaining("eve");
    }

    @Test
    void writesTheSameOctetsTwice() {
        assertThat(written(true, BEN, List.of())).isEqualTo(written(true, BEN, List.of()));
    }

    private static ParsedMail parsed(List<String> references) {
        return MailParser.parse(
                written(false, BEN, references).getBytes(StandardCharsets.US_ASCII), MailLimits.standard());
    }

    private static String written(boolean automatic, Mailbox to, List<String> references) {
        OutgoingMail mail = new OutgoingMail(
                new Mailbox("Jörg Lee", "help@example.org"),
                to,
                "Ihre grüne Tasse",
                "Hello <Ben>,\n\none\ntwo",
                Optional.empty(),
                "m2@example.org",
                Optional.of("m1@x"),
                references,
                Instant.parse("2026-11-21T20:40:16Z"),
                ZoneOffset.ofHours(1),
                automatic,
                List.of());
        return new String(MailWriter.write(mail), StandardCharsets.US_ASCII);
    }
}
