package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootCausesTest {
    private final RootCauses causes = RootCauses.builtIn();

    @Test
    void theBuiltInOnesAreTwoLevelsDeepAndKnowTheUnknown() {
        assertThat(causes.all())
                .hasSizeGreaterThan(15)
                .contains(RootCause.UNKNOWN)
                .doesNotHaveDuplicates();
        assertThat(causes.all())
                .filteredOn(cause -> !cause.equals(RootCause.UNKNOWN))
                .allMatch(cause -> cause.value().split("/").length == 2);
    }

    @ParameterizedTest
    @CsvSource({
        "Shipping / Carrier lost, shipping/carrier-lost",
        "shipping/carrier-lost, shipping/carrier-lost",
        "Unknown, unknown"
    })
    void oneIsFoundByItsWords(String words, String cause) {
        assertThat(causes.get(words)).hasToString(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "shiping/carrier-lost, shipping/carrier-lost",
        "carrier-lost, shipping/carrier-lost",
        "logistics/carrier-lost, shipping/carrier-lost",
        "product/defects, product/defect",
        "payment/charged-twise, payment/charged-twice"
    })
    void oneThatIsNotDeclaredIsRefusedWithTheOneMostLikeIt(String words, String meant) {
        assertThatThrownBy(() -> causes.get(words))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.remedy()).contains("Did you mean " + meant + "?"));
    }

    @Test
    void oneThatIsLikeNoneIsRefusedWithoutAGuess() {
        assertThatThrownBy(() -> causes.get("zzzzzzzzzzzzzzzz"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.remedy()).doesNotContain("Did you mean"));
    }

    @Test
    void aGroupIsNoCauseUnlessItIsDeclared() {
        assertThatThrownBy(() -> causes.get("shipping")).isInstanceOf(InvalidInputException.class);
        assertThat(causes.with("shipping").get("shipping")).hasToString("shipping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "shipping/", "/lost", "a//b", " "})
    void aNameWithNothingInItIsRefused(String words) {
        assertThatThrownBy(() -> RootCause.of(words)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RootCauses.of(words)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> causes.get(words)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void noneIsDeclaredTwice() {
        assertThatThrownBy(() -> RootCauses.of("a/b", "A / B")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RootCauses.of("unknown")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aShopMayDeclareNone() {
        assertThat(RootCauses.of().all()).containsExactly(RootCause.UNKNOWN);
        assertThatThrownBy(() -> RootCauses.of().get("a")).isInstanceOf(InvalidInputException.class);
    }
}
