package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.template.Placeholders.Filled;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never reach a customer; what may is in {@link HarmlessTextTest}. */
class RawPlaceholdersTest {
    private static final Map<String, String> VALUES = Map.of("customer.name", "Anna");

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
                    "[APELLIDO]",
                    "XXXXX",
                    "____",
                    "________",
                    "INSERT NAME HERE",
                    "INSERT PRODUCT HERE",
                    "Lorem ipsum",
                    "lorem ipsum dolor",
                    "@Model.Name",
                    "@ViewBag.Title",
                    "{prénom}",
                    "{NAME}",
                    "{FIRST_NAME}",
                    "{name|upper}",
                    "{customer.name | upper}",
                    "<name>",
                    "<First Name>",
                    "&lt;name&gt;",
                    "«Name»",
                    "«Vorname»",
                    "%VORNAME%",
                    "${name}",
                    "${prénom}",
                    "[[name]]",
                    "[[prénom]]",
                    "{{{customer.name}}}",
                    "{{{ customer.name }}}",
                    ":agent_name",
                    ":order_id"
                })
        void isAFinding(String raw) {
            Filled filled = fill("We wrote " + raw + " to you.", VALUES);
            assertThat(filled.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.code()).isEqualTo(PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED);
                assertThat(finding.span()).isPresent();
            });
        }

        @Test
        void isPointedAt() {
            assertThat(fill("{{customer.name}}, your ${order} is ready", VALUES).findings())
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.span().map(Finding.Span::text)).contains("${order}"));
        }
    }

    @Nested
    class AGreetingOfNobody {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Dear ,",
                    "Dear,",
                    "Hello ,",
                    "Hi null,",
                    "Hello undefined!",
                    "Dear None,",
                    "Dear N/A,",
                    "Dear unknown,",
                    "Dear ?,",
                    "Dear Mr null,",
                    "Dear Mrs. ,",
                    "Good morning ,",
                    "  dear null ,",
                    "Hallo ,",
                    "Liebe ,",
                    "Lieber,",
                    "Liebe(r) null,",
                    "Sehr geehrte Frau ,",
                    "Sehr geehrter Herr null,",
                    "Guten Tag null,",
                    "Bonjour null,",
                    "Cher ,",
                    "Chère Madame null,",
                    "Salut undefined,",
                    "Hola null:",
                    "Hola :",
                    "Estimado ,",
                    "Estimada señora ,",
                    "Querida null,",
                    "Dear Dr. null,",
                    "Dear Prof. Dr. null,",
                    "Dear null null,",
                    "Bonsoir null",
                    "Hello undefined,",
                    "Hola ,",
                    "Hallo  ,",
                    "Guten Morgen null,",
                    "Buenos días null,",
                    "Dear Mr.,",
                    "Sehr geehrter Herr,",
                    "Estimado Sr.:",
                    "Dear (null),",
                    "Dear [object Object],",
                    "Dear %s,",
                    "Hi {0},",
                    "Dear XXX,",
                    "Hi NAME,",
                    "Dear Customer Name,",
                    "Hallo Vorname,"
                })
        void isAFinding(String greeting) {
            assertThat(fill(greeting + "\n\nyour parcel is here.", VALUES).findings())
                    .singleElement()
                    .extracting(Finding::problem)
                    .isEqualTo("The greeting has no name in it.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Dear [Name], fill in the form.", "Dear <name>,", "Hola «Nombre»:", "Hi ____,"})
        void isFoundWhateverElseIsSaidOnTheLine(String greeting) {
            assertThat(fill(greeting, VALUES).findings())
                    .extracting(Finding::problem)
                    .contains("The greeting has no name in it.");
        }

        @Test
        void isFoundAfterFilling() {
            assertThat(fill("Dear {{ customer.title | default: '' }},", VALUES).findings())
                    .isNotEmpty();
            assertThat(fill("Dear {{v}},", Map.of("v", "null")).findings()).isNotEmpty();
        }
    }

    private static Filled fill(String text, Map<String, String> values) {
        return Placeholders.fill(text, values, UnaryOperator.identity());
    }
}
