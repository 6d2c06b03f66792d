package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Order number, order-number",
        "ORDER_NUMBER, order-number",
        "  order -- number!, order-number",
        "Bestell-Nr., bestell-nr",
        "Numéro de série, numero-de-serie",
        "İADE, iade",
        "42, 42",
        "注文番号, 注文番号",
    })
    void isTheSameForOtherSpellings(String words, String key) {
        assertThat(FactKey.of(words)).hasToString(key).isEqualTo(new FactKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", " ", "!?", "\n"})
    void isNotMadeOfNothing(String words) {
        assertThatThrownBy(() -> FactKey.of(words)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order", "order number", "-order", "order-", "order--number", "número"})
    void isRefusedInAnotherForm(String value) {
        assertThatThrownBy(() -> new FactKey(value)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void isNotLongerThanAReaderWouldBear(int length, boolean possible) {
        String words = "a".repeat(length);
        if (possible) {
            assertThat(FactKey.of(words).value()).hasSize(length);
        } else {
            assertThatThrownBy(() -> FactKey.of(words)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Property
    void isItsOwnKeyOrRefused(@ForAll String words) {
        try {
            FactKey key = FactKey.of(words);
            assertThat(FactKey.of(key.value())).isEqualTo(key);
        } catch (InvalidInputException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }
}
