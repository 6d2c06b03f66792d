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
    private static final int MEGABYTE = 1_000_000;
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
        void isNotLookedAtAgainWhateverItsValueSays(String value) {
            Filled filled = fill("Hello {{v}}!", Map.of("v", value, "ticket.number", "1001"));
            assertThat(filled.text()).isEqualTo("Hello " + value + "!");
            assertThat(filled.findings()).isEmpty();
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

    @Nested
    class APlaceholderOfAnotherSystem {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{{ customer.name | upcase }}",
                    "{{ \"Anna\" }}",
                    "{{customer name}}",
                    "{{}}",
                    "{{ customer.name",
                    "customer.name }}",
                    "{{#if x}}",
                    "{{/if}}",
                    "{% if customer %}",
                    "{%customer.firstName%}",
                    "{% raw",
                    "${customer.name}",
                    "#{customer.name}",
                    "<%= customer.name %>",
                    "*|FNAME|*",
                    "*|MERGE1:X|*",
                    "{name}",
                    "{customer_name}",
                    "{customer.name}",
                    "{customer[name]}",
                    "{$name}",
                    "%FIRST_NAME%",
                    "%%FIRST_NAME%%",
                    "%%name%%",
                    "%FIRSTNAME%",
                    "%EMAIL%",
                    "%customer.name%",
                    "%customer_name%",
                    "__CUSTOMER_NAME__",
                    "[[customer_name]]",
                    "[[ticket.id]]",
                    "[Your Name]",
                    "[customer name]",
                    "[CUSTOMER_NAME]",
                    "[first name]",
                    "[order number]",
                    "[insert product name]",
                    "[Name]",
                    "[Vorname]",
                    "[Anrede]",
                    "[nom du client]",
                    "[Prénom]",
                    "[nombre del cliente]",
                    "[APELLIDO]"
                })
        void isAFinding(String raw) {
            Filled filled = fill("We wrote " + raw + " to you.", VALUES);
            assertThat(filled.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.code()).isEqualTo(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED);
                assertThat(finding.span()).isPresent();
            });
        }

        @Test
        void isPointedAtInWhatWasWritten() {
            String text = "{{customer.name}}, your ${order} is ready";
            assertThat(fill(text, VALUES).findings())
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.span()).contains(new Finding.Span(24, 32, text.substring(24, 32))));
        }
    }

    @Nested
    class AGreetingOfNobody {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Dear ,", "Dear,", "Hello ,", "Hi null,", "Hello undefined!", "Dear None,", "Dear N/A,",
                    "Dear unknown,", "Dear ?,", "Dear Mr null,", "Dear Mrs. ,", "Good morning ,", "  dear null ,",
                    "Hallo ,", "Liebe ,", "Lieber,", "Liebe(r) null,", "Sehr geehrte Frau ,", "Sehr geehrter Herr null,",
                    "Guten Tag null,", "Bonjour null,", "Cher ,", "Chère Madame null,", "Salut undefined,",
                    "Hola null:", "Hola :", "Estimado ,", "Estimada señora ,", "Querida null,"
                })
        void isAFinding(String greeting) {
            assertThat(fill(greeting + "\n\nyour parcel is here.", VALUES).findings())
                    .singleElement()
                    .extracting(Finding::problem)
                    .isEqualTo("The greeting has no name in it.");
        }

        @Test
        void isFoundAfterFilling() {
            assertThat(fill("Dear {{ customer.title | default: '' }},", VALUES).findings())
                    .isNotEmpty();
            assertThat(fill("Dear {{v}},", Map.of("v", "null")).findings()).isNotEmpty();
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
                "{{", "}}", "{{a ", "{{ a | default: \"", "${", "%A_", "[your ", "*|A", "<%", "Dear ", "Dear\n", " ", "{a."
            })
    void takesTimeInProportionToTheLength(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertTimeout(Duration.ofSeconds(10), () -> assertThat(
                        fill(text, VALUES).text().length())
                .isEqualTo(text.length()));
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
