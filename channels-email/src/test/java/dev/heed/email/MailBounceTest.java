package dev.heed.email;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail of the desk that a server took over and sends back. */
class MailBounceTest {
    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    private String answer;

    @BeforeEach
    void anAnswerLeaves() {
        mail.deliver(RawMail.of("Where is it?"));
        heed.run();
        heed.maria().reply(heed.onlyTicket().id(), "It left this morning.");
        heed.run();
        answer = lastReceived();
    }

    private String lastReceived() {
        List<ReceivedMail> arrived = mail.received(MailRig.ANA);
        return arrived.get(arrived.size() - 1).messageId();
    }

    private void comesBack(ReturnedMail report) {
        mail.deliver(MailRig.SHOP, report.bytes());
        heed.run();
    }

    private Message lastAnswer() {
        Ticket ticket = heed.tickets().get(0);
        return ticket.messages().stream()
                .filter(message -> message.id().equals(ticket.lastAnswer().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerThatComesBackLetsTheCustomerWaitAgain() {
        comesBack(ReturnedMail.failed(answer));

        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
        assertThat(heed.onlyTicket().unreachable()).isTrue();
        assertThat(heed.onlyTicket().expected()).isPresent();
        assertThat(heed.events())
                .filteredOn(Bounced.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(((Bounced) event).message())
                            .isEqualTo(lastAnswer().id());
                    assertThat(((Bounced) event).reason()).contains("5.1.1").doesNotContain(MailRig.ANA);
                });
        assertThat(mail.received(MailRig.ANA)).hasSize(2);
    }

    @Test
    void theReportIsKeptAsANote() {
        comesBack(ReturnedMail.failed(answer));

        assertThat(heed.onlyTicket().notes()).singleElement().satisfies(note -> {
            assertThat(note.author()).isEqualTo(new Author.BySystem(Optional.empty()));
            assertThat(note.text()).contains("This is the mail system");
            assertThat(note.attachments()).isNotEmpty();
        });
    }

    @Test
    void ofTwoAnswersTheOneThatCameBackIsNamed() {
        heed.maria().reply(heed.onlyTicket().id(), "And it has a number: 42.");
        heed.run();
        String second = lastReceived();
        comesBack(ReturnedMail.failed(second).with("earlier@acme.example", answer));

        assertThat(heed.events())
                .filteredOn(Bounced.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Bounced) event).message())
                        .isEqualTo(lastAnswer().id()));
    }

    @Test
    void aDelayIsNoBounce() {
        comesBack(ReturnedMail.delayed(answer));

        assertThat(heed.events()).noneMatch(Bounced.class::isInstance);
        assertThat(heed.tickets().get(0)).hasStatus(TicketStatus.PENDING);
    }

    @Test
    void aReportOnAMailOfSomebodyElseTouchesNoTicketOfTheDesk() {
        Ticket before = heed.onlyTicket();
        comesBack(ReturnedMail.failed("foreign@elsewhere.example")
                .with("first@customer.example", "other@elsewhere.example"));

        assertThat(heed.events()).noneMatch(Bounced.class::isInstance);
        assertThat(heed.maria().getTicket(before.id())).isEqualTo(before);
        assertThat(mail.received(MailRig.ANA)).hasSize(2);
    }

    @Test
    void whoWritesAgainIsReachable() {
        comesBack(ReturnedMail.failed(answer));
        mail.deliver(RawMail.of("My mailbox was full.").answering(answer));
        heed.run();

        assertThat(heed.onlyTicket().unreachable()).isFalse();
    }
}
