package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Agent;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tickets are linked by the people of the shop, and no customer hears of it. */
class LinkScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId a;
    private TicketId b;
    private TicketId c;

    @BeforeEach
    void threeTickets() {
        a = story.written("one");
        b = story.written("two");
        heed.channel().receive("bob@example.com", "three");
        story.run();
        c = heed.tickets().get(2).id();
    }

    private StructureDesk structure() {
        return heed.maria().structure();
    }

    private Map<TicketId, LinkKind> links(TicketId id) {
        return story.ticket(id).structure().links();
    }

    @Test
    void aLinkStandsOnBothTickets() {
        Ticket linked = structure().link(a, b, LinkKind.RELATED);
        assertThat(linked.structure().links()).containsExactly(Map.entry(b, LinkKind.RELATED));
        assertThat(links(b)).containsExactly(Map.entry(a, LinkKind.RELATED));
    }

    @Test
    void linkedTwiceIsLinkedOnce() {
        structure().link(a, b, LinkKind.PARENT_OF);
        structure().link(a, b, LinkKind.PARENT_OF);
        structure().link(b, a, LinkKind.CHILD_OF);
        assertThat(story.events(Linked.class)).hasSize(2);
        structure().link(a, b, LinkKind.RELATED);
        assertThat(links(a)).containsExactly(Map.entry(b, LinkKind.RELATED));
        assertThat(links(b)).containsExactly(Map.entry(a, LinkKind.RELATED));
    }

    @Test
    void unlinkedTheyAreLinkedNoMoreHoweverOften() {
        structure().link(a, b, LinkKind.RELATED);
        structure().unlink(b, a);
        structure().unlink(b, a);
        structure().unlink(b, b);
        assertThat(links(a)).isEmpty();
        assertThat(links(b)).isEmpty();
    }

    @Test
    void aParentShowsItsChildrenAndHowManyAreOpen() {
        structure().link(a, b, LinkKind.PARENT_OF);
        structure().link(c, a, LinkKind.CHILD_OF);
        assertThat(structure().children(a).all()).extracting(Ticket::id).containsExactly(b, c);
        assertThat(structure().children(a).open()).isEqualTo(2);
        story.answered(b, Commitments.none().solve(Resolution.ANSWERED));
        story.ana().confirmSolved(b);
        assertThat(structure().children(a).open()).isEqualTo(1);
        assertThat(structure().children(b).all()).isEmpty();
        assertThat(story.ticket(a)).hasStatus(TicketStatus.NEW);
    }

    @Test
    void noTicketIsAPartOfItself() {
        assertThatThrownBy(() -> structure().link(a, a, LinkKind.RELATED)).isInstanceOf(InvalidInputException.class);
        structure().link(a, b, LinkKind.PARENT_OF);
        structure().link(b, c, LinkKind.PARENT_OF);
        long version = story.ticket(c).version();
        assertThatThrownBy(() -> structure().link(c, a, LinkKind.PARENT_OF))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be its parent");
        assertThatThrownBy(() -> structure().link(a, c, LinkKind.CHILD_OF)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> structure().link(b, a, LinkKind.PARENT_OF)).isInstanceOf(InvalidInputException.class);
        assertThat(story.ticket(c).version()).isEqualTo(version);
        structure().link(a, c, LinkKind.PARENT_OF);
        assertThat(structure().children(a).all()).extracting(Ticket::id).containsExactly(b, c);
    }

    @Test
    void aTicketThatIsNotThereIsNotLinked() {
        TicketId nowhere = new TicketId(new UUID(9, 9));
        assertThatThrownBy(() -> structure().link(a, nowhere, LinkKind.RELATED)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> structure().children(nowhere)).isInstanceOf(NotFoundException.class);
        assertThat(links(a)).isEmpty();
    }

    @Test
    void aTicketOfAnotherCustomerIsLinkedAndNoCustomerSeesIt() {
        structure().link(a, c, LinkKind.RELATED);
        assertThat(story.ana().tickets()).extracting(ticket -> ticket.id()).doesNotContain(c);
        assertThat(story.ana().getTicket(a).toString()).doesNotContain(c.toString());
        assertThatThrownBy(() -> story.ana().getTicket(c)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void ticketsAreLinkedAsTheDocumentSays() {
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId outage = a;
        TicketId report = b;

        StructureDesk structure = desk.as(maria).structure();
        structure.link(outage, report, LinkKind.PARENT_OF);
        structure.children(outage).open(); // 1
        structure.unlink(outage, report);

        assertThat(List.of(links(outage), links(report))).allMatch(Map::isEmpty);
    }
}
