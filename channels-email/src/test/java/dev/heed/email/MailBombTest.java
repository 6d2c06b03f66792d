package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails made to stop a parser still become messages, quickly, and say that something is missing. */
class MailBombTest {

    private static final Duration GENEROUS = Duration.ofSeconds(10);
    private static final String HEAD = "From: Eve <eve@example.org>\r\nSubject: Boom\r\n";

    @ParameterizedTest
    @ValueSource(ints = {500, 2_000, 10_000})
    void stopsOpeningMultipartsThatAreNestedTooDeep(int levels) {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < levels; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }

        assertThat(parsed(mail + "\r\ntext").problems()).anyMatch(problem -> problem.contains("nested"));
    }

    @Test
    void doesNotOpenMessagesWithinMessages() {
        String mail = HEAD + "Content-Type: message/rfc822\r\n\r\n".repeat(10_000) + "text";

        assertThat(parsed(mail).attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void stopsAtTooManyParts(int parts) {
        String mail =
                HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(parts) + "--b--";

        assertThat(parsed(mail).problems()).anyMatch(problem -> problem.contains("500 parts"));
    }

    @Test
    void stopsAtTooManyAttachments() {
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(400) + "--b--";

        assertThat(parsed(mail).attachments()).hasSize(100);
        assertThat(parsed(mail).problems()).anyMatch(problem -> problem.contains("100 attachments"));
    }

    @Test
    void ignoresHeaderLinesAfterTooManyOfThem() {
        assertThat(parsed(HEAD + "X-A: b\r\n".repeat(100_000) + "\r\ntext").problems())
                .anyMatch(problem -> problem.contains("header lines"));
    }

    @Test
    void cutsAVeryLongHeader() {
        assertThat(parsed(HEAD + "X-A: " + "b".repeat(10_000_000) + "\r\n\r\ntext")
                        .problems())
                .anyMatch(problem -> problem.contains("header line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.org, ", "a@b.org;", "<a@b.org ", "\"a\" <a@b.org>, ", "x <a@b.org <c@d.org, "})
    void stopsAtTooManyAddresses(String address) {
        ParsedMail mail = parsed(HEAD + "Reply-To: " + address.repeat(100_000) + "\r\n\r\ntext");

        assertThat(mail.replyTo()).hasSizeLessThanOrEqualTo(200).isNotEmpty();
        assertThat(mail.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"", "<", "a,", "((a)", "\\", "=?", "=?a?q?", "=?a?b?b?=", ":", "@", "'", "<@a,"})
    void readsRepeatedMarksOfAnyKindInLinearTime(String mark) {
        String value = mark.repeat(60_000 / mark.length());
        String names =
                "To: " + value + "\r\nSubject: " + value + "\r\nReferences: " + value + "\r\nMessage-ID: " + value;

        assertThat(parsed(HEAD + names + "\r\nContent-Type: a/b; " + value + "\r\n\r\ntext")
                        .from())
                .contains(new Mailbox("Eve", "eve@example.org"));
    }

    @Test
    void decodesOnlySoManyEncodedWords() {
        String mail = "Subject: " + "=?utf-8?q?a?= ".repeat(20_000) + "\r\n\r\ntext";

        assertThat(parsed(mail).subject()).startsWith("a".repeat(1_000));
        assertThat(parsed(mail).problems()).isNotEmpty();
    }

    @Test
    void showsTheBeginningOfALineOfFiftyMegabytes() {
        ParsedMail mail = parsed(HEAD + "\r\n" + "b".repeat(50_000_000));

        assertThat(mail.text()).hasSize(MailLimits.standard().textChars());
        assertThat(mail.problems()).anyMatch(problem -> problem.contains("very long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<table><tr><td>",
                "<a href=x>",
                "<b",
                "<!--",
                "<blockquote>",
                "&#",
                "<li>",
                "<ol>",
                "<p style='"
            })
    void showsHtmlThatNestsWithoutEnd(String tag) {
        String html = HEAD + "Content-Type: text/html\r\n\r\n" + tag.repeat(1_000_000 / tag.length()) + "text";

        assertThat(parsed(html).html()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"190, 20", "60, 20", "90, 1", "26, 3", "5, 14"})
    void looksForBoundariesThatRepeatThemselvesInLinearTime(int dashes, int levels) {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < levels; i++) {
            String boundary = "-".repeat(dashes) + (char) ('a' + i);
            mail.append("Content-Type: multipart/mixed; boundary=\"")
                    .append(boundary)
                    .append("\"\r\n\r\n--");
            mail.append(boundary).append("\r\n");
        }

        assertThat(parsed(mail + "\r\n" + "-".repeat(20_000_000)).text()).endsWith("-----");
    }

    private static ParsedMail parsed(String mail) {
        byte[] octets = mail.getBytes(StandardCharsets.ISO_8859_1);
        return assertTimeoutPreemptively(GENEROUS, () -> MailParser.parse(octets, MailLimits.standard()));
    }
}
