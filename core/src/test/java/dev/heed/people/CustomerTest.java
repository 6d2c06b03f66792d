package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {
    private final Customer.Builder anna = Customer.builder("c-42");

    @Test
    void needsNothingButAnId() {
        Customer customer = anna.build();
        assertThat(customer.id()).hasToString("c-42");
        assertThat(customer.name()).isEmpty();
        assertThat(customer.addresses()).isEmpty();
        assertThat(customer.locale()).isEmpty();
        assertThat(customer.zone()).isEmpty();
    }

    @Test
    void keepsWhatIsKnown() {
        Customer customer = anna.name(" Anna Schmidt ")
                .email("Anna@customer.example")
                .address(new AccountAddress("chat", "Anna"))
                .locale(Locale.FRENCH)
                .zone(ZoneId.of("Europe/Paris"))
                .build();
        assertThat(customer.name()).contains("Anna Schmidt");
        assertThat(customer.addresses())
                .containsExactlyInAnyOrder(
                        EmailAddress.of("anna@customer.example"), new AccountAddress("chat", "Anna"));
        assertThat(customer.locale()).contains(Locale.FRENCH);
        assertThat(customer.zone()).contains(ZoneId.of("Europe/Paris"));
    }

    @Test
    void hasNoNameIfItIsBlank() {
        assertThat(anna.name("Anna").name(" \t").build().name()).isEmpty();
    }

    @Test
    void hasEachAddressOnce() {
        assertThat(anna.email("anna@customer.example")
                        .email("ANNA@customer.example")
                        .build()
                        .addresses())
                .hasSize(1);
    }

    @Test
    void doesNotChangeWithItsBuilder() {
        Customer before = anna.build();
        assertThat(anna.email("anna@customer.example").name("Anna").build().addresses())
                .hasSize(1);
        assertThat(before.addresses()).isEmpty();
        assertThat(before.name()).isEmpty();
    }

    @Test
    void namesItselfByIdOnly() {
        assertThat(anna.name("Anna Schmidt").email("anna@customer.example").build())
                .hasToString("Customer c-42");
    }

    @Nested
    class IsRefused {
        @Test
        void withoutAnId() {
            assertThatThrownBy(() -> Customer.builder(" ")).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void withABrokenAddress() {
            assertThatThrownBy(() -> anna.email("anna")).isInstanceOf(InvalidInputException.class);
        }

        @ParameterizedTest
        @CsvSource({"'', Anna", "chat, ''", "' ', ' '"})
        void withAnAccountThatIsNone(String channel, String account) {
            assertThatThrownBy(() -> anna.address(new AccountAddress(channel, account)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void accountsAreComparedAsTheyStand() {
        assertThat(new AccountAddress("chat", "Anna")).isNotEqualTo(new AccountAddress("chat", "anna"));
        assertThat(new AccountAddress("chat", "Anna"))
                .isNotEqualTo(new AccountAddress("other", "Anna"))
                .asString()
                .doesNotContain("Anna");
    }
}
