package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.SIGNATURE_MISSING;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Refusals.refused;
import static dev.heed.testkit.scenario.Refusals.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.AgentDesk;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P02: whoever writes signs, not who owns the ticket, not a colleague. */
class SignedByTheAuthorScenarioTest {
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    private static final String TEXT = "It left this morning.";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.agent(BEN));

    private TicketId ticket;
    private AgentDesk ben;

    @BeforeEach
    void aCustomerWritesAndMariaOwnsTheTicket() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
        heed.maria().take(ticket);
        ben = heed.desk().as(BEN);
    }

    @Test
    void theAuthorSignsAndNotTheOwner() {
        Ticket after = Story.reading(ben, ticket).reply(ticket, TEXT);
        heed.run();

        assertThat(heed.channel().lastSent().content().text())
                .contains("Ben Okafor", "E-2001")
                .doesNotContain("Maria");
        assertThat(heed.channel().lastSent().fromName()).contains("Ben Okafor");
        Message answer = after.messages().get(after.messages().size() - 1);
        assertThat(answer.author()).isEqualTo(new Author.ByAgent(BEN.id()));
        assertThat(answer.signature()).contains(Signature.of(BEN));
        assertThat(after.owner()).contains(MARIA.id());
    }

    @Test
    void theSignatureOfAColleagueIsRefused() {
        refused(
                heed,
                SIGNATURE_MISSING,
                () -> Story.reading(ben, ticket).reply(ticket, Reply.text(TEXT, Signature.of(MARIA))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Ben Miller", "John Smith", "Benjamin Okafor"})
    void aNameThatIsNotTheAuthorsIsRefused(String name) {
        refused(
                heed,
                SIGNATURE_MISSING,
                () -> Story.reading(ben, ticket)
                        .reply(ticket, Reply.text(TEXT, Signature.of(BEN).withName(name))));
    }

    @Test
    void signingInTheTextForAColleagueIsRefused() {
        var refusal = refused(
                heed,
                SIGNATURE_MISSING,
                () -> Story.reading(ben, ticket).reply(ticket, TEXT + "\n\nBest regards\nMaria Keller"));

        assertThat(span(refusal)).isEqualTo("Maria Keller");
    }

    @Test
    void aSignatureThatIsOnlyQuotedDoesNotCount() {
        String quoting = TEXT + "\n\nBest regards\nMaria Keller\n\n> Best regards\n> Ben Okafor";

        refused(heed, SIGNATURE_MISSING, () -> Story.reading(ben, ticket).reply(ticket, quoting));
    }

    @Test
    void theTeamOfAColleagueInAQuotationIsNobodysConcern() {
        Story.reading(ben, ticket).reply(ticket, TEXT + "\n\n> Best regards\n> The Acme Team");
        heed.run();

        assertThat(heed.channel().lastSent().fromName()).isEqualTo("Ben Okafor, Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ben Okafor", "Okafor, Ben", "BEN OKAFOR", "Mr Ben Okafor"})
    void theOwnNameMaySignInAnyUsualSpelling(String name) {
        Story.reading(ben, ticket)
                .reply(ticket, Reply.text(TEXT, Signature.of(BEN).withName(name)));
        heed.run();

        assertThat(heed.channel().lastSent().content().text()).contains(name);
        assertThat(heed.channel().lastSent().fromName()).contains(name);
    }
}
