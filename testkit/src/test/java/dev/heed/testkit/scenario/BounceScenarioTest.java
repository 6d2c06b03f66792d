package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What did not reach the customer was not said: the customer goes on waiting, and somebody has to find another way. */
class BounceScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;
    private OutboundMessage acknowledgement;
    private OutboundMessage answer;

    @BeforeEach
    void anAnswerLeaves() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        acknowledgement = heed.channel().lastSent();
        ticket = heed.onlyTicket().id();
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        heed.run();
        answer = heed.channel().lastSent();
    }

    private List<Bounced> bounces() {
        return heed.events().stream()
                .filter(Bounced.class::isInstance)
                .map(Bounced.class::cast)
                .toList();
    }

    private void comesBack(OutboundMessage message) {
        heed.channel().bounce(message);
        heed.run();
    }

    @Test
    void anAnswerThatComesBackLetsTheCustomerWaitAgain() {
        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.PENDING).expectsNoReply();
        comesBack(answer);

        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
        assertThat(heed.onlyTicket().expected()).isPresent();
        assertThat(heed.onlyTicket().unreachable()).isTrue();
        assertThat(heed.maria().queue(5)).containsExactly(heed.onlyTicket());
        assertThat(bounces()).extracting(Bounced::message).containsExactly(answer.id());
        assertThat(bounces()).extracting(Bounced::reason).containsExactly("no such mailbox");
    }

    @Test
    void theReportIsANoteAndNoMessageOfTheCustomer() {
        comesBack(answer);

        assertThat(heed.onlyTicket().messages()).extracting(Message::id).endsWith(answer.id());
        assertThat(heed.onlyTicket().notes()).singleElement().satisfies(note -> {
            assertThat(note.author()).isEqualTo(new Author.BySystem(Optional.empty()));
            assertThat(note.text()).isEqualTo("It could not be delivered.");
        });
        assertThat(heed.channel().sent()).containsExactly(acknowledgement, answer);
    }

    @Test
    void thatNobodyIsReachedIsAnAlarmAndTheNextThingToDo() {
        comesBack(answer);
        heed.clock().advance(Duration.ofHours(1));
        heed.run();

        assertThat(heed.events())
                .filteredOn(Escalated.class::isInstance)
                .extracting(event -> ((Escalated) event).why())
                .contains(Why.CUSTOMER_UNREACHABLE);
        assertThat(heed.maria().nextAction(ticket)).isPresent();
    }

    @Test
    void theSameReportTwiceIsOneBounce() {
        InboundMessage report = heed.channel().bounce(answer);
        heed.run();
        heed.channel().receive(report);

        assertThat(heed.run().duplicates()).isEqualTo(1);
        assertThat(bounces()).hasSize(1);
    }

    @Test
    void anAcknowledgementThatComesBackTakesNoAnswerBack() {
        comesBack(acknowledgement);

        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.PENDING).expectsNoReply();
        assertThat(heed.onlyTicket().unreachable()).isTrue();
    }

    @Test
    void silenceOfACustomerWhoIsNotReachedIsNoConsent() {
        comesBack(answer);
        heed.clock().advance(Duration.ofDays(60));
        heed.run();
        heed.run();

        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
        assertThat(heed.channel().sent()).containsExactly(acknowledgement, answer);
    }

    @Test
    void whoWritesAgainIsReachable() {
        comesBack(answer);
        heed.channel().answer("ana@example.com", answer, "My mailbox was full.");
        heed.run();

        assertThat(heed.onlyTicket().unreachable()).isFalse();
    }

    @Test
    void aReportOnSomethingThatTheDeskNeverSentTouchesNoTicketOfTheDesk() {
        Ticket before = heed.onlyTicket();
        heed.channel()
                .receive(heed.channel()
                        .message("It could not be delivered.")
                        .automatic("It is a report about a delivery.")
                        .bounce(new Bounce(List.of("foreign-1", "foreign-2"), "no such mailbox"))
                        .build());
        heed.run();

        assertThat(bounces()).isEmpty();
        assertThat(heed.maria().getTicket(before.id())).isEqualTo(before);
        assertThat(heed.channel().sent()).containsExactly(acknowledgement, answer);
    }

    @Test
    void aReportOnAMessageOfTheCustomerIsNone() {
        Ticket before = heed.onlyTicket();
        String name = before.messages().get(0).reference().orElseThrow();
        heed.channel()
                .receive(heed.channel()
                        .message("It could not be delivered.")
                        .automatic("It is a report about a delivery.")
                        .bounce(new Bounce(List.of(name), "no such mailbox"))
                        .build());
        heed.run();

        assertThat(bounces()).isEmpty();
        assertThat(heed.maria().getTicket(before.id())).isEqualTo(before);
    }
}
