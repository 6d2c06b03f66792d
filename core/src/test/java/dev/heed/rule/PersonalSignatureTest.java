package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P01 and P02 for the signature that Heed puts below a message; what stands above it is in {@link SignOffTest}. */
class PersonalSignatureTest {
    private final CameraShop shop = CameraShop.open();

    @Nested
    class Passes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Maria Keller",
                    "maria keller",
                    "MARIA KELLER",
                    "Keller, Maria",
                    "Keller Maria",
                    "Dr. Maria Keller",
                    "Ms Maria Keller",
                    "Maria Keller, Order Support",
                    "Maria Keller (Returns)",
                    "Maria Keller from Lumen",
                    "Maria Keller, E-1001",
                    "Your adviser, Maria Keller",
                    "Maria Keller (Returns & Refunds)",
                    "i.A. Maria Keller",
                    "p.p. Maria Keller"
                })
        void theFullNameInItsSpellings(String name) {
            assertThat(named(CameraShop.MARIA, name)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Maria Keller, Order Support",
                    "Maria Keller (Returns)",
                    "Maria Keller (Returns & Refunds)",
                    "Your adviser, Maria Keller",
                    "Maria Keller from Lumen",
                    "Maria Keller from the Lumen Team",
                    "For the Lumen Team: Maria Keller",
                    "For the Lumen Team, Maria Keller",
                    "Für das Lumen-Team: Maria Keller",
                    "Lumen Cameras GmbH, Maria Keller",
                    "Maria Keller por el equipo de Lumen",
                    "Maria Keller pour l'équipe Lumen",
                    "Maria Keller für das Lumen-Team",
                    "Maria Keller for the Lumen Team",
                    "Maria Keller, Lumen Team",
                    "Maria Keller, Teamleiterin",
                    "Maria Keller, Customer Support Team",
                    "Ihre Kundenberaterin Maria Keller",
                    "Maria Keller vom Lumen-Team",
                    "Maria Keller, Büroleitung",
                    "Lumen | Maria Keller",
                    "Keller, Maria"
                })
        void theFullNameWithWhatSheDoesAndForWhom(String name) {
            assertThat(named(CameraShop.MARIA, name)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Order support",
                    "Head of Returns & Refunds",
                    "Team lead",
                    "Kundenservice",
                    "Lumen Support Team",
                    "Sales & Marketing",
                    "Assistant to Jürgen Groß",
                    "Büro Jürgen Groß",
                    "Returns and refunds",
                    "Leiterin Kundenservice",
                    "Sales (EMEA)",
                    "R&D"
                })
        void anyRoleOfOnePerson(String role) {
            assertThat(inTheRole(role)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Jürgen Groß", "Jurgen Gross", "Juergen Gross", "JÜRGEN GROSS", "Ju\u0308rgen Groß"})
        void umlautsHoweverTheyAreTyped(String name) {
            assertThat(named(CameraShop.JUERGEN, name)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"王小明", "王 小明", "Wang Xiaoming", "Xiaoming Wang"})
        void aNameInItsOwnScriptAndARegisteredAlias(String name) {
            assertThat(named(CameraShop.WANG, name)).isEmpty();
        }
    }

    @Nested
    class IsNotPersonal {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Lumen",
                    "Lumen Cameras GmbH",
                    "Lumen Team",
                    "Your Lumen Team",
                    "Lumen Customer Care",
                    "Customer Service",
                    "Support",
                    "SUPPORT TEAM",
                    "Returns",
                    "hello",
                    "The Helpdesk",
                    "Ihr Kundenservice",
                    "Ihr Lumen-Team",
                    "Kundenbetreuung",
                    "L'équipe Lumen",
                    "Votre service client",
                    "Atención al cliente",
                    "El equipo de Lumen",
                    "The Maria Team",
                    "Maria and Tom",
                    "Maria Keller & Jürgen Groß",
                    "Maria Keller, Jürgen Groß",
                    "Maria Keller / Jürgen",
                    "Maria Keller with Jürgen",
                    "Maria Keller and Team",
                    "Maria Keller und das Lumen-Team",
                    "Maria Keller et toute l'équipe",
                    "Maria Keller y el equipo",
                    "M. K.",
                    "MK",
                    "First Last",
                    "{{agent.name}}",
                    "[Your name]",
                    "N.N.",
                    "maria@lumen.example",
                    "S u p p o r t",
                    "Supp0rt",
                    "Suppоrt Team"
                })
        void whateverNamesNoPerson(String name) {
            assertThat(named(CameraShop.MARIA, name))
                    .extracting(Finding::code)
                    .containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "The Lumen Team (Maria Keller)",
                    "The Lumen Team, Maria Keller",
                    "Lumen Team: Maria Keller",
                    "Team Lumen - Maria Keller",
                    "Maria Keller mit Team",
                    "Büro Maria Keller",
                    "Maria Keller Bot",
                    "{Maria Keller}",
                    "Maria Keller, Ihr Kundenservice und alle Kollegen",
                    "Maria Keller with the whole team",
                    "[Maria Keller]"
                })
        void evenTheOwnNameIfItNamesAGroupTheProgramOrABlank(String name) {
            assertThat(named(CameraShop.MARIA, name))
                    .extracting(Finding::code)
                    .containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Jürgen Groß", "and Jürgen Groß", "& Team", "und Team", "[Role]", "{role}", "<role>"})
        void aRoleThatNamesOthersOrABlank(String role) {
            assertThat(inTheRole(role)).extracting(Finding::code).containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Maria\u200b Keller", "Mariа Keller", "Ｍaria Keller", "Maria \u202eKeller"})
        void evenTheOwnNameIfItIsWrittenInTricks(String name) {
            assertThat(named(CameraShop.MARIA, name))
                    .extracting(Finding::code)
                    .containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
        }

        @Test
        void isShownWithItsRemedy() {
            assertThat(named(CameraShop.WANG, "Lumen Team")).singleElement().satisfies(finding -> {
                assertThat(finding.span()).contains(new Finding.Span(0, 10, "Lumen Team"));
                assertThat(finding.problem())
                        .contains("not the signature of a person")
                        .doesNotContain("Lumen Team");
                assertThat(finding.remedy()).contains("the full name or a registered alias of agent wang");
            });
        }
    }

    @Nested
    class IsMissing {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Anna Schmidt",
                    "Maria Kellermann",
                    "Maria",
                    "Keller",
                    "M. Keller",
                    "Maria Schmidt",
                    "Wang Xiaoming"
                })
        void whenItIsNotTheWholeNameOfTheAuthor(String name) {
            assertThat(named(CameraShop.MARIA, name))
                    .extracting(Finding::code)
                    .containsExactly(PracticeCode.SIGNATURE_MISSING);
        }

        @Test
        void whenItIsBlank() {
            assertThat(named(CameraShop.MARIA, " ")).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(PracticeCode.SIGNATURE_MISSING);
                assertThat(finding.span()).isEmpty();
                assertThat(finding.remedy()).contains("the full name of agent maria");
            });
        }

        @Test
        void whenItIsAColleaguesAndTellsWhose() {
            assertThat(named(CameraShop.MARIA, "Jürgen Groß"))
                    .singleElement()
                    .extracting(Finding::problem)
                    .asString()
                    .contains("agent maria")
                    .contains("in the name of agent juergen");
        }
    }

    @Test
    void saysWhatIsWrongWithSignatureAndTextAtOnce() {
        Signature signature = Signature.of("Lumen Team").withEmployeeId("E-1001");
        assertThat(shop.rules()
                        .check(new Draft.ByAgent(CameraShop.MARIA, signature, "Done.\n\nBest regards\nSupport Team")))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(PracticeCode.SIGNATURE_NOT_PERSONAL));
    }

    @Test
    void canBeSwitchedOff() {
        Draft draft = new Draft.ByAgent(
                CameraShop.MARIA, Signature.of("Lumen Team").withEmployeeId("E-1001"), "Your order left this morning.");
        assertThat(CameraShop.without(PracticeCode.SIGNATURE_NOT_PERSONAL)
                        .rules()
                        .check(draft))
                .isEmpty();
    }

    @Test
    void knowsOnlyTheAgentsOfItsDesk() {
        Agent stranger = Agent.builder("x", "Xenia Weber").employeeId("E-9").build();
        assertThatThrownBy(() -> shop.signed(stranger, Signature.of(CameraShop.MARIA)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Agent x is not of this desk");
    }

    private List<Finding> inTheRole(String role) {
        return shop.signed(CameraShop.MARIA, Signature.of(CameraShop.MARIA).withRole(role));
    }

    private List<Finding> named(Agent author, String name) {
        return shop.signed(author, Signature.of(author).withName(name));
    }
}
