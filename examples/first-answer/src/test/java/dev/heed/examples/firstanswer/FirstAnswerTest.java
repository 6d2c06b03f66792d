package dev.heed.examples.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story, and mails from a folder. */
class FirstAnswerTest {
    @TempDir
    Path received;

    @TempDir
    Path folder;

    private Run runWithFolder() {
        return Run.of(received, "--mails", folder.toString());
    }

    private static String mailFrom(String address) {
        return "From: " + address + "\r\nSubject: Hi\r\n\r\nWhere is it, " + address + "?\r\n";
    }

    @Test
    void theStoryIsToldFromTheFirstMailToTheClosedTicket() {
        Run run = Run.of(received);

        assertThat(run.status()).isZero();
        assertThat(run.transcript())
                .contains("Ticket 1001  Where is my parcel?")
                .contains("Falsche Größe geliefert")
                .contains("A person will read it and answer")
                .contains("REFUSED  SIGNATURE_NOT_PERSONAL (P01)")
                .contains("Direct line: +49 30 1234567")
                .contains("It is message 4 of the same ticket 1001, which is OPEN again.")
                .contains("the ticket is CLOSED.")
                .contains("4 mails handed in: 3 tickets opened, 1 added to tickets")
                .contains("3 tickets acknowledged.")
                .contains("No mail was lost.");
    }

    @Test
    void whatCustomersReceivedIsThatOfThisRunAndOfNoEarlierOne() throws IOException {
        Files.writeString(received.resolve("099.eml"), "from an earlier run");

        Run run = Run.of(received);

        assertThat(run.transcript()).contains("What the customers received: 5 mails in " + received);
        assertThat(received).isDirectoryNotContaining("glob:**099.eml");
        assertThat(Files.readString(received.resolve("001.eml")))
                .contains("From:")
                .doesNotContain("earlier");
    }

    @Test
    void mailsOfAFolderAreAllTakenHoweverBrokenTheyAre() throws IOException {
        Files.writeString(folder.resolve("a.eml"), mailFrom("ben@example.com"));
        Files.write(folder.resolve("b.eml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 1});
        Files.writeString(folder.resolve("c.EML"), "Subject: nobody\r\n\r\n.\r\n..\r\nA line with a dot.\r\n");
        Files.writeString(folder.resolve("d.eml"), "");
        Files.writeString(folder.resolve("e.eml"), " begins with a blank: no header at all\n");

        Run run = runWithFolder();

        assertThat(run.status()).isZero();
        assertThat(run.transcript()).contains("5 mails handed in at").contains("No mail was lost.");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersGoOn() throws IOException {
        Files.writeString(folder.resolve("a.eml"), mailFrom("ben@example.com"));
        Files.createSymbolicLink(folder.resolve("gone.eml"), folder.resolve("nowhere"));

        Run run = runWithFolder();

        assertThat(run.status()).isZero();
        assertThat(run.transcript())
                .contains("1 mail handed in at")
                .contains("not delivered: gone.eml: the file cannot be read: there is nothing behind the name")
                .contains("the ticket is CLOSED.")
                .contains("No mail was lost.");
    }

    @Test
    void aMailThatTheServerRefusesIsNamedWithTheAnswerAndTheOthersGoOn() throws IOException {
        String refused = """
                From: ben@example.com
                MIME-Version: 1.0
                Content-Type: text/plain
                Content-Disposition: inline
                Content-Disposition: attachment

                Twice.
                """;
        Files.writeString(folder.resolve("a.eml"), refused);
        Files.writeString(folder.resolve("b.eml"), mailFrom("ben@example.com"));

        Run run = runWithFolder();

        assertThat(run.status()).isZero();
        assertThat(run.transcript())
                .contains("not delivered: a.eml: the mail server says: 451")
                .contains("the ticket is CLOSED.")
                .contains("No mail was lost.");
    }

    @Test
    void whenNoFileCanBeReadTheExampleCouldNotDoItsWork() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.eml"), folder.resolve("nowhere"));

        Run run = runWithFolder();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.transcript()).contains("gone.eml").contains("No mail was delivered");
    }

    @Test
    void aMailThatComesTwiceIsNamedAsKnown() throws IOException {
        Files.writeString(folder.resolve("a.eml"), mailFrom("ben@example.com"));
        Files.writeString(folder.resolve("b.eml"), mailFrom("ben@example.com"));

        Run run = runWithFolder();

        assertThat(run.status()).isZero();
        assertThat(run.transcript()).contains("1 known already").contains("came before: b.eml");
    }

    @Test
    void foldersWithoutMailsAreRefusedEachForItsOwnReason() throws IOException {
        assertThat(runWithFolder().words()).contains("could not do its work").contains("it holds no file");

        Path other = Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(runWithFolder().words()).contains("of 1 file none has a name that ends with .eml");
        assertThat(runWithFolder().status()).isEqualTo(2);

        Run file = Run.of(received, "--mails", other.toString());
        assertThat(file.words()).contains("is no folder");
        assertThat(file.status()).isEqualTo(2);

        Run missing = Run.of(received, "--mails", folder.resolve("none").toString());
        assertThat(missing.words()).contains("There is no folder");
        assertThat(missing.status()).isEqualTo(2);
    }

    @Test
    void whatAStrangerWroteCannotCommandTheTerminal() throws IOException {
        Files.writeString(
                folder.resolve("a.eml"), "From: ben@example.com\r\nSubject: Hi\r\n\r\n\u001B[2J\u001B]0;x\u0007\r\n");
        Files.createSymbolicLink(folder.resolve("b\u001B[2J.eml"), folder.resolve("nowhere"));

        assertThat(runWithFolder().transcript()).doesNotContain("\u001B").contains("b\uFFFD[2J.eml");
    }
}
