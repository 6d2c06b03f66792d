package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Agent;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @Nested
    class OfAnAgent {
        private final Agent maria = Agent.builder("maria", "Maria Keller")
                .alias("Mia Berg")
                .role("Order support")
                .directLine("+49 30 901820")
                .employeeId("E-1001")
                .build();

        @Test
        void hasTheFullNameTheRoleAndEveryWayBack() {
            assertThat(Signature.of(maria))
                    .isEqualTo(new Signature(
                            "Maria Keller",
                            Optional.of("Order support"),
                            Optional.of("+49 30 901820"),
                            Optional.of("E-1001")));
        }

        @Test
        void canBearAnAliasAndKeepsTheRest() {
            Signature alias = Signature.of(maria).withName("Mia Berg");
            assertThat(alias.name()).isEqualTo("Mia Berg");
            assertThat(alias.withName("Maria Keller")).isEqualTo(Signature.of(maria));
        }

        @Test
        void hasOnlyWhatIsRegistered() {
            Signature jana = Signature.of(
                    Agent.builder("jana", "Jana Nováková").employeeId("E-1002").build());
            assertThat(jana.role()).isEmpty();
            assertThat(jana.directLine()).isEmpty();
            assertThat(jana.employeeId()).contains("E-1002");
        }
    }

    @Nested
    class OfANameAlone {
        private final Signature name = Signature.of(" Maria Keller ");

        @Test
        void hasNoBlanksAroundAndNothingElse() {
            assertThat(name)
                    .isEqualTo(new Signature("Maria Keller", Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Test
        void growsPartByPart() {
            Signature grown = name.withRole("Orders").withDirectLine("117").withEmployeeId("E-1");
            assertThat(grown)
                    .isEqualTo(new Signature(
                            "Maria Keller", Optional.of("Orders"), Optional.of("117"), Optional.of("E-1")));
            assertThat(name.role()).isEmpty();
        }
    }

    @Nested
    class IsRefused {
        @ParameterizedTest
        @ValueSource(strings = {"Maria\nXYZ Team", "Maria\r\nBcc: a@b.example", "Maria\tKeller", "Maria\u0000Keller"})
        void ifANameIsMoreThanOneLine(String name) {
            assertThatThrownBy(() -> Signature.of(name))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("The name of a signature is not one line");
        }

        @Test
        void ifAnotherPartIsMoreThanOneLine() {
            Signature maria = Signature.of("Maria Keller");
            assertThatThrownBy(() -> maria.withRole("Orders\nXYZ Team")).hasMessageContaining("The role");
            assertThatThrownBy(() -> maria.withDirectLine("1\n2")).hasMessageContaining("The direct line");
            assertThatThrownBy(() -> maria.withEmployeeId("E-1\r")).hasMessageContaining("The employee id");
        }

        @Test
        void ifANameIsTooLong() {
            assertThat(Signature.of("a".repeat(200)).name()).hasSize(200);
            assertThatThrownBy(() -> Signature.of("a".repeat(201))).isInstanceOf(InvalidInputException.class);
        }
    }
}
