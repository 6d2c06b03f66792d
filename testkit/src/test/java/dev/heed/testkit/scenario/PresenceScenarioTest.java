package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.Presence;
import dev.heed.PresenceDesk;
import dev.heed.people.Agent;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents see who else is about to answer. */
class PresenceScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;
    private Instant start;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
        start = heed.clock().instant();
    }

    @Test
    void aPageSaysWhoLooksAsTheDocumentsSay() {
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        story.ben().presence().viewing(ticket);

        PresenceDesk presence = desk.as(maria).presence();
        presence.viewing(ticket);
        presence.typing(ticket);
        List<Presence> others = presence.who(ticket);
        presence.left(ticket);

        assertThat(others).extracting(Presence::agent).containsExactly(Story.BEN.id());
        assertThat(story.ben().presence().who(ticket)).isEmpty();
    }

    @Test
    void agentsSeeTheOthersAndNotThemselves() {
        heed.maria().presence().viewing(ticket);
        heed.clock().advance(Duration.ofSeconds(1));
        story.olga().presence().typing(ticket);

        assertThat(story.ben().presence().who(ticket))
                .containsExactly(
                        new Presence(DeskExtension.MARIA.id(), start, false),
                        new Presence(Story.OLGA.id(), start.plusSeconds(1), true));
        assertThat(heed.maria().presence().who(ticket))
                .extracting(Presence::agent)
                .containsExactly(Story.OLGA.id());
    }

    @Test
    void whoeverSaysNothingIsNotThereAnyMore() {
        heed.maria().presence().typing(ticket);

        heed.clock().advance(Duration.ofSeconds(9));
        assertThat(story.ben().presence().who(ticket))
                .allMatch(Presence::typing)
                .hasSize(1);
        heed.clock().advance(Duration.ofSeconds(1));
        assertThat(story.ben().presence().who(ticket))
                .noneMatch(Presence::typing)
                .hasSize(1);
        heed.clock().advance(Duration.ofSeconds(109));
        assertThat(story.ben().presence().who(ticket)).hasSize(1);
        heed.clock().advance(Duration.ofSeconds(1));
        assertThat(story.ben().presence().who(ticket)).isEmpty();
    }

    @Test
    void whoeverSaysSoAgainHasBeenThereAllTheTime() {
        heed.maria().presence().viewing(ticket);
        heed.clock().advance(Duration.ofSeconds(119));
        heed.maria().presence().viewing(ticket);
        heed.clock().advance(Duration.ofSeconds(119));

        assertThat(story.ben().presence().who(ticket))
                .containsExactly(new Presence(DeskExtension.MARIA.id(), start, false));

        heed.clock().advance(Duration.ofSeconds(10));
        heed.maria().presence().viewing(ticket);
        assertThat(story.ben().presence().who(ticket))
                .extracting(Presence::since)
                .containsExactly(heed.clock().instant());
    }

    @Test
    void whoeverLeavesIsGone() {
        heed.maria().presence().typing(ticket);
        heed.maria().presence().left(ticket);

        assertThat(story.ben().presence().who(ticket)).isEmpty();
        heed.maria().presence().left(ticket); // twice is no mistake
    }

    @Test
    void nobodyIsSeenOnAnotherTicket() {
        heed.maria().presence().viewing(ticket);
        TicketId other = story.written("Something else.");

        assertThat(story.ben().presence().who(other)).isEmpty();
    }

    @Test
    void lookingLeavesNoTraceInTheHistory() {
        int before = heed.events().size();
        heed.maria().presence().typing(ticket);

        assertThat(heed.events()).hasSize(before);
    }
}
