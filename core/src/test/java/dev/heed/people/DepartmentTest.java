package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class DepartmentTest {
    private static final AgentId MARIA = AgentId.of("maria");

    @Test
    void hasANameAndEachMemberOnce() {
        Department shipping = Department.of("shipping", " Shipping ", MARIA, AgentId.of("ben"), MARIA);

        assertThat(shipping.name()).isEqualTo("Shipping");
        assertThat(shipping.members()).containsExactly(MARIA, AgentId.of("ben"));
        assertThat(shipping.id()).hasToString("shipping");
    }

    @Test
    void withoutNameMembersOrIdIsRefused() {
        assertThatThrownBy(() -> Department.of("shipping", " ", MARIA)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Department.of("shipping", "Shipping"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shipping");
        assertThatThrownBy(() -> DepartmentId.of(" ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void isNobodyOfTheSameId() {
        Addressee department = DepartmentId.of("maria");

        assertThat(department).isNotEqualTo(MARIA);
    }
}
