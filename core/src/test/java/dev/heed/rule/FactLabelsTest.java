package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactLabelsTest {
    @Test
    void aShopAddsItsOwnAndKeepsThoseOfHeed() {
        FactLabels labels = FactLabels.builtIn()
                .with("Club card", "Clubkarte", "Vorteils-Nr.")
                .with("order-number", "Größe");
        assertThat(labels.all().get(FactKey.of("club-card")))
                .containsExactly(List.of("clubkarte"), List.of("vorteils", "nr"));
        assertThat(labels.all().get(FactKey.of("order-number")))
                .contains(List.of("order", "number"), List.of("grosse"));
        assertThat(FactLabels.builtIn().all()).doesNotContainKey(FactKey.of("club-card"));
    }

    @Test
    void aLabelWithoutAWordIsRefused() {
        assertThatThrownBy(() -> FactLabels.builtIn().with("club-card", "Clubkarte", "…"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("club-card");
    }

    /** What is not written as it is compared never matches. */
    @ParameterizedTest
    @ValueSource(strings = {"fact-labels.txt", "request-words.txt", "claim-words.txt"})
    void theFilesAreWrittenAsTheyAreCompared(String file) {
        Map<String, List<List<String>>> sections = WordFile.read(file);
        assertThat(sections).isNotEmpty();
        Stream<List<String>> phrases = sections.values().stream().flatMap(List::stream);
        assertThat(phrases)
                .allSatisfy(
                        phrase -> assertThat(Words.of(String.join(" ", phrase)).folded())
                                .isEqualTo(phrase)
                                .isNotEmpty());
        sections.forEach((name, section) -> assertThat(section).as(name).doesNotHaveDuplicates());
    }
}
