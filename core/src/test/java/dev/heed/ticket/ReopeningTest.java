package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.IllegalTransitionException;
import dev.heed.ticket.Lifecycle.Move;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket on which nobody waits. */
class ReopeningTest {
    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhenSolved {
        @Test
        void reopensWhenTheCustomerReplies() {
            story.agentProposesSolution().customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().reopenCount()).isEqualTo(1);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(story.now()));
            assertThat(story.history())
                    .contains(new LifecycleEvent.Reopened(story.ticket().id(), story.now(), TicketStatus.SOLVED));
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
                    .contains(new LifecycleEvent.Reopened(closed.ticket().id(), closed.now(), TicketStatus.CLOSED));
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
                    .hasMessageContaining("Ticket 1001 is CLOSED")
                    .hasMessageContaining(Move.AGENT_PROPOSES_SOLUTION.toString())
                    .hasMessageContaining("Answer without proposing a solution");
        }
    }

    @Test
    void countsEachReopening() {
        story.agentProposesSolution().customerWrites().agentProposesSolution().customerConfirms();
        assertThat(story.customerWrites().ticket().reopenCount()).isEqualTo(2);
    }
}
