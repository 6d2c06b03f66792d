package dev.heed.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees of HTML. In the tables {@code ¶} is a line break. */
class VisibleTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "Hello                                                 | Hello",
                "<p>Hello</p><p>Anna</p>                               | Hello¶Anna",
                "<p>Hello</p> <p> Anna </p>                            | Hello¶Anna",
                "<p>Hello   dear <b>Anna</b></p>                       | Hello dear Anna",
                "<b>Ma</b>ria                                          | Maria",
                "a<br>b<br/>c                                          | a¶b¶c",
                "a<br><br>b                                            | a¶¶b",
                "a<hr>b                                                | a¶b",
                "a<div>b<div>c</div></div>d                            | a¶b¶c¶d",
                "<ul><li>one</li><li>two</li></ul>                     | one¶two",
                "<h1>Refund</h1>It is on its way                       | Refund¶It is on its way",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b¶c",
                "<table><tr><th>Sum</th><td>5</td></tr></table>        | Sum 5",
                "<blockquote>It broke</blockquote>I see                | It broke¶I see",
                "a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;       | a & b <c> \"d\" 'e'",
                "&auml;&ouml;&uuml;&szlig;&eacute;&ntilde;&euro;       | äöüßéñ€",
                "&laquo;a&raquo; &bdquo;b&ldquo; &hellip; &ndash;      | «a» „b“ … –",
                "&#77;&#x61;&#X72;ia                                   | Maria",
                "&#128512;                                             | 😀",
                "&amp;lt;                                              | &lt;",
                "R & D                                                 | R & D",
                "R &                                                   | R &",
                "&#0000000077;aria                                     | Maria",
                "<img src=\"cid:a\" alt=\"The lens\">                  | The lens",
                "see <img src=\"cid:a\" alt=\" A &amp; B \"> there     | see A & B there",
                "<a href=\"https://shop.example\">our page</a>         | our page",
            })
    void isExactlyWhatAReaderSees(String html, String text) {
        assertThat(VisibleHtml.read(html).text()).isEqualTo(text.replace('¶', '\n'));
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        assertThat(VisibleHtml.read("a<pre>1  2\n 3</pre>b").text()).isEqualTo("a\n1  2\n 3\nb");
    }

    @Test
    void keepsBlanksThatDoNotBreak() {
        assertThat(VisibleHtml.read("10&nbsp;EUR").text()).isEqualTo("10\u00a0EUR");
    }

    @Test
    void doesNotShowTitlesOrClasses() {
        assertThat(VisibleHtml.read("<p title=\"Maria\" class=\"Keller\">a</p>").text())
                .isEqualTo("a");
    }

    @Nested
    class Comments {
        @ParameterizedTest
        @ValueSource(strings = {"<!-- Maria -->", "<!---->", "<!-- <b> -->", "<!--> Maria -->", "<!-- - -- > -->"})
        void areNeitherSeenNorSent(String comment) {
            VisibleHtml html = VisibleHtml.read("<p>a" + comment + "b</p>" + comment);
            assertThat(html.text()).isEqualTo("ab");
            assertThat(html.kept()).isEqualTo("<p>ab</p>");
        }

        @Test
        void endAtTheFirstEnd() {
            VisibleHtml html = VisibleHtml.read("a<!-- x -->b<!-- y -->c");
            assertThat(html.text()).isEqualTo("abc");
            assertThat(html.kept()).isEqualTo("abc");
        }
    }

    @Nested
    class Pictures {
        @Test
        void standForThemselvesWithoutWords() {
            String text = VisibleHtml.read("<p>Look:</p><img src=\"cid:a\">").text();
            assertThat(text).isEqualTo("Look:\n" + VisibleText.PICTURE);
            assertThat(VisibleHtml.isPicture(text.substring(6))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\uFFFC", " \uFFFC\u00a0", "\uFFFC\uFFFC"})
        void areToldFromLinesWithWords(String line) {
            assertThat(VisibleHtml.isPicture(line)).isTrue();
            assertThat(VisibleHtml.isPicture(line + "Maria")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "Maria"})
        void areNotSeenWhereThereAreNone(String line) {
            assertThat(VisibleHtml.isPicture(line)).isFalse();
        }
    }
}
