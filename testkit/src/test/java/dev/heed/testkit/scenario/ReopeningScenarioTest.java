package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reply opens what was closed; long after, it goes on in a new ticket that says which one it follows. */
class ReopeningScenarioTest {
    private static final Duration WINDOW = Duration.ofDays(30);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private final Story story = new Story(heed);
    private TicketId ticket;
    private OutboundMessage answer;

    @BeforeEach
    void aTicketIsClosed() {
        ticket = story.written("Where is my parcel?");
        story.answered(ticket, Commitments.none());
        answer = heed.channel().lastSent();
        story.ana().confirmSolved(ticket);
    }

    private Ticket newest() {
        return heed.tickets().get(heed.tickets().size() - 1);
    }

    @Test
    void atTheLastInstantOfTheTimeTheSameTicketGoesOn() {
        story.passes(WINDOW);
        heed.channel().answer(Story.ANA, answer, "It came broken.");
        story.run();
        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN).isOwnedBy(MARIA);
        assertThat(heed.onlyTicket().reopenCount()).isEqualTo(1);
        assertThat(heed.onlyTicket().expected()).isPresent();
    }

    @Test
    void anInstantLaterANewOneFollowsIt() {
        story.passes(WINDOW.plusNanos(1));
        heed.channel().answer(Story.ANA, answer, "It came broken.");
        story.run();
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        assertThat(newest().follows()).contains(ticket);
        assertThat(newest()).hasStatus(TicketStatus.NEW).isAcknowledged();
    }

    @Test
    void onThePagesItIsTheSame() {
        story.passes(WINDOW.plusNanos(1));
        assertThat(story.ana().write(ticket, "It came broken.").id()).isNotEqualTo(ticket);
        assertThat(newest().follows()).contains(ticket);
        assertThat(newest().expected()).isPresent();
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void aProgramOpensNothing() {
        heed.channel()
                .receive(heed.channel()
                        .message("I am out of office.")
                        .sender(dev.heed.people.EmailAddress.of(Story.ANA))
                        .answers(java.util.List.of("out-" + answer.id()))
                        .automatic("Auto-Submitted")
                        .build());
        story.run();
        assertThat(heed.onlyTicket()).hasStatus(TicketStatus.CLOSED).hasMessages(4);
    }

    @Test
    void eachTimeIsCounted() {
        for (int time = 1; time <= 3; time++) {
            story.ana().write(ticket, "It is not solved " + time);
            story.answered(ticket, Commitments.none());
            story.ana().confirmSolved(ticket);
            assertThat(story.ticket(ticket).reopenCount()).isEqualTo(time);
        }
    }
}
