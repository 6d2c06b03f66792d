package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.heed.error.HeedException;
import dev.heed.error.IllegalTransitionException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final int LONGEST_SEQUENCE = 5;

    private static final List<List<TicketCommand>> COMMANDS_OF_THE_SHOP = IntStream.range(0, LONGEST_SEQUENCE)
            .mapToObj(step -> commandsOfTheShop(timeOf(step)))
            .toList();

    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhoeverIsNotTheCustomer {
        @Test
        void cannotCloseATicketByAnySequenceOfCommands() {
            int visited = 0;
            for (Ticket start : oneTicketInEachStatus().values()) {
                if (start.status() != TicketStatus.CLOSED) {
                    visited += visit(start, 0);
                }
            }
            assertThat(visited).as("tickets looked at").isGreaterThan(4 * 11 * 11 * 11 * 11 * 11);
        }

        private int visit(Ticket ticket, int step) {
            if (ticket.status() == TicketStatus.CLOSED) {
                fail("It was closed by the shop: " + ticket.messages());
            }
            int visited = 1;
            if (step < LONGEST_SEQUENCE) {
                for (TicketCommand command : COMMANDS_OF_THE_SHOP.get(step)) {
                    visited += visit(decided(ticket, command, timeOf(step)), step + 1);
                }
            }
            return visited;
        }

        private Ticket decided(Ticket ticket, TicketCommand command, Instant now) {
            try {
                return ticket.apply(ticket.decide(command, now));
            } catch (HeedException refused) {
                return ticket;
            }
        }
    }

    /** From an hour before the customer is to be answered until after it. */
    private static Instant timeOf(int step) {
        return TicketStory.START.plus(TicketStory.TARGET).plus(Duration.ofMinutes(20L * (step - 3)));
    }

    private static List<TicketCommand> commandsOfTheShop(Instant now) {
        MessageId first = TicketStory.inbound(TicketStory.START, false).id();
        return List.of(
                new TicketCommand.Answer(TicketStory.byAgent(now, Direction.OUTBOUND), false),
                new TicketCommand.Answer(TicketStory.byAgent(now, Direction.OUTBOUND), true),
                new TicketCommand.BotMessage(TicketStory.automatic(now, new Author.ByBot("Tracker", Optional.empty()))),
                new TicketCommand.Acknowledge(TicketStory.automatic(now, new Author.BySystem(Optional.empty()))),
                new TicketCommand.WithholdAcknowledgement("A program wrote."),
                new TicketCommand.AddNote(TicketStory.byAgent(now, Direction.INTERNAL)),
                new TicketCommand.Assign(TicketStory.JANA, "Takes it over."),
                new TicketCommand.CheckExpectation(),
                new TicketCommand.RecordDelivery(first, Optional.empty()),
                new TicketCommand.RecordFailure(first, "mailbox full"),
                TicketStory.receive(now, true));
    }

    /** Each status, reached as it is reached in life. */
    private static Map<TicketStatus, Ticket> oneTicketInEachStatus() {
        Map<TicketStatus, Ticket> tickets = new EnumMap<>(TicketStatus.class);
        List.of(
                        TicketStory.opened(),
                        TicketStory.opened().agentAnswers().customerWrites(),
                        TicketStory.opened().agentAnswers(),
                        TicketStory.opened().agentProposesSolution(),
                        TicketStory.opened().agentProposesSolution().customerConfirms())
                .forEach(story -> tickets.put(story.ticket().status(), story.ticket()));
        assertThat(tickets).containsOnlyKeys(TicketStatus.values());
        return tickets;
    }

    @Nested
    class TheCustomer {
        @Test
        void closesWhatWasAnswered() {
            assertThat(story.agentAnswers().customerConfirms().ticket().status())
                    .isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void closesWhatIsHeldForSolved() {
            assertThat(story.agentProposesSolution().customerConfirms().ticket().status())
                    .isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void confirmsTwiceAsOnce() {
            Ticket closed = story.agentProposesSolution().customerConfirms().ticket();
            assertThat(story.customerConfirms().ticket()).isEqualTo(closed);
        }

        @Test
        void cannotCloseWhatNobodyAnswered() {
            assertThatThrownBy(story::customerConfirms)
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining("Ticket 1001 is NEW and cannot become CLOSED. Allowed next states: [NEW].")
                    .hasMessageContaining("Let a person answer");
        }

        @Test
        void cannotCloseWhenTheLastWordIsTheirOwn() {
            story.agentAnswers().customerWrites();
            assertThatThrownBy(story::customerConfirms)
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining("Ticket 1001 is OPEN and cannot become CLOSED. Allowed next states: [OPEN].");
        }

        @Test
        void cannotCloseAfterABotHadTheLastWord() {
            story.agentAnswers().customerWrites().botWrites();
            assertThatThrownBy(story::customerConfirms).isInstanceOf(IllegalTransitionException.class);
        }
    }
}
