package dev.heed.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.heed.error.HeedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for whatever is handed in as HTML. */
class HtmlPropertiesTest {
    private static final int MEGABYTE = 1_000_000;

    @Property
    void anyStringIsTakenOrRefused(@ForAll String source) {
        parsed(source).ifPresent(html -> assertThat(html.kept()).isEqualTo(source));
    }

    @Property(tries = 5000)
    void anyTagSoupIsTakenOrRefused(@ForAll("tagSoup") String source) {
        parsed(source)
                .ifPresent(
                        html -> assertThat(VisibleHtml.read(html.kept()).text()).isEqualTo(html.text()));
    }

    @Property(tries = 500)
    void whatIsSentSaysTheSameAsWhatWasChecked(@ForAll("wellFormed") String source) {
        VisibleHtml html = VisibleHtml.read(source);
        VisibleHtml sent = VisibleHtml.read(html.kept());
        assertThat(sent.text()).isEqualTo(html.text());
        assertThat(sent.kept()).isEqualTo(html.kept()).doesNotContain("<!--");
    }

    @Property(tries = 500)
    void wordsAreNeverLost(@ForAll("wellFormed") String source) {
        assertThat(words(VisibleHtml.read(source).text())).isEqualTo(words(source.replace("<!-- word -->", "")));
    }

    @Property
    void escapedTextComesBack(@ForAll("words") String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(VisibleHtml.read("<p>" + escaped + "</p>").text()).isEqualTo(words.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word ",
                "<br>",
                "<b>x</b>",
                "<p>x</p>\n",
                "&amp;",
                "&#77;",
                "<!-- x -->",
                "<p title=\"&amp; &amp;\">x</p>",
                "<p style=\"font-weight:bold;font-style:italic\">x</p>",
                "<",
                "<p ",
                "<!--",
                "\"",
                "<p title='",
                "</p>",
                "   ",
                "<b><p>"
            })
    void takesTimeInProportionToItsLength(String piece) {
        String source = piece.repeat(MEGABYTE / piece.length());
        assertTimeout(Duration.ofSeconds(5), () -> {
            Optional<VisibleHtml> ignored = parsed(source);
            assertThat(ignored.map(VisibleHtml::text).orElse("")).hasSizeLessThanOrEqualTo(MEGABYTE);
        });
    }

    private static long words(String text) {
        return Pattern.compile("word").matcher(text).results().count();
    }

    /** Empty if it is refused; anything but a HeedException fails the test. */
    private static Optional<VisibleHtml> parsed(String source) {
        try {
            return Optional.of(VisibleHtml.read(source));
        } catch (HeedException refused) {
            assertThat(refused.remedy()).isNotBlank();
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> tagSoup() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "</",
                        "/>",
                        "<p",
                        "<p>",
                        "</p>",
                        "<b>",
                        "</b>",
                        "<br>",
                        "<img",
                        "<a",
                        "<td>",
                        "<pre>",
                        "</pre>",
                        "<script>",
                        "<!--",
                        "-->",
                        "<style>",
                        "</style>",
                        "<title>",
                        "</title>",
                        "<body>",
                        "</body>",
                        "<meta>",
                        "<table>",
                        "</table>",
                        "<tr>",
                        "</tr>",
                        "</td>",
                        "<![if x]>",
                        "<!doctype html>",
                        "<!",
                        "--",
                        " ",
                        "\n",
                        "=",
                        "\"",
                        "'",
                        " style",
                        " href",
                        " title",
                        " alt",
                        " hidden",
                        " src=\"cid:x\"",
                        "=\"color:",
                        "white",
                        "#fff",
                        "#12",
                        ";",
                        ":",
                        "font-size:",
                        "9999999999px",
                        "rgb(999,0,0)",
                        "&amp;",
                        "&#",
                        "&#x",
                        "x",
                        "8203;",
                        "-1;",
                        "&lt;",
                        "word",
                        "\u0000",
                        "\u200b",
                        "\ud83d",
                        "{{",
                        "}}",
                        "é",
                        "https://x",
                        "\"javascript:")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> wellFormed() {
        Arbitrary<String> leaf = Arbitraries.of(
                "word",
                " ",
                "\n",
                "word word",
                "<br>",
                "<hr/>",
                "<!-- word -->",
                "<table><tr><td>word</td> <td>word</td></tr></table>",
                "<a href='#'>word</a>",
                "<style>p{color:#333}</style>",
                "&amp;",
                "&nbsp;",
                "<img src=\"cid:a\">",
                "<img src='cid:a' alt='word'>");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> inner.list()
                        .ofMaxSize(3)
                        .flatMap(content -> Arbitraries.of(
                                        List.of("p", "b", "div", "ul", "li", "body", "pre", "font", "h4"))
                                .map(tag -> "<" + tag + " title=\"x\">" + String.join("", content) + "</" + tag + ">")),
                0,
                4);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abc äß<>&;#'\"{}%/=-王")
                .ofMaxLength(40)
                .map(text -> text.replaceAll(" +", " "));
    }
}
