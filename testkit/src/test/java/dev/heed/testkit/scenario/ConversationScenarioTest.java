package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Conversation;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A conversation that was merged can be read whole, by agents and by its customer; tickets go on in no circle. */
class ConversationScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId first;
    private TicketId second;
    private TicketId third;

    @BeforeEach
    void aCustomerWritesThreeTimes() {
        first = story.written("one");
        story.passes(Duration.ofMinutes(1));
        second = story.written("two");
        story.passes(Duration.ofMinutes(1));
        third = story.written("three");
        story.passes(Duration.ofMinutes(1));
    }

    private StructureDesk structure() {
        return heed.maria().structure();
    }

    private void merge(TicketId duplicate, TicketId into) {
        heed.maria().mergeInto(duplicate, into, "the same parcel");
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream()
                .filter(message -> !message.automatic())
                .map(message -> message.text().lines().findFirst().orElse(""))
                .toList();
    }

    private List<String> shown(TicketId id) {
        return story.ana().getTicket(id).messages().stream()
                .filter(line -> !line.automatic())
                .map(line -> line.text().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void aTicketByItselfIsAConversation() {
        heed.maria().note(second, "a note");
        Conversation conversation = structure().conversation(second);
        assertThat(conversation.ticket()).isEqualTo(second);
        assertThat(conversation.messages())
                .isEqualTo(heed.maria().getTicket(second).messages());
    }

    @Test
    void messagesOfDuplicatesOfDuplicatesAreReadInTheOrderOfTheirTimesEachWithItsTicket() {
        merge(third, first);
        heed.maria().reply(first, "four");
        merge(first, second);
        story.passes(Duration.ofMinutes(1));
        heed.maria().reply(second, "five");
        Conversation conversation = structure().conversation(second);
        assertThat(words(conversation.messages())).containsExactly("one", "two", "three", "four", "five");
        assertThat(conversation.entries())
                .filteredOn(entry -> !entry.message().automatic())
                .extracting(Conversation.Entry::ticket)
                .containsExactly(first, second, third, first, second);
        assertThat(conversation.messages()).doesNotHaveDuplicates();
        assertThat(conversation.toString()).doesNotContain("five");
    }

    @Test
    void aConversationIsReadAsTheDocumentSays() {
        merge(second, first);
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = first;

        Conversation whole = desk.as(maria).structure().conversation(ticket);
        whole.entries(); // each message once, in the order of their times, with the ticket it belongs to

        assertThat(words(whole.messages())).containsExactly("one", "two");
    }

    @Test
    void whatGoesOnElsewhereIsNotReadInATicketThatNeverHeardOfIt() {
        merge(third, first);
        assertThat(words(structure().conversation(second).messages())).containsExactly("two");
        assertThat(words(structure().conversation(third).messages())).containsExactly("three");
    }

    @Test
    void aDuplicateThatLivesAgainIsAConversationOfItsOwn() {
        merge(third, first);
        structure().unmerge(third, "another matter");
        assertThat(words(structure().conversation(first).messages())).containsExactly("one");
        assertThat(shown(third)).containsExactly("three");
    }

    @Test
    void theCustomerSeesEachMessageOnceWhereItGoesOn() {
        merge(third, first);
        merge(first, second);
        heed.maria().note(second, "a note");
        assertThat(shown(second)).containsExactly("one", "two", "three");
        assertThat(story.ana().getTicket(second).messages())
                .filteredOn(line -> line.fromCustomer())
                .extracting(CustomerTicket.Line::ticket)
                .containsExactly(first, second, third);
        assertThat(story.ana().getTicket(third).messages()).isEmpty();
        assertThat(story.ana().getTicket(third).goesOnIn()).contains(first);
        assertThat(story.ana().getTicket(second).goesOnIn()).isEmpty();
        assertThat(story.ana().tickets().stream().flatMap(ticket -> ticket.messages().stream()))
                .filteredOn(CustomerTicket.Line::fromCustomer)
                .hasSize(3);
    }

    @Test
    void aConversationOfATicketThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> structure().conversation(new TicketId(new UUID(9, 9))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void noTicketGoesOnInOneThatGoesOnInIt() {
        merge(first, second);
        String secondsNumber = Long.toString(heed.maria().getTicket(second).number());
        assertThatThrownBy(() -> merge(second, first))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("goes on in ticket " + secondsNumber + " already");
        merge(second, third);
        assertThatThrownBy(() -> merge(third, first))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("already");
        assertThat(words(structure().conversation(third).messages())).containsExactly("one", "two", "three");
    }

    @Test
    void aChainOfDuplicatesIsFollowedOverTwentyTicketsAndNoLongerOneIsMade() {
        List<TicketId> chain = new ArrayList<>(List.of(first));
        for (int hop = 1; hop <= 21; hop++) {
            heed.clock().advance(Duration.ofMinutes(1));
            heed.channel().receive(Story.ANA, "again " + hop);
            heed.run();
            List<Ticket> tickets = heed.tickets();
            chain.add(tickets.get(tickets.size() - 1).id());
        }
        for (int hop = 1; hop <= 20; hop++) {
            merge(chain.get(hop - 1), chain.get(hop));
        }
        heed.maria().reply(chain.get(20), "There it is.");
        heed.run();
        assertThat(story.ana().write(first, "Thank you.").id()).isEqualTo(chain.get(20));
        assertThatThrownBy(() -> merge(chain.get(20), chain.get(21)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("over 21 tickets");
        merge(chain.get(21), chain.get(20));
        assertThat(words(structure().conversation(chain.get(20)).messages())).hasSize(21 + 3);
    }
}
