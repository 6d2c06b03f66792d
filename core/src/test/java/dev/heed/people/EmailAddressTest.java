package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void hasOneSpellingForADomainInAnyAlphabet() {
        assertThat(EmailAddress.of("müller@Bücher.example")).isEqualTo(EmailAddress.of("müller@xn--bcher-kva.example"));
        assertThat(EmailAddress.of("用户@例子.example").domain()).isEqualTo("xn--fsqu00a.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@customer.example",
                "anna.schmidt+shop@mail.customer.example",
                "o'brien@customer.example",
                "a@b",
                "用户@customer.example",
                "müller@customer.example",
                "anna@xn--bcher-kva.example",
                "{x}=?!#$%&*/^_`|~-@customer.example",
                "anna@192.0.2.1"
            })
    void acceptsAnAddress(String value) {
        assertThat(EmailAddress.of(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "@customer.example",
                "anna@",
                "anna@b@customer.example",
                "Anna <anna@customer.example>",
                "<anna@customer.example>",
                "anna schmidt@customer.example",
                "anna@customer.example, berta@customer.example",
                "anna@customer.example;berta",
                "\"anna\"@customer.example",
                "anna@[192.0.2.1]",
                "anna\\@customer.example",
                "anna:@customer.example",
                "anna(home)@customer.example",
                "anna@customer.example\r\nBcc: all@customer.example",
                "anna\u0000@customer.example",
                "anna\u00a0s@customer.example",
                "anna\u200b@customer.example",
                "anna\u202egro.elpmaxe@customer.example"
            })
    void refusesWhatIsNone(String value) {
        assertThatThrownBy(() -> EmailAddress.of(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("local@domain");
    }

    @Test
    void doesNotRepeatInItsMessageWhatItRefuses() {
        assertThatThrownBy(() -> EmailAddress.of("Anna Schmidt <anna@customer.example>"))
                .message()
                .doesNotContainIgnoringCase("anna");
    }

    @Test
    void isAtMost320CharactersLong() {
        String domain = "@" + "d".repeat(255);
        assertThat(EmailAddress.of("a".repeat(64) + domain).localPart()).hasSize(64);
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + domain)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void isComparedWithoutRegardToCaseAndBlanksAround() {
        assertThat(EmailAddress.of(" Anna@Customer.EXAMPLE\n")).isEqualTo(EmailAddress.of("anna@customer.example"));
        assertThat(EmailAddress.of("INFO@SHIRTS.EXAMPLE").value())
                .as("whatever the language of the machine")
                .isEqualTo("info@shirts.example");
    }

    @Test
    void hasOneSpellingOfAnInternationalDomain() {
        assertThat(EmailAddress.of("anna@BÜCHER.example")).isEqualTo(EmailAddress.of("anna@xn--bcher-kva.example"));
        assertThat(EmailAddress.of("anna@bu\u0308cher.example").domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(EmailAddress.of("anna@customer.example").toString()).doesNotContain("anna", "customer");
    }

    @Test
    void knowsItsParts() {
        EmailAddress address = EmailAddress.of("Anna.Schmidt@customer.example");
        assertThat(address.localPart()).isEqualTo("anna.schmidt");
        assertThat(address.domain()).isEqualTo("customer.example");
    }
}
