package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final int LONGEST_SEQUENCE = 5;

    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhoeverIsNotTheCustomer {
        @Test
        void cannotCloseATicketByAnySequenceOfCommands() {
            int visited = 0;
            for (Ticket start : oneTicketInEachStatus().values()) {
                if (start.status() != TicketStatus.CLOSED) {
                    visited += visit(start, LONGEST_SEQUENCE, TicketStory.START.plus(Duration.ofHours(7)));
                }
            }
            assertThat(visited).as("tickets looked at").isGreaterThan(4 * 11 * 11 * 11 * 11 * 11);
        }

        private int visit(Ticket ticket, int depth, Instant now) {
            assertThat(ticket.status()).as(ticket.toString()).isNotEqualTo(TicketStatus.CLOSED);
            int visited = 1;
            if (depth > 0) {
                for (TicketCommand command : commandsOfTheShop(ticket, now)) {
                    visited += visit(decided(ticket, command, now), depth - 1, now.plus(Duration.ofMinutes(20)));
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

        private List<TicketCommand> commandsOfTheShop(Ticket ticket, Instant now) {
            MessageId last = ticket.messages().get(ticket.messages().size() - 1).id();
            return List.of(
                    new TicketCommand.Answer(TicketStory.byAgent(now, Direction.OUTBOUND), false),
                    new TicketCommand.Answer(TicketStory.byAgent(now, Direction.OUTBOUND), true),
                    new TicketCommand.BotMessage(
                            TicketStory.automatic(now, new Author.ByBot("Tracker", Optional.empty()))),
                    new TicketCommand.Acknowledge(TicketStory.automatic(now, new Author.BySystem(Optional.empty()))),
                    new TicketCommand.WithholdAcknowledgement("A program wrote."),
                    new TicketCommand.AddNote(TicketStory.byAgent(now, Direction.INTERNAL)),
                    new TicketCommand.Assign(TicketStory.JANA, "Takes it over."),
                    new TicketCommand.CheckExpectation(),
                    new TicketCommand.RecordDelivery(last, Optional.empty()),
                    new TicketCommand.RecordFailure(last, "mailbox full"),
                    TicketStory.receive(now, true));
        }
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

    @Nested
    class WhenSolved {
        @Test
        void reopensWhenTheCustomerReplies() {
            story.agentProposesSolution().customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().reopenCount()).isEqualTo(1);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(story.now()));
            assertThat(story.history())
                    .contains(new TicketEvent.Reopened(story.ticket().id(), story.now(), TicketStatus.SOLVED));
        }

        @Test
        void staysSolvedWhenAnAutoResponderReplies() {
            story.agentProposesSolution().autoResponderWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(story.ticket().reopenCount()).isZero();
            assertThat(story.ticket().expected()).isEmpty();
            assertThat(story.ticket().messages()).hasSize(3);
        }

        @Test
        void canBePendingAgain() {
            assertThat(story.agentProposesSolution().agentAnswers().ticket().status())
                    .isEqualTo(TicketStatus.PENDING);
        }
    }

    @Nested
    class WhenPending {
        @Test
        void staysPendingWhenAnAutoResponderReplies() {
            story.agentAnswers().autoResponderWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            assertThat(story.ticket().expected()).isEmpty();
        }
    }

    @Nested
    class WhenClosed {
        private final TicketStory closed = story.agentProposesSolution().customerConfirms();

        @Test
        void reopensWhenTheCustomerReplies() {
            closed.customerWrites();
            assertThat(closed.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(closed.ticket().reopenCount()).isEqualTo(1);
            assertThat(closed.history())
                    .contains(new TicketEvent.Reopened(closed.ticket().id(), closed.now(), TicketStatus.CLOSED));
        }

        @Test
        void staysClosedWhenAnAutoResponderReplies() {
            closed.autoResponderWrites();
            assertThat(closed.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(closed.ticket().reopenCount()).isZero();
        }

        @Test
        void staysClosedAfterALastWordOfTheAgent() {
            closed.agentAnswers();
            assertThat(closed.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(closed.ticket().messages()).hasSize(3);
        }

        @Test
        void cannotBeSolvedAgain() {
            assertThatThrownBy(closed::agentProposesSolution)
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining(
                            "Ticket 1001 is CLOSED and cannot become SOLVED. Allowed next states: [CLOSED].")
                    .hasMessageContaining("Reply without proposing a solution.");
        }
    }

    @Test
    void countsEachReopening() {
        story.agentProposesSolution().customerWrites().agentProposesSolution().customerConfirms();
        assertThat(story.customerWrites().ticket().reopenCount()).isEqualTo(2);
    }
}
