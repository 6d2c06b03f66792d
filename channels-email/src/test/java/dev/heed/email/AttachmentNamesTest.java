package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report.pdf | report.pdf",
                "C:\\TEMP\\report.pdf | report.pdf",
                "../../etc/passwd | passwd",
                ".. | attachment.pdf",
                "` ` | attachment.pdf",
                "dir/ | attachment.pdf",
                "report.pdf. . | report.pdf",
            })
    void keepsOnlyTheLastSegmentOfAPath(String name, String safe) {
        assertThat(AttachmentNames.safe(name, "application/pdf")).isEqualTo(safe);
    }

    @Test
    void leavesOutControlsAndWhatTurnsTheOrderOfLetters() {
        assertThat(AttachmentNames.safe("a\r\nb\0\u202Efdp.exe", "x/y")).isEqualTo("a bfdp.exe");
    }

    @Test
    void keepsTheExtensionOfAVeryLongName() {
        assertThat(AttachmentNames.safe("ä".repeat(400) + ".pdf", "x/y"))
                .hasSize(150)
                .endsWith("ä.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, attachment.png",
        "image/jpeg, attachment.jpg",
        "text/calendar, attachment.ics",
        "x/y-z, attachment.bin",
        "message/rfc822, attachment.eml",
        "'', attachment.bin"
    })
    void namesAFileWithoutNameByItsType(String type, String name) {
        assertThat(AttachmentNames.safe("", type)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ".", " .", "..........b ."})
    void aNameThatIsCutAtABlankOrADotIsCutOnlyOnce(String end) {
        for (int length = 0; length < 300; length++) {
            String once = AttachmentNames.safe("a".repeat(length) + end + "b".repeat(300), "image/png");

            assertThat(AttachmentNames.safe(once, "image/png")).isEqualTo(once);
        }
    }
}
