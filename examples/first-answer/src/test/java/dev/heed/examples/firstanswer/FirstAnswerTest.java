package dev.heed.examples.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAnswerTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... args) {
        return FirstAnswer.run(List.of(args), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String transcript() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theStoryIsToldFromTheFirstMailToTheClosedTicket() {
        assertThat(run()).isZero();

        assertThat(transcript())
                .contains("Ticket 1001  Where is my parcel?")
                .contains("Falsche Größe geliefert")
                .contains("A person will read and answer it by")
                .contains("REFUSED  SIGNATURE_NOT_PERSONAL (P01)")
                .contains("Direct line: +49 30 1234567")
                .contains("It is message 4 of the same ticket 1001, which is OPEN again.")
                .contains("the ticket is CLOSED.")
                .contains("No mail was lost.");
    }

    @Test
    void mailsOfAFolderAreAllTakenHoweverBrokenTheyAre(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.eml"), "From: ben@example.com\r\nSubject: Hi\r\n\r\nWhere is it?\r\n");
        Files.write(folder.resolve("b.eml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 1});
        Files.writeString(folder.resolve("c.eml"), "Subject: nobody\r\n\r\n.\r\n..\r\nA line with a dot.\r\n");
        Files.writeString(folder.resolve("d.eml"), "");

        assertThat(run("--mails", folder.toString())).isZero();

        assertThat(transcript()).contains("4 mails handed in").contains("No mail was lost.");
    }

    @Test
    void aServerThatCannotBeReachedIsToldAndEndsWithTwo() {
        int status = run("--imap", "imap+plain://a:b@127.0.0.1:1", "--smtp", "smtp+plain://127.0.0.1:1");

        assertThat(status).isEqualTo(2);
        assertThat(transcript()).contains("could not do its work").doesNotContain("a:b");
    }

    @Test
    void argumentsThatCannotBeUnderstoodAreNamed() {
        assertThat(run("--imap", "imaps://host")).isEqualTo(2);
        assertThat(run("--frobnicate", "x")).isEqualTo(2);
        assertThat(run("--mails", "/no/such/folder")).isEqualTo(2);
        assertThat(transcript())
                .contains("Only one of --imap and --smtp is given")
                .contains("“--frobnicate” is not understood")
                .contains("There is no folder");
    }

    @Test
    void aRealServerIsUsedWhenItsUrlsAreGiven() {
        try (InProcessPostOffice server = new InProcessPostOffice("help@shop.example")) {
            String imap = "imap+plain://help%40shop.example:secret@127.0.0.1:" + server.imapPort();
            String smtp = "smtp+plain://127.0.0.1:" + server.smtpPort();

            assertThat(run("--imap", imap, "--smtp", smtp, "--address", "help@shop.example"))
                    .isZero();
        }
        assertThat(transcript()).contains("the ticket is CLOSED.").doesNotContain("secret");
    }
}
