package dev.heed.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tricks by which HTML shows a customer less than it says. */
class HiddenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"display:none\">XYZ Team</p>",
                "<p style=\"DISPLAY : None\">XYZ Team</p>",
                "<p style=\"font-weight:bold; display:none;\">XYZ Team</p>",
                "<p style='display:none'>XYZ Team</p>",
                "<p style=\"display&#58;none\">XYZ Team</p>",
                "<p style=\"dis/**/play:none\">XYZ Team</p>",
                "<p style=\"dis\\70 lay:none\">XYZ Team</p>",
                "<p style=\"visibility:hidden\">XYZ Team</p>",
                "<p style=\"opacity:0\">XYZ Team</p>",
                "<p style=\"opacity:.01\">XYZ Team</p>",
                "<p style=\"mso-hide:all\">XYZ Team</p>",
                "<p style=\"position:absolute;left:-9999px\">XYZ Team</p>",
                "<p style=\"text-indent:-999em\">XYZ Team</p>",
                "<p style=\"height:0;overflow:hidden\">XYZ Team</p>",
                "<p style=\"max-height:0\">XYZ Team</p>",
                "<p style=\"clip-path:inset(100%)\">XYZ Team</p>",
                "<p style=\"transform:scale(0)\">XYZ Team</p>",
                "<p style=\"font-size:0\">XYZ Team</p>",
                "<p style=\"font-size:1px\">XYZ Team</p>",
                "<p style=\"font-size:7.9px\">XYZ Team</p>",
                "<p style=\"font-size:0.1em\">XYZ Team</p>",
                "<p style=\"font-size:50%\">XYZ Team</p>",
                "<p style=\"font-size:xx-small\">XYZ Team</p>",
                "<p style=\"font-size:calc(0px)\">XYZ Team</p>",
                "<p style=\"font:0/0 serif\">XYZ Team</p>",
                "<p style=\"color:white\">XYZ Team</p>",
                "<p style=\"color:#fff\">XYZ Team</p>",
                "<p style=\"color:#FEFEFE\">XYZ Team</p>",
                "<p style=\"color:#ffffff00\">XYZ Team</p>",
                "<p style=\"color:rgb(250, 250, 250)\">XYZ Team</p>",
                "<p style=\"color:rgba(0,0,0,0)\">XYZ Team</p>",
                "<p style=\"color:hsl(0,0%,100%)\">XYZ Team</p>",
                "<p style=\"color:transparent\">XYZ Team</p>",
                "<p style=\"color:var(--paper)\">XYZ Team</p>",
                "<p style=\"color:yellow\">XYZ Team</p>",
                "<p style=\"background:black\">XYZ Team</p>",
                "<p style=\"background-color:#000\">XYZ Team</p>",
                "<p style=\"font-family:url(x)\">XYZ Team</p>",
                "<p style=\"line-height:0\">XYZ Team</p>",
                "<p style=\"letter-spacing:-1em\">XYZ Team</p>",
                "<p style=\"direction:rtl;unicode-bidi:bidi-override\">maeT ZYX</p>",
                "<p style=\"content:'XYZ Team'\">Maria</p>",
                "<p hidden>XYZ Team</p>",
                "<p HIDDEN=\"\">XYZ Team</p>",
                "<p hidden=\"until-found\">XYZ Team</p>",
                "<p aria-hidden=\"true\">XYZ Team</p>",
                "<span><b hidden>XYZ Team</b></span>",
                "Maria <!-- XYZ Team",
                "Maria <!-- XYZ Team --",
            })
    void isRefusedAsNotPersonal(String html) {
        assertThatThrownBy(() -> VisibleHtml.read(html)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo(PracticeCode.SIGNATURE_NOT_PERSONAL);
            assertThat(refused).hasMessageContaining("can hide text");
        });
    }

    @Test
    void isPointedAt() {
        String html = "<p>Hello</p><p style=\"color: white\">XYZ Team</p>";
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> VisibleHtml.read(html));
        assertThat(refused.findings().get(0).span()).hasValueSatisfying(span -> {
            assertThat(span.text()).isEqualTo("style=\"color: white\"");
            assertThat(html.substring(span.start(), span.end())).isEqualTo(span.text());
        });
        assertThat(refused).hasMessageContaining("“color: white”");
    }
}
