package dev.heed.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However long, deep or broken HTML is, it is read once and without recursion. */
class HtmlOfAnySizeTest {
    private static final int LONG = 2_000_000;
    private static final int OFTEN = 200_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div>|</div>",
                "<b>|</b>",
                "<p>|</p>",
                "<body>|</body>",
                "<blockquote type=cite>|</blockquote>",
                "<table><tr><td>|</td></tr></table>",
                "<p></p>|",
                "<a href='|",
                "<p style=\"|",
                "<p style=\"a:'|",
                "<|",
                "<!--|",
                "<![if|",
                "<style>/*|",
                "<style></style>|",
                "<p a=b c|",
                "&#8203;|",
                "&|"
            })
    void isTakenOrRefusedHoweverOftenItIsRepeated(String opening, @Nullable String closing) {
        assertThat(text(opening.repeat(OFTEN) + "word" + (closing == null ? "" : closing.repeat(OFTEN))))
                .contains("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* ",
                "opacity : ",
                "content:\t",
                "font-size:  ",
                "\\",
                "a{color:#333}",
                "  ",
                "@import",
                "{",
                "top:"
            })
    void isTakenOrRefusedWithAStyleSheetOfAnyLength(String piece) {
        assertThat(text("<style>" + piece.repeat(LONG / piece.length()) + "</style>word"))
                .isEqualTo("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a ",
                "font:",
                "normal ",
                "rgb(1",
                "#000 ",
                "1px ",
                "a,  ",
                "color:red;",
                "-",
                "--x:y;",
                "!important"
            })
    void isTakenOrRefusedWithStylesOfAnyLength(String piece) {
        for (String property : List.of("", "font:", "font-family:", "color:", "background:", "margin:", "border:")) {
            String style = property + piece.repeat(OFTEN / piece.length());
            assertThat(text("<p style=\"" + style + "\">word</p>")).isEqualTo("word");
        }
    }

    /** What is read; "word" if it is refused. Anything but a HeedException fails the test. */
    private static String text(String source) {
        try {
            return VisibleHtml.read(source).text();
        } catch (HeedException refused) {
            assertThat(refused.remedy()).isNotBlank();
            return "word";
        }
    }
}
