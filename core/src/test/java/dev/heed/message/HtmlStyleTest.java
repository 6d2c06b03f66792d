package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where readable ends: contrast 3 to 1 on white, eight pixels, nothing smaller than what is around it. */
class HtmlStyleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color:#949494",
                "color:#000",
                "color:#f00",
                "color:#00f",
                "color:#008f00",
                "color:#0a0a0a",
                "color:rgb(148,148,148)",
                "color:rgb( 255 , 0 , 0 )",
                "color:rgb(0,0,999)",
                "color:crimson",
                "font-size:8px",
                "font-size:6pt",
                "font-size:1em",
                "font-size:0.6rem",
                "font-size:100%",
                "font-size:12.5px",
                "font-size:larger",
                "font-weight:700",
                "font-style",
                "text-align:right"
            })
    void isVisible(String declaration) {
        assertThat(HtmlStyle.isVisible(declaration)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color:#959595",
                "color:#fff",
                "color:#0f0",
                "color:#ff0",
                "color:#0ff",
                "color:#f9f",
                "color:rgb(149,149,149)",
                "color:rgb(0,255,0)",
                "color:rgb(0,0)",
                "color:#9494",
                "color:#94949400",
                "color:",
                "color",
                "color:lightgray",
                "font-size:7.999px",
                "font-size:5.9pt",
                "font-size:0.999em",
                "font-size:0.599rem",
                "font-size:99.9%",
                "font-size:9999px",
                "font-size:10",
                "font-size:10vw",
                "font-size:-10px",
                "font-size:smaller",
                "font-size",
                "font-family:attr(x)",
                "width:0",
                "zoom:0",
                ":",
                "x"
            })
    void isHidden(String declaration) {
        assertThat(HtmlStyle.isVisible(declaration)).isFalse();
    }
}
