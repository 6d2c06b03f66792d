package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer reads the messages of a ticket in the order in which they were written. */
class OutboxOrderScenarioTest {
    private static final SendOutcome BUSY = SendOutcome.failed("busy");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    @BeforeEach
    void mariaHasWrittenTwice() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        TicketId ticket = heed.onlyTicket().id();
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        Story.reading(heed.maria(), ticket).reply(ticket, "It is in Leipzig now.");
    }

    private List<String> arrived() {
        return heed.channel().sent().stream()
                .map(message -> ShopInTrouble.firstLine(message.content().text()))
                .toList();
    }

    @Test
    void theSecondReplyWaitsForTheFirst() {
        heed.gateway().next(BUSY).next(BUSY);
        heed.run();
        heed.clock().advance(Duration.ofMinutes(1));
        heed.run();
        assertThat(arrived()).containsExactly("Hello,");
        heed.clock().advance(Duration.ofMinutes(5));
        heed.run();

        assertThat(arrived()).containsExactly("Hello,", "It left this morning.", "It is in Leipzig now.");
    }

    @Test
    void itWaitsWhileTheFirstIsInDoubt() {
        heed.gateway().next(new SendOutcome.Unknown("no answer"));
        heed.run();
        assertThat(arrived()).containsExactly("Hello,");
        heed.clock().advance(Duration.ofMinutes(10));
        heed.run();

        assertThat(arrived()).containsExactly("Hello,", "It left this morning.", "It is in Leipzig now.");
    }

    @Test
    void theTicketOfAnotherDoesNotWait() {
        heed.gateway().next(BUSY);
        heed.run();
        heed.channel().receive("eve@example.com", "And mine?");
        heed.run();

        assertThat(heed.channel().lastSent().to().value()).isEqualTo("eve@example.com");
    }

    @Test
    void whatIsDeadHoldsNothingUp() {
        heed.gateway().next(new SendOutcome.Rejected("too large"));
        heed.run();

        assertThat(arrived()).containsExactly("Hello,", "It is in Leipzig now.");
        assertThat(heed.desk().backoffice().deadLetters()).hasSize(1);
    }
}
