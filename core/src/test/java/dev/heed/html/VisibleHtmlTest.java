package dev.heed.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may be sent as HTML and what may not. Means to hide text are in {@link HiddenTextTest}, what a reader sees in
 * {@link VisibleTextTest}.
 */
class VisibleHtmlTest {

    @Nested
    class WhatIsBrokenOrUnsafe {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "<SCRIPT src=\"https://x.example/x.js\"></SCRIPT>",
                    "<iframe src=\"https://x.example\"></iframe>",
                    "<object></object>",
                    "<embed>",
                    "<form><input></form>",
                    "<svg><text>XYZ</text></svg>",
                    "<math></math>",
                    "<template>XYZ Team</template>",
                    "<noscript>XYZ Team</noscript>",
                    "<details><summary>a</summary>XYZ Team</details>",
                    "<textarea>XYZ</textarea>",
                    "<marquee>XYZ</marquee>",
                    "<bdo dir=\"rtl\">maeT</bdo>",
                    "<base href=\"https://x.example\">",
                    "<meta http-equiv=\"refresh\">",
                    "<link rel=\"stylesheet\">",
                    "<p onclick=\"alert(1)\">a</p>",
                    "<img src=\"https://x.example/x.png\" onerror=\"alert(1)\">",
                    "<a href=\"javascript:alert(1)\">a</a>",
                    "<a href=\"JaVaScRiPt:alert(1)\">a</a>",
                    "<a href=\"java&#115;cript:alert(1)\">a</a>",
                    "<a href=\" javascript:alert(1)\">a</a>",
                    "<a href=\"data:text/html,x\">a</a>",
                    "<a href=\"vbscript:x\">a</a>",
                    "<a href=\"file:///etc/passwd\">a</a>",
                    "<a href=\"//x.example\">a</a>",
                    "<a href=\"https://x.example/ a\">a</a>",
                    "<img src=\"http://x.example/tracker.gif\">",
                    "<img src=\"data:image/png;base64,AAAA\">",
                    "<img src=\"x\" srcset=\"y\">",
                    "<p bgcolor=\"black\">a</p>",
                    "<td width=\"0\">a</td>",
                    "<img src=\"cid:x\" width=\"calc(0)\">",
                    "<p title=\"a\" title=\"b\">a</p>",
                    "<p title=\"a>a</p>",
                    "<p title=a\"b>a</p>",
                    "<p class= >a</p>",
                    "<title>XYZ",
                    "<style>XYZ",
                    "<head>XYZ</head>",
                    "<td>XYZ</td>",
                    "<table>XYZ</table>",
                    "<body onload=\"alert(1)\">a</body>",
                    "<p",
                    "<p title=\"a\"",
                    "<p>a",
                    "a</p>",
                    "<p><b>a</p></b>",
                    "<b/>a",
                    "</br>",
                    "<p title=\"a\"b>a</p>",
                    "<p/onclick=\"x\">a</p>",
                    "<![CDATA[a]]>",
                    "<?php echo 1 ?>",
                    "1 < 2",
                    "<>",
                    "< p>a</p>",
                    "a & &b",
                    "&copy",
                    "&#x202E;",
                    "&#0;",
                    "&#128;",
                    "&#xD800;",
                    "&#1114112;",
                    "&#99999999999;",
                    "&#00000000077;",
                    "&#;",
                    "&#x;",
                    "&NotEqualTilde;",
                    "a\u0000b",
                    "a\u0007b",
                    "a\u0085b"
                })
        void isRefusedAsInvalid(String html) {
            assertThatThrownBy(() -> VisibleHtml.read(html))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("The HTML of a reply is not allowed at position ")
                    .hasMessageContaining("or write plain text");
        }

        @Test
        void isPointedAt() {
            assertThatThrownBy(() -> VisibleHtml.read("<p>a</p><script>"))
                    .hasMessageContaining("at position 8: the element <script>.");
        }

        @Test
        void isRefusedBeyondAHundredElementsInsideOneAnother() {
            assertThat(VisibleHtml.read("<b>".repeat(100) + "a" + "</b>".repeat(100))
                            .text())
                    .isEqualTo("a");
            assertThatThrownBy(() -> VisibleHtml.read("<b>".repeat(101) + "a" + "</b>".repeat(101)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("more than 100 elements");
        }
    }

    @Nested
    class HonestRichText {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p>Good <b>news</b>, <i>really</i>: it is <u>there</u>.</p>",
                    "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>",
                    "<ol start=\"3\"><li>Switch it off</li><li>Wait</li></ol>",
                    "<table><thead><tr><th colspan=\"2\">Refund</th></tr></thead>"
                            + "<tbody><tr><td rowspan=\"1\">a</td><td>b</td></tr></tbody></table>",
                    "<blockquote>It is broken.</blockquote><hr><div>I see.</div>",
                    "<pre><code>a &lt; b</code></pre>",
                    "<p>H<sub>2</sub>O, m<sup>2</sup>, <s>50</s> <del>40</del> <ins>30</ins> <em>x</em> "
                            + "<strong>y</strong></p>",
                    "<a href=\"https://shop.example/a?b=1&amp;c=%20#d\" target=\"_blank\" rel=\"noopener\">here</a>",
                    "<a href=\"HTTP://shop.example\">a</a> <a href=\"tel:+4930901820\">b</a>",
                    "<a href='mailto:maria@shop.example'>Maria</a>",
                    "<img src=\"https://shop.example/a.png\" alt=\"The lens\" width=\"100%\" height=\"80\">",
                    "<p dir=\"rtl\" lang=\"ar\">شكرا</p>",
                    "<p class=\"note\" title=\"A note\">a</p>",
                    "<p style=\"font-weight: bold; font-style: italic; text-align: center\">a</p>",
                    "<p style=\"font-family: Georgia, 'Times New Roman', serif; text-decoration: underline\">a</p>",
                    "<ul style=\"list-style-type: square\"><li>a</li></ul>",
                    "<p style=\"color: #333\">a</p><p style=\"color:#1A73E8\">b</p>",
                    "<p style=\"color: rgb(51, 51, 51)\">a</p><p style=\"color: DarkGreen\">b</p>",
                    "<p style=\"font-size: 14px\">a</p><p style=\"font-size:11pt\">b</p>",
                    "<p style=\"font-size: 1.2em\">a</p><p style=\"font-size:120%\">b</p>",
                    "<p style=\"font-size: small\">a</p><p style=\"font-size: x-large;\">b</p><p style=\"\">c</p>",
                    "<A HREF='https://shop.example'>a</A>",
                    "<P>a<BR>b<br/>c<br />d</P>",
                    "Only words, a && b, R & D, 100 %, c > b",
                    "<p\n  title = \"a > b\"\n>a</p\n>",
                    "<p>{{ customer.name | default: \"there\" }}</p>",
                    "<p>👩‍🔧 grüßt, Ærø, 王小明</p>",
                    "<p class=MsoNormal id=x>a<o:p></o:p></p>",
                    "<a href=\"https://shop.example/?a=1&b_c=2\">a</a>",
                    "<center><font color=\"#333\" size=2>a</font></center>",
                    "a&zwj;b&shy;c&#8203;d&#xAD;e"
                })
        void isLeftAsItWasWritten(String html) {
            assertThat(VisibleHtml.read(html).kept()).isEqualTo(html);
        }

        @Test
        void isTakenOutOfItsDocument() {
            VisibleHtml html = VisibleHtml.read(
                    "<!DOCTYPE html><html lang=en><head><meta charset=\"utf-8\"><title>A &nope; <b></title>"
                            + "<style>p{color:#333}</style></head><body bgcolor=\"#000\" text=x><![if x]><p>a</p><![endif]></body>"
                            + "</html>");
            assertThat(html.kept()).isEqualTo("<p>a</p>");
            assertThat(html.text()).isEqualTo("a");
        }
    }
}
