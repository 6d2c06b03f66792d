package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.template.Placeholders.Filled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    private static final Map<String, String> VALUES =
            Map.of("customer.name", "Anna", "ticket.number", "1001", "_x1", "y");

    @Nested
    class AKnownName {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{{customer.name}}",
                    "{{ customer.name }}",
                    "{{\tcustomer.name\n}}",
                    "{{-customer.name-}}",
                    "{{ customer.name | default: \"there\" }}",
                    "{{customer.name|default:'there'}}"
                })
        void isReplacedByItsValue(String placeholder) {
            assertThat(clean("Hello " + placeholder + ", hello")).isEqualTo("Hello Anna, hello");
        }

        @Test
        void isReplacedWhereverItStands() {
            assertThat(clean("{{customer.name}}{{_x1}} {{ticket.number}}{{customer.name}}"))
                    .isEqualTo("Annay 1001Anna");
        }

        @Test
        void isEscapedWhenItIsPutIn() {
            Filled filled = Placeholders.fill("<b>{{v}}</b>", Map.of("v", "<i>"), value -> value.replace("<", "&lt;"));
            assertThat(filled).isEqualTo(new Filled("<b>&lt;i></b>", List.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{{ticket.number}}", "{{unknown}}", "{% if x %}", "%NAME%", "$1 \\", "[name]"})
        void isNotFilledAgainWhateverItsValueSays(String value) {
            Filled filled = fill("Hello {{v}}!", Map.of("v", value, "ticket.number", "1001"));
            assertThat(filled.text()).isEqualTo("Hello " + value + "!");
        }

        @Test
        void doesNotMakeAPlaceholderOfItsNeighbours() {
            assertThat(fill("{{a}}{ customer.name }{{b}}", Map.of("a", "{", "b", "}"))
                            .text())
                    .isEqualTo("{{ customer.name }}");
        }
    }

    @Nested
    class AFallback {
        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "{{ n | default: \"there\" }}          ~ there",
                    "{{n|default:'dear customer'}}        ~ dear customer",
                    "{{ n | default: &quot;there&quot; }}  ~ there",
                    "{{ n | default: \"it's\" }}           ~ it's",
                    "{{ n | default: 'say \"hi\"' }}       ~ say \"hi\"",
                })
        void standsForAValueThatIsNotThere(String placeholder, String fallback) {
            assertThat(clean(placeholder)).isEqualTo(fallback);
        }

        @Test
        void canBeNothing() {
            assertThat(clean("Hello{{ customer.greeting | default: \"\" }},")).isEqualTo("Hello,");
        }

        @Test
        void isEscapedToo() {
            assertThat(Placeholders.fill("{{ n | default: 'a' }}", VALUES, value -> "(" + value + ")")
                            .text())
                    .isEqualTo("(a)");
        }
    }

    @Nested
    class AnUnknownName {
        @Test
        void isAFindingThatPointsAtItAndNamesTheKnownOnes() {
            Filled filled = fill("Your name is {{ customer.nmae }}.", VALUES);
            assertThat(filled.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED);
                assertThat(finding.problem()).isEqualTo("There is no value for {{customer.nmae}}.");
                assertThat(finding.span()).contains(new Finding.Span(13, 32, "{{ customer.nmae }}"));
                assertThat(finding.remedy()).contains("[_x1, customer.name, ticket.number]");
            });
        }

        @Test
        void isOneOfManyAndAllAreReported() {
            assertThat(fill("{{a}} {{customer.name}} {{b}} {{a}}", VALUES).findings())
                    .hasSize(3);
        }
    }

    /** A finding points into what the author wrote, whatever was put in before it. */
    @Nested
    class ThePlaceOfAFinding {
        private static final Map<String, String> VALUES =
                Map.of("customer.name", "Anna-Maria von und zu Hohenstein", "x", "", "bad", "null");

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "{{customer.name}}, {{ n | default: \"[your name]\" }}    ~ [your name]",
                    "Hi {{x}}{{customer.name}}, this is [your name].            ~ [your name]",
                    "{{customer.name}} {{ nobody }} {{customer.name}}           ~ {{ nobody }}",
                    "{{customer.name}}\\n{%  {{x}} if %}                        ~ {%  {{x}} if %}",
                    "Dear ,\\n{{customer.name}}                                 ~ `Dear `",
                    "Dear {{x}},                                                ~ Dear {{x}}",
                    "{{customer.name}}:\\nDear {{bad}},\\nhello                 ~ Dear {{bad}},",
                    "Dear {{ n | default: \"\" }},                            ~ Dear {{ n | default: \"\" }}",
                    "{{x}}Hello Mr {{x}},\\nit left                             ~ Hello Mr {{x}}",
                })
        void isThatInTheTextOfTheAuthor(String escaped, String piece) {
            String text = escaped.replace("\\n", "\n");

            assertThat(fill(text, VALUES).findings())
                    .flatExtracting(finding -> finding.span().stream().toList())
                    .contains(new Finding.Span(text.indexOf(piece), text.indexOf(piece) + piece.length(), piece))
                    .allSatisfy(span ->
                            assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()));
        }

        @Test
        void doesNotTellWhatWasPutIn() {
            assertThat(fill("Dear {{customer.name}},", Map.of("customer.name", "??"))
                            .findings())
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.span()).contains(new Finding.Span(0, 23, "Dear {{customer.name}},")));
        }
    }

    @Test
    void namesAreListedInTheirOrderWithOrWithoutFallback() {
        assertThat(Placeholders.names("{{ b }} {{a | default: 'x'}} {{b}} {{ a | upcase }}"))
                .containsExactly("b", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}}",
                "{{a ",
                "{{ a | default: \"",
                "${",
                "%A_",
                "[your ",
                "*|A",
                "<%",
                "Dear ",
                "Dear\n",
                " ",
                "{a."
            })
    void takesTimeInProportionToTheLength(String piece) {
        assertIsRead(piece.repeat(200_000 / piece.length()));
    }

    @Test
    void takesAMegabyteOfBraces() {
        assertIsRead("{{".repeat(500_000));
    }

    private static void assertIsRead(String text) {
        Filled filled = assertTimeout(Duration.ofSeconds(10), () -> fill(text, VALUES));
        assertThat(filled.text()).isEqualTo(text);
    }

    private static Filled fill(String text, Map<String, String> values) {
        return Placeholders.fill(text, values, UnaryOperator.identity());
    }

    private static String clean(String text) {
        Filled filled = fill(text, VALUES);
        assertThat(filled.findings()).isEmpty();
        return filled.text();
    }
}
