package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentTest {
    private final Agent.Builder maria = Agent.builder("maria", "Maria Keller");

    @Nested
    class IsBuilt {
        @ParameterizedTest
        @ValueSource(strings = {"+49 30 901820", "(030) 90-18-20", "0301 901820 ext. 12", "117"})
        void withADirectLineHoweverItIsWritten(String line) {
            assertThat(maria.directLine(line).build().directLine()).contains(line);
        }

        @ParameterizedTest
        @ValueSource(strings = {"E-1017", "117", "maria7", "四七1", "a.b/3"})
        void withAnEmployeeIdThatCanBeQuoted(String id) {
            assertThat(maria.employeeId(id).build().employeeId()).contains(id);
        }

        @Test
        void withAnAliasBehindWhichThereIsAnEmployeeId() {
            assertThat(maria.alias("Mia Berg").employeeId("E-1").build().aliases())
                    .containsExactly("Mia Berg");
        }

        @Test
        void withARole() {
            assertThat(maria.role("Order support").employeeId("E-1").build().role())
                    .contains("Order support");
        }

        @ParameterizedTest
        @ValueSource(strings = {"王小明", "عمر خالد", "Suharto", "Jean-Pierre Lefèvre", "A. R. Rahman"})
        void underANameInItsOwnOrderAndScript(String name) {
            assertThat(Agent.builder("a", name).employeeId("E-1").build().fullName())
                    .isEqualTo(name);
        }

        @Test
        void withoutBlanksAround() {
            Agent agent = Agent.builder("maria", "  Maria Keller ")
                    .alias(" Mia\t")
                    .role(" Orders ")
                    .directLine(" 117 ")
                    .employeeId(" E-1 ")
                    .build();
            assertThat(agent.fullName()).isEqualTo("Maria Keller");
            assertThat(agent.aliases()).containsExactly("Mia");
            assertThat(agent.role()).contains("Orders");
            assertThat(agent.directLine()).contains("117");
            assertThat(agent.employeeId()).contains("E-1");
        }

        @Test
        void onceAndDoesNotChangeWithItsBuilder() {
            Agent before = maria.employeeId("E-1").build();
            maria.alias("Mia Berg").role("Orders").build();
            assertThat(before.aliases()).isEmpty();
            assertThat(before.role()).isEmpty();
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withoutAnyWayBack() {
            assertThat(refusal().has(PracticeCode.REACH_BACK_MISSING)).isTrue();
            assertThat(refusal()).hasMessageContaining("directLine(…) or employeeId(…)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ask for Maria", "+4", "12", "030 901820 or ask the team"})
        void withADirectLineThatIsNoNumber(String line) {
            maria.directLine(line);
            assertThat(refusal().has(PracticeCode.REACH_BACK_MISSING)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "7", "E1", "Maria", "E 1017", "E\t1017", "E1\u000017"})
        void withAnEmployeeIdThatCannotBeQuoted(String id) {
            maria.employeeId(id);
            assertThat(refusal().has(PracticeCode.REACH_BACK_MISSING)).isTrue();
        }

        @Test
        void withAnAliasThatLeadsBackToNobody() {
            maria.alias("Mia Berg").directLine("+49 30 901820");
            assertThat(refusal().has(PracticeCode.ALIAS_SHARED)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t"})
        void withoutAName(String name) {
            assertThatThrownBy(() -> Agent.builder("a", name).employeeId("E-1").build())
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            refused -> assertThat(refused.has(PracticeCode.SIGNATURE_MISSING))
                                    .isTrue());
        }

        @Test
        void withAllProblemsAtOnce() {
            ConfigurationException refused = catchThrowableOfType(
                    ConfigurationException.class,
                    () -> Agent.builder("a", " ")
                            .alias("Mia Berg")
                            .directLine("none")
                            .build());
            assertThat(refused.problems()).hasSize(3);
            assertThat(refused)
                    .hasMessageContaining("has no name")
                    .hasMessageContaining("is not a telephone number")
                    .hasMessageContaining("an alias but no employee id");
        }

        @Test
        void withABlankId() {
            assertThatThrownBy(() -> Agent.builder(" ", "Maria Keller")).isInstanceOf(InvalidInputException.class);
        }

        private ConfigurationException refusal() {
            return catchThrowableOfType(ConfigurationException.class, maria::build);
        }
    }

    @Test
    void namesItselfByIdOnly() {
        Agent agent = maria.employeeId("E-1").build();
        assertThat(agent).hasToString("Agent maria");
        assertThat(agent.id()).isEqualTo(AgentId.of("maria"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "E-000", "{{id1}}", "<id1>", "[id1]"})
    void anEmployeeIdThatIsABlankLeadsToNobody(String id) {
        assertThatThrownBy(
                        () -> Agent.builder("a", "Maria Keller").employeeId(id).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("employee id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "+00 000 0000"})
    void aDirectLineOfZerosLeadsToNobody(String line) {
        assertThatThrownBy(() ->
                        Agent.builder("a", "Maria Keller").directLine(line).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("direct line");
    }
}
