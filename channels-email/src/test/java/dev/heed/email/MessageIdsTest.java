package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void findsIdsHoweverTheyAreParted() {
        assertThat(MessageIds.all("<a@b><c@d>, <e@f> g@h;<i@ j>\t<a@b> <k@l", 50))
                .containsExactly("a@b", "c@d", "e@f", "g@h", "i@j", "k@l");
    }

    @Test
    void keepsTheLastOfTooManyIds() {
        String references =
                IntStream.range(0, 100).mapToObj(i -> "<" + i + "@x>").collect(Collectors.joining(" "));

        assertThat(MessageIds.all(references, 50))
                .hasSize(50)
                .startsWith("50@x")
                .endsWith("99@x");
    }

    @Test
    void readsAMessageIdWithoutBracketsOrAt() {
        assertThat(MessageIds.one(" <a@b> ")).contains("a@b");
        assertThat(MessageIds.one("a@b")).contains("a@b");
        assertThat(MessageIds.one("20261121.1")).contains("20261121.1");
        assertThat(MessageIds.one("<>")).isEmpty();
    }

    @Test
    void refusesToWriteAnIdThatWouldEndItsField() {
        assertThat(MessageIds.require("Message-ID", "a\r\n@b")).isEqualTo("a@b");
        assertThatThrownBy(() -> MessageIds.require("Message-ID", "a>@b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Message-ID")
                .hasMessageNotContaining("a>@b");
    }
}
