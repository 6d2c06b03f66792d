package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.ALIAS_SHARED;
import static dev.heed.error.PracticeCode.SIGNATURE_MISSING;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static dev.heed.testkit.scenario.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P04: a working name protects one person and leads back to that person only. */
class OneAliasOnePersonScenarioTest {
    private static final Agent DANA = Agent.builder("dana", "Dana Novák")
            .alias("Jana Berg")
            .employeeId("E-3001")
            .build();
    private static final String TEXT = "It left this morning.";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.agent(DANA));

    private static Agent agent(String id, String name, String... aliases) {
        Agent.Builder agent = Agent.builder(id, name).employeeId("E-" + id + "-1");
        for (String alias : aliases) {
            agent.alias(alias);
        }
        return agent.build();
    }

    private static Helpdesk desk(TicketStore store, Agent... agents) {
        var builder = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .channel(FakeChannel.named("fake"))
                .store(store);
        for (Agent agent : agents) {
            builder.agent(agent);
        }
        return builder.build();
    }

    private TicketId written() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.onlyTicket().id();
    }

    @Test
    void aRegisteredAliasSignsLikeAName() {
        TicketId ticket = written();
        Story.reading(heed.desk().as(DANA), ticket)
                .reply(ticket, Reply.text(TEXT, Signature.of(DANA).withName("Jana Berg")));
        heed.run();

        assertThat(heed.channel().lastSent().content().text())
                .contains("Jana Berg", "E-3001")
                .doesNotContain("Novák");
        assertThat(heed.channel().lastSent().fromName()).isEqualTo("Jana Berg, Acme");
    }

    @Test
    void theAliasOfAColleagueIsRefused() {
        TicketId ticket = written();

        refused(
                heed,
                SIGNATURE_MISSING,
                () -> Story.reading(heed.maria(), ticket)
                        .reply(
                                ticket,
                                Reply.text(
                                        TEXT, Signature.of(DeskExtension.MARIA).withName("Jana Berg"))));
    }

    @Test
    void anAliasThatIsNotRegisteredIsRefused() {
        TicketId ticket = written();

        refused(
                heed,
                SIGNATURE_MISSING,
                () -> heed.desk()
                        .as(DANA)
                        .reply(ticket, Reply.text(TEXT, Signature.of(DANA).withName("Jana Winter"))));
    }

    @Test
    void anAliasNeedsAnEmployeeIdBehindIt() {
        notBuilt(
                ALIAS_SHARED,
                () -> Agent.builder("dana", "Dana Novák")
                        .alias("Jana Berg")
                        .directLine("+49 30 1234567")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jana Berg", "jana berg", "Jana  Bèrg", "Berg, Jana"})
    void anAliasIsNotSharedByTwo(String spelling) {
        notBuilt(ALIAS_SHARED, () -> desk(new InMemoryTicketStore(), DANA, agent("ben", "Ben Okafor", spelling)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dana Novák", "dana novak", "Novák Dana"})
    void anAliasIsNotTheFullNameOfAnother(String spelling) {
        notBuilt(ALIAS_SHARED, () -> desk(new InMemoryTicketStore(), DANA, agent("ben", "Ben Okafor", spelling)));
    }

    @Test
    void anEmployeeIdLeadsToOnePersonOnly() {
        Agent other = Agent.builder("ben", "Ben Okafor").employeeId("e-3001").build();

        notBuilt(ALIAS_SHARED, () -> desk(new InMemoryTicketStore(), DANA, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jana Berg", "JANA BERG"})
    void anAliasIsNotTakenOverByAnotherWhenTheDeskIsBuiltAnew(String spelling) {
        TicketStore store = new InMemoryTicketStore();
        desk(store, DANA).close();

        var refusal = notBuilt(ALIAS_SHARED, () -> desk(store, agent("ben", "Ben Okafor", spelling)));

        assertThat(refusal.problem()).contains("ben", "dana");
    }

    @Test
    void aDeskThatIsNotBuiltTiesNoAlias() {
        TicketStore store = new InMemoryTicketStore();
        desk(store, DANA).close();
        notBuilt(ALIAS_SHARED, () -> desk(store, agent("ben", "Ben Okafor", "Lena Sommer", "Jana Berg")));

        try (Helpdesk other = desk(store, agent("tom", "Tom Winter", "Lena Sommer"))) {
            assertThat(other.backoffice().channels()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"Jürgen Groß, Juergen Gross", "Juergen Gross, Jürgen Groß", "Jürgen Groß, Jurgen Gross"})
    void anUmlautDoesNotMakeAnotherAlias(String first, String second) {
        TicketStore store = new InMemoryTicketStore();
        desk(store, agent("dana", "Dana Novák", first)).close();

        notBuilt(ALIAS_SHARED, () -> desk(store, agent("ben", "Ben Okafor", second)));
    }

    @Test
    void theSamePersonKeepsTheAliasWhenTheDeskIsBuiltAnew() {
        TicketStore store = new InMemoryTicketStore();
        desk(store, DANA).close();

        try (Helpdesk again = desk(store, agent("ben", "Ben Okafor"), DANA)) {
            assertThat(again.as(DANA).agent().aliases()).containsExactly("Jana Berg");
        }
    }

    @Test
    void onAnotherStoreTheAliasIsFree() {
        desk(new InMemoryTicketStore(), DANA).close();

        try (Helpdesk other = desk(new InMemoryTicketStore(), agent("ben", "Ben Okafor", "Jana Berg"))) {
            assertThat(other.backoffice().channels()).hasSize(1);
        }
    }
}
