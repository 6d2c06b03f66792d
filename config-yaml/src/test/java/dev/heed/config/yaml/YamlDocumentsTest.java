package dev.heed.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.config.ConfigNode;
import dev.heed.config.ConfigNode.Kind;
import dev.heed.config.ConfigTree;
import dev.heed.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentsTest {
    @Test
    void everyValueKnowsItsPathItsLineAndItsColumn() {
        ConfigNode root = YamlDocuments.read("""
                # a comment
                calendars:
                  office:
                    week: {monday: ["09:00-12:00", 13:00-17:00]}
                """);
        ConfigNode monday = root.field("calendars")
                .orElseThrow()
                .field("office")
                .orElseThrow()
                .field("week")
                .orElseThrow()
                .field("monday")
                .orElseThrow();
        ConfigNode window = monday.elements().get(1);

        assertThat(window.text()).isEqualTo("13:00-17:00");
        assertThat(window.path()).isEqualTo("calendars.office.week.monday[1]");
        assertThat(window.line()).isEqualTo(4);
        assertThat(window.column()).isEqualTo(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22:00",
                "1:30:00",
                "2026-12-24",
                "2026-06-01T00:00:00Z",
                "no",
                "on",
                "off",
                "yes",
                "n",
                "8h",
                "PT8H",
                "09:00-17:00",
                "<<",
                "1.2.3"
            })
    void whatLooksLikeSomethingElseInOtherYamlIsAText(String text) {
        ConfigNode value = YamlDocuments.read("a: " + text).field("a").orElseThrow();

        assertThat(value.kind()).isEqualTo(Kind.TEXT);
        assertThat(value.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "no", "on", "22:00", "010", "12", "true"})
    void aNameIsAText(String name) {
        assertThat(YamlDocuments.read(name + ": x").fields()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @CsvSource({
        "010, NUMBER",
        "1_000, NUMBER",
        "0x1F, NUMBER",
        "1e3, NUMBER",
        "true, TRUTH",
        "FALSE, TRUTH",
        "~, NOTHING"
    })
    void numbersStayAsTheyWereWritten(String written, Kind kind) {
        ConfigNode value = YamlDocuments.read("a: " + written).field("a").orElseThrow();

        assertThat(value.kind()).isEqualTo(kind);
        if (kind == Kind.NUMBER) {
            assertThat(value.text()).isEqualTo(written);
        }
    }

    @Test
    void whatIsInQuotesIsAText() {
        assertThat(YamlDocuments.read("a: ['010', \"true\", '~']")
                        .field("a")
                        .orElseThrow()
                        .elements())
                .extracting(ConfigNode::kind)
                .containsOnly(Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: ''", "a: \"\"", "{\"a\": \"\"}", "a: &x \"\"", "# \uD83D\uDE00\na: ''\nb: 1", "a: |\nb: 1"})
    void anEmptyTextInQuotesIsATextAsItIsInJson(String written) {
        ConfigNode value = YamlDocuments.read(written).field("a").orElseThrow();

        assertThat(value.kind()).isEqualTo(Kind.TEXT);
        assertThat(value.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\nb: 1",
                "a:\n\"b\": 1",
                "a: &x\n\"b\": 1",
                "{a: , b: 1}",
                "{\"a\":, \"b\": 1}",
                "a: # \"\"\nb: 1"
            })
    void whatIsLeftEmptyIsNothing(String yaml) {
        assertThat(YamlDocuments.read(yaml).field("a").orElseThrow().kind()).isEqualTo(Kind.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# only a comment\n", "---\n", "---\n...\n"})
    void anEmptyDocumentIsRefused(String yaml) {
        assertThatThrownBy(() -> YamlDocuments.read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The YAML document is empty.");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() {
        Map<String, List<String>> refused = Map.ofEntries(
                Map.entry("a: 1\nb: 2\na: 3", List.of("At a, line 3, column 1", "twice")),
                Map.entry("a:\n  - x: &b [1]\n    y: *b", List.of("At a[0].y, line 3, column 8", "alias")),
                Map.entry("a: &k b\n*k : c", List.of("line 2, column", "not YAML")),
                Map.entry("a: {<<: *x}", List.of("At a.<<, line 1".replace("a.<<", "a[\"<<\"]"), "alias")),
                Map.entry("a: !!java.net.URL [x]", List.of("At a, line 1, column", "a tag")),
                Map.entry("# \uD83D\uDE00\n!!java.net.URL a: b", List.of("At the top, line 2, column 1", "a tag")),
                Map.entry("a: {x: y, &n !own b: c}", List.of("At a, line 1, column 11", "a tag")),
                Map.entry("? !!str a\n: b", List.of("At the top, line 1, column 3", "a tag")),
                Map.entry("a: !own x", List.of("At a, line 1, column", "a tag")),
                Map.entry("!!java.lang.Runtime {a: b}", List.of("At the top, line 1", "a tag")),
                Map.entry("a: 1\n---\nb: 2", List.of("line 3, column 1", "followed by another one")),
                Map.entry("a: 1\n---\n", List.of("followed by another one")),
                Map.entry("a:\n\t- b", List.of("At a, line 2, column 1", "a tab")),
                Map.entry("? [a, b]\n: c", List.of("line 1", "not YAML")),
                Map.entry("a: [b, c", List.of("line 1", "not YAML")),
                Map.entry("a: b: c", List.of("At the top, line 1, column 5", "not YAML")),
                Map.entry("a: 1\nb: \u0007x", List.of("line 2, column 4", "U+0007")),
                Map.entry("a: \uD800", List.of("line 1, column 4", "U+D800")),
                Map.entry("a: 'b", List.of("line 1", "not YAML")),
                Map.entry("%YAML 9.9999999999\n---\na: b", List.of("line 1", "not YAML")));

        refused.forEach((yaml, said) -> assertThatThrownBy(() -> YamlDocuments.read(yaml))
                .as(yaml)
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(said).allSatisfy(part -> assertThat(e.problem()).contains(part));
                    assertThat(e.remedy()).isNotBlank();
                }));
    }

    @Test
    @Timeout(20)
    void whatGrowsWhenItIsReadIsRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 20; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThatThrownBy(() -> YamlDocuments.read(laughs.toString())).hasMessageContaining("an alias");

        for (String part : List.of("[", "{a: ", "- ", "? ", "!", "&a ", "\"", "a: [", "{", "- - ")) {
            String many = part.repeat(200_000);
            assertThatThrownBy(() -> YamlDocuments.read(many)).as(part).isInstanceOf(ConfigurationException.class);
        }
        assertThatThrownBy(() -> YamlDocuments.read("a: " + "x".repeat(ConfigTree.LONGEST_TEXT)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void depthIsSaidWithItsPlace() {
        String deep = "[".repeat(ConfigTree.DEEPEST + 1) + "]".repeat(ConfigTree.DEEPEST + 1);

        assertThatThrownBy(() -> YamlDocuments.read(deep))
                .hasMessageContaining("line 1, column " + (ConfigTree.DEEPEST + 1))
                .hasMessageContaining("deeper than 32 levels");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(YamlDocuments.read("\uFEFFa: b").fields()).containsOnlyKeys("a");
    }
}
