package dev.heed.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one word, however it is written. */
class SearchWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is it? | where is it",
                "Größe GRÖSSE grösse | grosse",
                "Caf\u00e9 cafe\u0301 ＣＡＦＥ | cafe",
                "A-1001/b | a 1001 b",
                "ﬁn x² ½ | fin x2 1 2",
                "ΣΊΣΥΦΟΣ Σίσυφος | σισυφοσ",
                "\u0130stanbul | istanbul",
                "soft\u00adhyphen | softhyphen",
                "配送 | 配 送",
                "がか | が か",
                "배송은 ab | 배 송 은 ab",
                "हिन्दी | हिनदी",
                "don't@shop.example | don t shop example",
                "\ud835\udc00\ud83d\ude00b | a b"
            })
    void textsAreTakenApart(String text, String words) {
        assertThat(String.join(" ", SearchWords.of(text))).isEqualTo(words);
    }

    @Test
    void aWordThatIsTooLongCountsUpToItsLimit() {
        assertThat(SearchWords.of("a".repeat(100_000))).containsExactly("a".repeat(64));
        assertThat(SearchWords.of("...")).isEmpty();
    }

    @Property
    void theWordsOfATextAreTheirOwnWords(@ForAll String text) {
        var words = SearchWords.of(text);

        assertThat(SearchWords.of(String.join(" ", words))).isEqualTo(words);
    }
}
