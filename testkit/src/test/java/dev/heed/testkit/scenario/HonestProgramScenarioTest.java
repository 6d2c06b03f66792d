package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.BOT_IMPERSONATION;
import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static dev.heed.testkit.scenario.Refusals.notBuilt;
import static dev.heed.testkit.scenario.Refusals.refused;
import static dev.heed.testkit.scenario.Refusals.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.BotDesk;
import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.AuthorKind;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.Shop;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P05: a program says that it is one, and nobody is answered by it. */
class HonestProgramScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    private static final String TEXT = "Your parcel is in Leipzig.";

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> builder.bot(TRACKER).agent(BEN));

    private BotDesk bot;

    @BeforeEach
    void openTheDeskOfTheBot() {
        bot = heed.desk().as(TRACKER);
    }

    private Ticket written() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.onlyTicket();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | by a program, Parcel tracker of Acme | Responsible for it: Maria Keller | (bot of Acme)
            de | ein Programm geschrieben: Parcel tracker von Acme | Verantwortlich dafür ist Maria Keller | (Bot von Acme)
            fr | par un programme, Parcel tracker de Acme | Personne responsable : Maria Keller | (robot de Acme)
            es | un programa: Parcel tracker de Acme | Persona responsable: Maria Keller | (bot de Acme)
            """)
    void itsMessagesAreLabelledInTheLanguageOfTheCustomer(String language, String label, String human, String sender) {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1")
                        .email("ana@example.com")
                        .locale(Locale.forLanguageTag(language))
                        .build());
        bot.write(written().id(), TEXT);
        heed.run();

        OutboundMessage sent = heed.channel().lastSent();
        assertThat(sent.content().text()).startsWith(TEXT + "\n\n").contains(label, human);
        assertThat(sent.fromName()).isEqualTo("Parcel tracker " + sender);
        assertThat(sent.automatic()).isTrue();
    }

    @Test
    void theOwnerOfATicketIsResponsibleForWhatABotWritesOnIt() {
        Ticket ticket = written();
        heed.desk().as(BEN).take(ticket.id());
        Message message = last(bot.write(ticket.id(), TEXT));

        assertThat(message.text()).contains("Ben Okafor").doesNotContain("Maria");
        assertThat(message.author().kind()).isEqualTo(AuthorKind.BOT);
        assertThat(message.signature()).isEmpty();
        assertThat(message.isHumanAnswer()).isFalse();
    }

    @Test
    void itNeverAnswersTheCustomer() {
        Ticket before = written();
        Instant told = before.expected().orElseThrow().at();
        for (int i = 0; i < 3; i++) {
            bot.write(before.id(), TEXT);
            heed.run();
        }

        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.NEW).expectsReplyBy(told);
        assertThat(heed.onlyTicket().firstAnsweredAt()).isEmpty();
        assertThat(heed.maria().queue(10)).containsExactly(heed.onlyTicket());
        heed.clock().setTo(told);
        heed.run();
        assertThat(heed.onlyTicket()).isOverdue();
    }

    @Test
    void theFirstAnswerIsThatOfAPersonWhenABotWasFaster() {
        Ticket ticket = written();
        bot.write(ticket.id(), TEXT);
        heed.clock().advance(java.time.Duration.ofMinutes(5));

        Ticket answered = Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), "I have found it.");

        assertThat(answered.firstAnsweredAt()).contains(heed.clock().instant());
        assertThat(answered).expectsNoReply();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nMaria Keller",
                "Kind regards,\nJohn Smith",
                "Mit freundlichen Grüßen\nMaria",
                "Cordialement,\nBen Okafor",
                "Saludos,\nLucía Gómez"
            })
    void itCannotSignAsAPerson(String closing) {
        Ticket ticket = written();

        var refusal = refused(heed, BOT_IMPERSONATION, () -> bot.write(ticket.id(), TEXT + "\n\n" + closing));

        assertThat(closing).endsWith(span(refusal));
    }

    @Test
    void itCannotSignAsAnAgentWithoutAnyClosingPhrase() {
        Ticket ticket = written();

        var refusal = refused(heed, BOT_IMPERSONATION, () -> bot.write(ticket.id(), TEXT + "\n\nMaria Keller"));

        assertThat(span(refusal)).isEqualTo("Maria Keller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Best regards\nParcel tracker", "Best regards\nYour Acme Team", "Ask Maria Keller for more."})
    void itMayUseItsOwnNameAndSpeakOfPeople(String ending) {
        bot.write(written().id(), TEXT + "\n\n" + ending);
        heed.run();

        assertThat(heed.channel().lastSent().content().text()).contains(ending, "by a program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Keller", "KELLER, Maria", "maria  keller"})
    void itCannotHaveTheNameOfAnAgent(String name) {
        notBuilt(
                BOT_IMPERSONATION,
                () -> Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                        .agent(MARIA)
                        .bot(Bot.named(name))
                        .channel(FakeChannel.named("fake"))
                        .build());
    }

    @Test
    void itHasWordsAndBelongsToTheDesk() {
        Ticket ticket = written();

        assertThatThrownBy(() -> bot.write(ticket.id(), " \n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> heed.desk().as(Bot.named("Stranger"))).isInstanceOf(NotFoundException.class);
    }

    private static Message last(Ticket ticket) {
        return ticket.messages().get(ticket.messages().size() - 1);
    }
}
