package dev.heed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.config.ConfigNode.Kind;
import dev.heed.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentsTest {
    @Test
    void everyValueKnowsItsPathItsLineAndItsColumn() {
        ConfigNode root = JsonDocuments.read("""
                {"a": [1.50, true, null,
                  {"b c": "d", "$e-1": {}}]}
                """);
        ConfigNode list = root.field("a").orElseThrow();
        ConfigNode last = list.elements().get(3);

        assertThat(root.path()).isEmpty();
        assertThat(list.elements())
                .extracting(ConfigNode::kind)
                .containsExactly(Kind.NUMBER, Kind.TRUTH, Kind.NOTHING, Kind.OBJECT);
        assertThat(list.elements().get(0).text()).isEqualTo("1.50");
        assertThat(last.path()).isEqualTo("a[3]");
        assertThat(last.line()).isEqualTo(2);
        assertThat(last.column()).isEqualTo(3);
        assertThat(last.field("b c").orElseThrow().path()).isEqualTo("a[3][\"b c\"]");
        assertThat(last.field("$e-1").orElseThrow().path()).isEqualTo("a[3].$e-1");
        assertThat(last.field("b c").orElseThrow().problem("x", "y").what())
                .isEqualTo("At a[3][\"b c\"], line 2, column 11: x");
        assertThat(last.field("b c").orElseThrow().nameProblem("x", "y").what())
                .isEqualTo("At a[3][\"b c\"], line 2, column 4: x");
    }

    @Test
    void nothingOfATreeCanBeChanged() {
        ConfigNode root = JsonDocuments.read("{\"a\": [1]}");
        ConfigNode list = root.field("a").orElseThrow();

        assertThatThrownBy(() -> root.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.elements().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"a\": 2}             | At a, line 1, column 10      | has this field twice",
                "{\"a\": 1 // no                  | At the top, line 1           | is not JSON",
                "{\"a\": [1,]}                    | At a[1], line 1, column 10   | is not JSON",
                "{'a': 1}                         | At the top, line 1, column 2 | is not JSON",
                "{\"a\": 1} x                     | At the top, line 1           | is not JSON",
                "{\"a\": 1} {}                    | At the top, line 1, column 10| goes on after its end",
                "{\"a\": {\"b\": x}}              | At a, line 1, column          | is not JSON",
                "{\"a\": NaN}                     | At the top, line 1, column                | is not JSON",
                "{\"a\": 010}                     | At the top, line 1, column                | is not JSON",
                "{\"a\": 1                        | At the top, line 1           | is not JSON",
                "{\"a\": \"b                      | At a, line 1                 | is not JSON"
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String json, String place, String said) {
        assertThatThrownBy(() -> JsonDocuments.read(json))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "null"})
    void anEmptyDocumentIsRefused(String json) {
        assertThatThrownBy(() -> JsonDocuments.read(json)).hasMessageContaining("The JSON document is empty.");
    }

    @Test
    @Timeout(20)
    void limitsHold() {
        String deep = "[".repeat(ConfigTree.DEEPEST) + "]".repeat(ConfigTree.DEEPEST);
        assertThat(JsonDocuments.read(deep).kind()).isEqualTo(Kind.LIST);
        assertThatThrownBy(() -> JsonDocuments.read("[" + deep + "]"))
                .hasMessageContaining("line 1, column 33")
                .hasMessageContaining("deeper than 32 levels");
        assertThatThrownBy(() -> JsonDocuments.read("{\"a\": " + "9".repeat(100) + "}"))
                .hasMessageContaining("beyond a limit");
        assertThatThrownBy(() -> JsonDocuments.read("{\"" + "a".repeat(300) + "\": 1}"))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> JsonDocuments.read("[" + "1,".repeat(ConfigTree.MOST_VALUES) + "1]"))
                .hasMessageContaining("more than 500000 values");
        assertThatThrownBy(() -> JsonDocuments.read(" ".repeat(ConfigTree.LONGEST_TEXT + 1)))
                .hasMessageContaining("At most 4194304 are read");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(JsonDocuments.read("\uFEFF{\"a\": 1}").fields()).containsOnlyKeys("a");
    }
}
