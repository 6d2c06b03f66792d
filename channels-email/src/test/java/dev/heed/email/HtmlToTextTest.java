package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlToTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>One</p><p>Two</p> | One##Two",
                "<div>One</div><div>Two</div> | One#Two",
                "<div>One<br></div><div><br></div><div>Two</div> | One##Two",
                "One<br>Two<br/><br/>Three | One#Two##Three",
                "a  b&nbsp;c <b>d</b>e | a b c de",
                "<ul><li>One</li><li>Two</li></ul> | - One#- Two",
                "<ol><li>One<li>Two</ol> | 1. One#2. Two",
                "A<blockquote>B<br>C<blockquote>D</blockquote></blockquote>E | A##> B#> C#>#> > D##E",
                "<a href=\"https://x.org/\">here</a> | here (https://x.org/)",
                "<a href=\"https://x.org/\">https://x.org/</a> | https://x.org/",
                "<a href=\"mailto:a@b.org\">a@b.org</a> | a@b.org",
                "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table> | A B#C",
                "<pre>a  b#c</pre> | a  b#c",
                "<style>x{}</style><script>y</script>z | z",
                "a<hr>b | a#---#b",
                "<img alt=\"logo\"> x | logo x",
                "1 &lt; 2 &amp; 3 | 1 < 2 & 3",
            })
    void readsLikeThePage(String html, String text) {
        assertThat(HtmlToText.convert(html.replace('#', '\n'))).isEqualTo(text.replace('#', '\n'));
    }
}
