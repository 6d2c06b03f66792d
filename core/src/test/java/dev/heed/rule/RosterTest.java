package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P01, P04 and P05 when a desk is built. */
class RosterTest {

    @Test
    void acceptsPeopleUnderTheirNamesAndAliases() {
        assertThat(problems(
                        List.of(Bot.named("Parcel tracker")),
                        agent("maria", "Maria Keller", "E-1001", "Mia Berg", "Maria Berg"),
                        agent("jana", "Jana Nováková", "E-1002", "Jana"),
                        agent("wang", "王小明", "E-1003", "Wang Xiaoming")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le Van An",
                "An",
                "Du",
                "Le Du",
                "Du Van Le",
                "In Su Im",
                "Das",
                "Bill",
                "Will",
                "Mark",
                "Bill Payne",
                "Mark Day",
                "Happy Gilmore",
                "Buddy Guy",
                "Guy Champion",
                "Rupert Friend",
                "Mina Pirate",
                "Care Santos",
                "Case Keenum",
                "Klaus Rheinheld",
                "i.A. Maria Keller"
            })
    void acceptsPeopleWhoseNamesAreWordsAsWell(String name) {
        assertThat(problems(List.of(), agent("x", name, "E-1"))).isEmpty();
    }

    @Test
    void acceptsTwoPeopleOfTheSameName() {
        assertThat(problems(List.of(), agent("maria1", "Maria Keller", "E-1"), agent("maria2", "Maria Keller", "E-2")))
                .isEmpty();
    }

    @Test
    void acceptsAnAliasThatIsTheOwnNameInAnotherSpelling() {
        assertThat(problems(List.of(), agent("maria", "María Keller", "E-1", "Maria Keller", "KELLER, MARIA")))
                .isEmpty();
    }

    @Nested
    class AnAliasIsShared {
        @ParameterizedTest
        @ValueSource(strings = {"Mia Berg", "mia berg", "MIA BERG", "Berg, Mia", "Mía Berg", "Mia  Berg ", "Mia-Berg"})
        void ifTwoAgentsHaveItInAnySpelling(String other) {
            assertShared(agent("maria", "Maria Keller", "E-1", "Mia Berg"), agent("jana", "Jana Nová", "E-2", other));
        }

        @Test
        void ifItIsTheFullNameOfAColleague() {
            assertShared(agent("maria", "Maria Keller", "E-1", "jana nova"), agent("jana", "Jana Nová", "E-2"));
        }

        @Test
        void whoeverOfTheTwoComesFirst() {
            assertShared(agent("jana", "Jana Nová", "E-2"), agent("maria", "Maria Keller", "E-1", "Jana Nova"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"E-1001", "e-1001"})
        void ifTheEmployeeIdBehindItLeadsToTwoPeople(String other) {
            assertShared(agent("maria", "Maria Keller", "E-1001"), agent("jana", "Jana Nová", other));
        }

        @Test
        void andBothAgentsAreNamed() {
            assertThat(problems(
                            List.of(),
                            agent("maria", "Maria Keller", "E-1", "Mia Berg"),
                            agent("jana", "Jana Nová", "E-2", "Mia Berg")))
                    .singleElement()
                    .extracting(Problem::what)
                    .asString()
                    .startsWith("Agents jana and maria share")
                    .doesNotContain("Mia");
        }

        private void assertShared(Agent... agents) {
            assertThat(problems(List.of(), agents))
                    .singleElement()
                    .extracting(Problem::code)
                    .isEqualTo(Optional.of(PracticeCode.ALIAS_SHARED));
        }
    }

    @Nested
    class ANameIsNotPersonal {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Lumen Team",
                    "Support",
                    "Returns",
                    "Kundenservice",
                    "M. K.",
                    "Anna & Tom",
                    "First Last",
                    "Care Bears",
                    "Order Processing",
                    "XYZ",
                    "xyz",
                    "Zendesk",
                    "Automated message",
                    "Happy Helpers",
                    "Support Hero",
                    "Shipping Superstar",
                    "Returns Guru",
                    "The Wizards",
                    "Customer Happiness",
                    "Customer Care Maria",
                    "Auto Reply",
                    "Autoresponder",
                    "Respuesta automática",
                    "Kundenheld",
                    "Lumen",
                    "Lumen Jana",
                    "Mister Lumen",
                    "All of us",
                    "Wir alle",
                    "Ihr"
                })
        void asFullName(String name) {
            assertThat(problems(List.of(), agent("x", name, "E-1")))
                    .singleElement()
                    .extracting(Problem::code)
                    .isEqualTo(Optional.of(PracticeCode.SIGNATURE_NOT_PERSONAL));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Lumen Team", "Night shift", "L'équipe", "Atención al cliente"})
        void asAlias(String alias) {
            assertThat(problems(List.of(), agent("x", "Maria Keller", "E-1", alias)))
                    .singleElement()
                    .extracting(Problem::what)
                    .asString()
                    .startsWith("The alias of agent x is not that of a person");
        }
    }

    @Nested
    class ABotIsTakenForAPerson {
        @ParameterizedTest
        @ValueSource(strings = {"Maria Keller", "maria keller", "Keller Maria", "Mia Berg"})
        void ifItHasTheNameOfAnAgent(String name) {
            assertThat(problems(List.of(Bot.named(name)), agent("maria", "Maria Keller", "E-1", "Mia Berg")))
                    .singleElement()
                    .extracting(Problem::code)
                    .isEqualTo(Optional.of(PracticeCode.BOT_IMPERSONATION));
        }
    }

    @Test
    void refusesTwoAgentsWithOneId() {
        assertThat(problems(List.of(), agent("maria", "Maria Keller", "E-1"), agent("maria", "Maria Berg", "E-2")))
                .singleElement()
                .extracting(Problem::what)
                .isEqualTo("There are two agents maria.");
    }

    @Test
    void reportsEverythingAtOnce() {
        assertThat(problems(
                        List.of(Bot.named("Maria Keller")),
                        agent("maria", "Maria Keller", "E-1", "Mia Berg"),
                        agent("jana", "Support Team", "E-1", "Mia Berg")))
                .extracting(problem -> problem.code().orElseThrow())
                .containsExactlyInAnyOrder(
                        PracticeCode.SIGNATURE_NOT_PERSONAL,
                        PracticeCode.ALIAS_SHARED,
                        PracticeCode.ALIAS_SHARED,
                        PracticeCode.BOT_IMPERSONATION);
    }

    private static Agent agent(String id, String name, String employeeId, String... aliases) {
        Agent.Builder agent = Agent.builder(id, name).employeeId(employeeId);
        Arrays.stream(aliases).forEach(agent::alias);
        return agent.build();
    }

    private static List<Problem> problems(List<Bot> bots, Agent... agents) {
        return new HouseRules(
                        CameraShop.SHOP,
                        List.of(agents),
                        bots,
                        CameraShop.MAILBOXES,
                        SignatureWords.builtIn(),
                        Set.of())
                .problems(Map.of(), Map.of());
    }
}
