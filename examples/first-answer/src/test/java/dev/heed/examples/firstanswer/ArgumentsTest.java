package dev.heed.examples.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the example can be called with, and what it says to anything else. */
class ArgumentsTest {
    private static final String SMTP = "smtps://u:geheim@mail.example";

    @TempDir
    Path received;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpSaysWhatThereIsAndWhatTheStatusMeans(String option) {
        Run run = Run.of(received, option);

        assertThat(run.status()).isZero();
        assertThat(run.transcript())
                .contains("--mails DIR", "--imap URL", "--smtp URL", "--address SHOP", "--customer WHO")
                .contains("must be empty")
                .contains("Exit status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frobnicate x | “--frobnicate” is not understood. mend",
                "mails | “mails” is not understood. mend",
                "--mails | --mails is given without a value.",
                "--mails --imap x | --mails is given without a value.",
                "--mails= | --mails is given without a value.",
                "--mails a --mails b | --mails is given twice.",
                "--imap imaps://u:geheim@host | Only one of --imap and --smtp is given.",
                "imaps://u:geheim@host | A URL or an address stands where an option should.",
                "--address nobody | What follows --address is no e-mail address.",
                "--address a@shop.example --customer a@shop.example | --customer is the shop's own address.",
            })
    void whatCannotBeUnderstoodIsNamedWithTheWayToMendIt(String line, String said) {
        Run run = Run.of(received, line.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words())
                .contains("The example could not do its work. what " + said.replace(" mend", ""))
                .contains(" mend ")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imaps://u:geheim@ho st | is not a URL",
                "nonsense | does not begin as the URL of a mail server",
                "https://u:geheim@host | does not begin as the URL of a mail server",
                "smtps://u:geheim@host | is one for the other of the two options",
                "imaps://u@x:geheim@host | does not say clearly which host is meant",
                "imaps://u:ge#heim@host | does not say clearly which host is meant",
                "imaps://u:1?geheim@host | does not say clearly which host is meant",
                "imaps://host | names no user with a password",
                "imaps://geheim@host | names no user with a password",
                "imaps://u:@host | names no user with a password",
            })
    void aUrlThatCannotBeUsedIsToldByItsFaultAndTheRightShapeAndNotRepeated(String url, String said) {
        Run run = Run.of(received, "--imap", url, "--smtp", SMTP);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words())
                .contains("The URL after --imap " + said)
                .contains("imaps://user:password@host:993/folder")
                .contains("%40 for @")
                .doesNotContain("geheim");
    }

    @Test
    void aPasswordIsNeverToBeSentUnprotectedToAnotherMachine() {
        Run run = Run.of(received, "--imap", "imap+plain://u:geheim@mail.example", "--smtp", SMTP);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("would go to mail.example unprotected").doesNotContain("geheim");
    }

    @Test
    void withoutAnAddressTheUserOfImapMustBeOne() {
        Run run = Run.of(received, "--imap", "imaps://u:geheim@mail.example", "--smtp", SMTP);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("the shop's address is not known").contains("Give --address");
    }

    @Test
    void mailsOfRealPeopleOnARealServerNeedSomebodyWhoGetsTheAnswers() {
        Run run = Run.of(
                received,
                "--mails=" + received,
                "--imap=imaps://u%40mail.example:geheim@mail.example",
                "--smtp=" + SMTP);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words())
                .contains("the people in those mails would get answers")
                .contains("Give --customer");
    }
}
