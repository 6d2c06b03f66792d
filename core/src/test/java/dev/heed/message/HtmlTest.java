package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTML is as a value; how it is checked is in the tests of {@code dev.heed.html}. */
class HtmlTest {
    @Test
    void isWhatWasWrittenAndWhatAReaderSees() {
        Html html = Html.parse("<p>Hello <b>Anna</b></p>");
        assertThat(html.source()).isEqualTo("<p>Hello <b>Anna</b></p>");
        assertThat(html.text()).isEqualTo("Hello Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- Maria --><p>a</p>",
                "<!doctype html><p>a</p>",
                "<?xml:namespace prefix=o ?><p>a</p>",
                "<![if !vml]><p>a</p><![endif]>",
                "<style>p{color:#333}</style><p>a</p>",
                "<title>Maria</title><p>a</p>",
                "<html><head><meta charset=utf-8><link rel=icon></head><body text=white style='color:white'><p>a</p></body></html>"
            })
    void dropsWhatNobodySeesAndNothingElse(String source) {
        assertThat(Html.parse(source).source()).isEqualTo("<p>a</p>");
    }

    @Test
    void isRefusedIfItCanHideTextOrIsBroken() {
        assertThatThrownBy(() -> Html.parse("<p hidden>a</p>")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Html.parse("<p>a")).isInstanceOf(InvalidInputException.class);
    }
}
