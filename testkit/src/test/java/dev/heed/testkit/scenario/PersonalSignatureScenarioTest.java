package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.SIGNATURE_NOT_PERSONAL;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static dev.heed.testkit.scenario.Refusals.refused;
import static dev.heed.testkit.scenario.Refusals.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.error.Finding;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P01: a team is no signature, neither below a message nor in it. */
class PersonalSignatureScenarioTest {
    private static final String TEXT = "It left this morning.";

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "ACME",
                "Acme Team",
                "Your Acme Team",
                "Billing",
                "The Billing Team",
                "Customer Support",
                "Support",
                "Helpdesk",
                "hello",
                "Kundendienst",
                "Ihr Serviceteam",
                "L'équipe Acme",
                "Service client",
                "Atención al cliente",
                "El equipo de soporte",
                "MK",
                "M. K.",
                "hello@fake.example",
                "{{agent.name}}",
                "Maria and Ben",
                "Acmе" // the last letter is Cyrillic
            })
    void aNameThatIsNobodysIsRefusedBelowAMessage(String name) {
        Reply reply = Reply.text(TEXT, Signature.of(MARIA).withName(name));

        RefusedException refusal = refused(
                heed,
                SIGNATURE_NOT_PERSONAL,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, reply));

        assertThat(span(refusal)).isEqualTo(name);
        assertThat(refusal.remedy()).contains("agent maria");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nYour Acme Team",
                "Mit freundlichen Grüßen\nIhr Kundenservice",
                "Cordialement,\nL'équipe du service client",
                "Saludos cordiales,\nEl equipo de atención al cliente",
                "Thanks,\nAcme"
            })
    void aTeamThatSignsInTheTextIsRefusedAndPointedAt(String closing) {
        String text = TEXT + "\n\n" + closing;

        RefusedException refusal = refused(
                heed,
                SIGNATURE_NOT_PERSONAL,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, text));

        Finding.Span span = refusal.findings().get(0).span().orElseThrow();
        assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
        assertThat(closing).endsWith(span.text());
    }

    @Test
    void aTeamThatSignsInHtmlIsRefused() {
        Reply reply = Reply.html("<p>" + TEXT + "</p><p>Best regards<br>The Acme Team</p>", Signature.of(MARIA));

        RefusedException refusal = refused(
                heed,
                SIGNATURE_NOT_PERSONAL,
                () -> Story.reading(heed.maria(), ticket).reply(ticket, reply));

        assertThat(span(refusal)).isEqualTo("The Acme Team");
    }

    @Test
    void aTeamIsRefusedUnderASolutionToo() {
        Reply reply = Reply.text(TEXT, Signature.of(MARIA).withName("Acme Team"));

        refused(
                heed,
                SIGNATURE_NOT_PERSONAL,
                () -> Story.reading(heed.maria(), ticket).proposeSolution(ticket, reply));
    }

    @Test
    void htmlThatCouldHideASignatureCannotBeMade() {
        refused(
                heed,
                SIGNATURE_NOT_PERSONAL,
                () -> Story.reading(heed.maria(), ticket)
                        .reply(ticket, Reply.html("<p style=\"display:none\">Maria</p>", Signature.of(MARIA))));
    }

    @Test
    void aPersonsMessageGoesOutWithTheFullSignature() {
        Story.reading(heed.maria(), ticket).reply(ticket, TEXT);
        heed.run();

        OutboundMessage sent = heed.channel().lastSent();
        assertThat(sent.content().text())
                .isEqualTo(TEXT + "\n\nMaria Keller\nOrder support\nDirect line: +49 30 1234567\nEmployee id: E-1017");
        assertThat(sent.fromName()).isEqualTo("Maria Keller, Acme");
        assertThat(sent.automatic()).isFalse();
    }

    @Test
    void inHtmlTheSignatureStandsInBothVersions() {
        Story.reading(heed.maria(), ticket).reply(ticket, Reply.html("<p>" + TEXT + "</p>", Signature.of(MARIA)));
        heed.run();

        OutboundMessage.Content sent = heed.channel().lastSent().content();
        assertThat(sent.text()).contains(TEXT, "Maria Keller", "+49 30 1234567", "E-1017");
        assertThat(sent.html().orElseThrow()).contains(TEXT, "Maria Keller", "+49 30 1234567", "E-1017");
    }

    @Test
    void whatWouldBeRefusedCanBeAskedBefore() {
        Reply team = Reply.text(TEXT, Signature.of(MARIA).withName("Acme Team"));

        assertThat(heed.maria().review(ticket, team)).extracting(Finding::code).containsExactly(SIGNATURE_NOT_PERSONAL);
        assertThat(heed.maria().review(ticket, team.signed(Signature.of(MARIA))))
                .isEmpty();
    }

    @Test
    void anAgentWithTheNameOfATeamCannotBeOnADesk() {
        notBuilt(
                SIGNATURE_NOT_PERSONAL,
                () -> Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                        .agent(Agent.builder("team", "Acme Support")
                                .employeeId("E-100")
                                .build())
                        .channel(FakeChannel.named("fake"))
                        .build());
    }
}
