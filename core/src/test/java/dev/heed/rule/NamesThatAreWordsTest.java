package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Signature;
import dev.heed.people.Agent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People whose names are articles, verbs or bills in a sentence sign and are greeted as everybody else. */
class NamesThatAreWordsTest {
    private static final Agent AN =
            Agent.builder("an", "Le Van An").employeeId("E-2001").build();
    private static final Agent BILL =
            Agent.builder("bill", "Bill Weber").employeeId("E-2002").build();

    private final HouseRules rules = new HouseRules(
            CameraShop.SHOP, List.of(AN, BILL), List.of(), CameraShop.MAILBOXES, SignatureWords.builtIn(), Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"Best\nLe Van An", "Best,\nAn", "Best\nVan An", "Le Van An", "An"})
    void signWithEveryWordOfTheirName(String ending) {
        assertThat(rules.check(new Draft.ByAgent(AN, Signature.of(AN), "It left.\n\n" + ending)))
                .isEmpty();
    }

    @Test
    void signWithAFirstNameThatNamesATaskAsWell() {
        assertThat(rules.check(new Draft.ByAgent(BILL, Signature.of(BILL), "It left.\n\nBest\nBill")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Best\nThe Team", "Best\nBilling", "Best\nBill", "Best\nthe"})
    void doNotSignAsSomethingElse(String ending) {
        assertThat(rules.check(new Draft.ByAgent(AN, Signature.of(AN), "It left.\n\n" + ending)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Du", "An", "Bill", "Will", "Mark", "Le Van An"})
    void areGreetedByName(String name) {
        assertThat(rules.canGreet(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Us", "Wir", "xyz", "Zendesk", "Billing"})
    void areNotTakenForWordsThatNameNobody(String name) {
        assertThat(rules.canGreet(name)).isFalse();
    }
}
