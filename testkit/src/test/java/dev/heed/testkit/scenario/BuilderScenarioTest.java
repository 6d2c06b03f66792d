package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.Department;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a desk needs, and that everything wrong with it is said at once. */
class BuilderScenarioTest {
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();

    private static HelpdeskBuilder builder() {
        return Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH));
    }

    private static List<String> problems(HelpdeskBuilder builder) {
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, builder::build);
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(refused.getMessage()).contains(problem.what(), problem.remedy());
            assertThat(problem.remedy()).isNotBlank();
        });
        return refused.problems().stream().map(Problem::what).toList();
    }

    @Test
    void withNothingGivenEverythingMissingIsSaidAtOnce() {
        assertThat(problems(builder())).containsExactly("The desk has no agent.", "The desk has no channel.");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(problems(builder()
                        .agent(MARIA)
                        .agent(Agent.builder("team", "Acme Support")
                                .employeeId("E-100")
                                .build())
                        .bot(Bot.named("Maria Keller"))
                        .channel(new ChannelUnderAddress("noreply@acme.example"))
                        .channel(new ChannelUnderAddress("hello@acme.example"))
                        .responsible(AgentId.of("nobody"))
                        .acknowledgement(Locale.ENGLISH, "We have it.")))
                .hasSize(6)
                .anyMatch(what -> what.contains("agent team"))
                .anyMatch(what -> what.contains("bot “Maria Keller”"))
                .anyMatch(what -> what.contains("“noreply”"))
                .anyMatch(what -> what.contains("two channels email"))
                .anyMatch(what -> what.contains("responsible agent nobody"))
                .anyMatch(what -> what.contains("acknowledgement in en"));
    }

    @Test
    void departmentsHaveIdsOfTheirOwnAndMembersOfTheDesk() {
        assertThat(problems(builder()
                        .agent(MARIA)
                        .channel(FakeChannel.named("fake"))
                        .department(Department.of("shipping", "Shipping", MARIA.id(), BEN.id()))
                        .department(Department.of("shipping", "Returns", MARIA.id()))))
                .containsExactlyInAnyOrder(
                        "Two departments have one id.", "Agent ben of department shipping is not of this desk.");
    }

    @Test
    void nobodyIsCalledAsADepartmentIs() {
        assertThat(problems(builder()
                        .agent(MARIA)
                        .agent(Agent.builder("v", "Versand Nord")
                                .employeeId("E-7")
                                .build())
                        .channel(FakeChannel.named("fake"))
                        .department(Department.of("shipping", "Versand Nord", MARIA.id()))))
                .singleElement()
                .asString()
                .contains("agent v");
    }

    @Test
    void twoAgentsHaveTwoIds() {
        Agent other =
                Agent.builder("maria", "Mariana Costa").employeeId("E-999").build();

        assertThat(problems(builder().agent(MARIA).agent(other).channel(FakeChannel.named("fake"))))
                .containsExactly("There are two agents maria.");
    }

    @Test
    void twoChannelsHaveTwoIds() {
        assertThat(problems(builder()
                        .agent(MARIA)
                        .channel(FakeChannel.named("fake"))
                        .channel(FakeChannel.named("fake"))))
                .containsExactly("There are two channels fake.");
    }

    @Test
    void theResponsibleAgentIsOfTheDesk() {
        assertThat(problems(builder()
                        .agent(MARIA)
                        .channel(FakeChannel.named("fake"))
                        .responsible(BEN.id())))
                .singleElement()
                .asString()
                .contains("ben");
    }

    @Test
    void anIntervalTakesTimeAndARuleIsNotDroppedWithoutAReason() {
        for (Duration wrong :
                List.of(Duration.ofSeconds(-1), Duration.ZERO, Duration.ofDays(2), ChronoUnit.FOREVER.getDuration())) {
            assertThatThrownBy(() -> builder().interval(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("interval is " + wrong);
        }
        assertThatThrownBy(() -> builder().withoutRule(PracticeCode.SIGNATURE_MISSING, " "))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SIGNATURE_MISSING");
    }

    @Test
    void aBuilderThatIsUsedAgainDoesNotChangeABuiltDesk() {
        FakeChannel first = FakeChannel.named("first");
        HelpdeskBuilder builder = builder().agent(MARIA).channel(first).clock(VirtualClock.at("2026-03-02T08:00:00Z"));
        Helpdesk desk = builder.build();
        builder.agent(BEN)
                .bot(Bot.named("Parcel tracker"))
                .channel(FakeChannel.named("second"))
                .responsible(BEN.id())
                .acknowledgement(Locale.ENGLISH, "Changed, {{expected_reply}}.");
        Helpdesk second = builder.build();

        first.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();

        assertThat(desk.backoffice().channels()).hasSize(1);
        assertThat(first.lastSent().content().text()).startsWith("Hello,").contains("Maria Keller");
        assertThatThrownBy(() -> desk.as(BEN))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("[maria]");
        assertThatThrownBy(() -> desk.as(Bot.named("Parcel tracker"))).isInstanceOf(NotFoundException.class);
        assertThat(second.backoffice().channels()).hasSize(2);
        assertThat(second.as(BEN).queue(5)).as("tickets of the first desk").isEmpty();
    }

    @Test
    void twoDesksInOneProcessKnowNothingOfEachOther() {
        FakeChannel one = FakeChannel.named("fake");
        FakeChannel two = FakeChannel.named("fake");
        try (Helpdesk first = builder().agent(MARIA).channel(one).build();
                Helpdesk second = builder().agent(MARIA).channel(two).build()) {
            one.receive("ana@example.com", "Where is my parcel?");
            first.runDue();
            second.runDue();

            assertThat(first.as(MARIA).queue(5)).hasSize(1);
            assertThat(second.as(MARIA).queue(5)).isEmpty();
            assertThat(two.sent()).isEmpty();
        }
    }
}
