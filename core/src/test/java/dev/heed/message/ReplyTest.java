package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final Signature MARIA = Signature.of("Maria Keller").withEmployeeId("E-1001");
    private static final Attachment INVOICE =
            Attachment.of("invoice.pdf", "application/pdf", ContentHash.of(new byte[] {1}), 1);

    @Nested
    class InPlainText {
        private final Reply reply = Reply.text("It is on its way.\n", MARIA);

        @Test
        void saysWhatWasWrittenWithoutTheSignature() {
            assertThat(reply.text()).isEqualTo("It is on its way.\n");
            assertThat(reply.html()).isEmpty();
            assertThat(reply.signature()).isEqualTo(MARIA);
            assertThat(reply.attachments()).isEmpty();
        }

        @Test
        void isNotReadAsHtml() {
            assertThat(Reply.text("1 < 2 & <b>", MARIA).text()).isEqualTo("1 < 2 & <b>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t\n"})
        void needsWords(String text) {
            assertThatThrownBy(() -> Reply.text(text, MARIA))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("A reply has no words.");
        }
    }

    @Nested
    class ThatIsTooLong {
        @Test
        void isRefusedWithHowLongItIsAndNotAWordOfIt() {
            String most = "x".repeat(Reply.LONGEST_TEXT);
            assertThat(Reply.text(most, MARIA).text()).isEqualTo(most);
            assertThatThrownBy(() -> Reply.text(most + "y", MARIA))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("A reply has 100001 characters, and 100000 are the most."
                            + " Remedy: Shorten it, or send the long part as a file.");
        }

        @Test
        void isRefusedInHtmlByWhatACustomerReads() {
            String most = "x".repeat(Reply.LONGEST_TEXT);
            assertThat(Reply.html("<p><b>" + most + "</b></p>", MARIA).text()).isEqualTo(most);
            assertThatThrownBy(() -> Reply.html("<p>" + most + "y</p>", MARIA))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("A reply has 100001 characters");
        }

        @Test
        void isNotEvenReadIfItsHtmlIsEndless() {
            assertThatThrownBy(() -> Reply.html("<p>".repeat(Reply.LONGEST_HTML), MARIA))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("The HTML of a reply has 1500000 characters");
        }
    }

    @Nested
    class InHtml {
        @Test
        void saysWhatAReaderSees() {
            Reply reply = Reply.html("<p>It is <b>on its way</b>.</p><!-- phew -->", MARIA);
            assertThat(reply.text()).isEqualTo("It is on its way.");
            assertThat(reply.html())
                    .hasValueSatisfying(html -> assertThat(html.source()).isEqualTo("<p>It is <b>on its way</b>.</p>"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<p></p>", "<p> <br> </p>", "<!-- Maria -->", "<hr>"})
        void needsSomethingToSee(String html) {
            assertThatThrownBy(() -> Reply.html(html, MARIA)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isRefusedIfItIsBroken() {
            assertThatThrownBy(() -> Reply.html("<p>a", MARIA)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isRefusedIfItHidesText() {
            assertThatThrownBy(() -> Reply.html("<p style=\"display:none\">a</p>", MARIA))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Nested
    class AsAValue {
        private final Reply reply = Reply.html("<p>Here it is.</p>", MARIA);

        @Test
        void takesFilesOneByOneAndStaysWhatItWas() {
            Reply more = reply.attach(INVOICE).attach(INVOICE.inline("logo"));
            assertThat(more.attachments()).containsExactly(INVOICE, INVOICE.inline("logo"));
            assertThat(more.html()).isEqualTo(reply.html());
            assertThat(more.signature()).isEqualTo(MARIA);
            assertThat(reply.attachments()).isEmpty();
        }

        @Test
        void takesFilesWhoseBytesAreStillToBeRead() {
            AttachmentSource letter =
                    AttachmentSource.of("letter.pdf", "application/pdf", InputStream::nullInputStream);
            Reply more = reply.attach(letter).attach(INVOICE);
            assertThat(more.files()).containsExactly(letter);
            assertThat(more.attachments()).containsExactly(INVOICE);
            assertThat(more.signed(Signature.of("Jana Nováková")).files()).containsExactly(letter);
            assertThat(more.withAttachments(List.of(INVOICE)).files()).isEmpty();
            assertThat(reply.files()).isEmpty();
        }

        @Test
        void refusesAFileOfWhichThereIsNothing() {
            Attachment film = Attachment.refused(
                    "film.mp4", "video/mp4", new Attachment.Refused(Attachment.Refused.Why.FILE_TOO_LARGE, 1));
            assertThatThrownBy(() -> reply.attach(film)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void canBeSignedOtherwise() {
            Signature jana = Signature.of("Jana Nováková");
            Reply other = reply.attach(INVOICE).signed(jana);
            assertThat(other.signature()).isEqualTo(jana);
            assertThat(other.text()).isEqualTo(reply.text());
            assertThat(other.html()).isEqualTo(reply.html());
            assertThat(other.attachments()).containsExactly(INVOICE);
            assertThat(reply.signature()).isEqualTo(MARIA);
        }

        @Test
        void handsOutFilesThatCannotBeChanged() {
            assertThatThrownBy(() -> reply.attachments().add(INVOICE))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
