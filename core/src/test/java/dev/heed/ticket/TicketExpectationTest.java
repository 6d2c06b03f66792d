package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and until when. */
class TicketExpectationTest {
    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhenTheCustomerWritesAgain {
        @Test
        void keepsTheFirstExpectation() {
            story.after(Duration.ofHours(3)).customerWrites();
            assertThat(story.ticket().messages()).hasSize(2);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
        }

        @Test
        void staysNewUntilAPersonAnswers() {
            story.customerWrites().customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.NEW);
        }

        @Test
        void opensAndExpectsAReplyAgainAfterAnAnswer() {
            story.agentAnswers().after(Duration.ofDays(1)).customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(story.now()));
            assertThat(story.ticket().reopenCount()).isZero();
        }

        @Test
        void staysOverdueIfItWas() {
            story.after(TicketStory.TARGET).expectationIsChecked().customerWrites();
            assertThat(story.ticket().overdue()).isTrue();
        }
    }

    @Nested
    class WhenAProgramWrites {
        @Test
        void anAcknowledgementTellsWhatIsExpectedAndAnswersNothing() {
            story.isAcknowledged();
            TicketEvent last = story.history().get(story.history().size() - 1);
            assertThat(last)
                    .isInstanceOfSatisfying(
                            TicketEvent.Acknowledged.class,
                            told -> assertThat(told.told()).isEqualTo(TicketStory.expectedFrom(TicketStory.START)));
            assertNobodyHasAnswered();
        }

        @Test
        void aBotAnswersNothing() {
            story.botWrites();
            assertThat(story.ticket().messages()).hasSize(2);
            assertNobodyHasAnswered();
        }

        @Test
        void isNotAcknowledgedWhenNobodyWaits() {
            long before = story.agentAnswers().ticket().version();
            assertThat(story.isAcknowledged().ticket().version()).isEqualTo(before);
        }

        @Test
        void aWithheldAcknowledgementLeavesItsReasonOnly() {
            story.then(new TicketCommand.WithholdAcknowledgement("A program wrote."));
            assertThat(story.history())
                    .last()
                    .isEqualTo(new TicketEvent.AcknowledgementWithheld(
                            story.ticket().id(), story.now(), "A program wrote."));
            assertThat(story.ticket().messages()).hasSize(1);
            assertNobodyHasAnswered();
        }

        private void assertNobodyHasAnswered() {
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.NEW);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
            assertThat(story.ticket().firstAnsweredAt()).isEmpty();
        }
    }

    @Nested
    class WhenAPersonAnswers {
        @Test
        void waitsForTheCustomer() {
            story.agentAnswers();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            assertThat(story.ticket().expected()).isEmpty();
        }

        @Test
        void remembersTheFirstAnswerForEver() {
            story.isAcknowledged().botWrites().agentAnswers();
            Instant first = story.now();
            story.customerWrites().agentProposesSolution();
            assertThat(story.ticket().firstAnsweredAt()).contains(first);
        }

        @Test
        void isNoLongerOverdue() {
            story.after(TicketStory.TARGET).expectationIsChecked().agentAnswers();
            assertThat(story.ticket().overdue()).isFalse();
        }

        @Test
        void isSolvedIfTheAuthorHoldsItForSolved() {
            story.agentProposesSolution();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(story.ticket().expected()).isEmpty();
        }
    }

    @Nested
    class WhenItIsChecked {
        @Test
        void isNotOverdueTheInstantBefore() {
            assertThat(checkedAt(TicketStory.START.plus(TicketStory.TARGET).minusNanos(1)))
                    .isEmpty();
        }

        @Test
        void isOverdueAtTheVeryInstant() {
            Instant due = TicketStory.START.plus(TicketStory.TARGET);
            assertThat(checkedAt(due))
                    .containsExactly(new TicketEvent.ReplyOverdue(
                            story.ticket().id(), due, TicketStory.expectedFrom(TicketStory.START)));
        }

        @Test
        void isOverdueOnlyOnce() {
            story.after(TicketStory.TARGET).expectationIsChecked();
            assertThat(story.ticket().overdue()).isTrue();
            assertThat(checkedAt(story.now().plusSeconds(1))).isEmpty();
        }

        @Test
        void isNotOverdueWhenNobodyWaits() {
            story.agentAnswers();
            assertThat(checkedAt(TicketStory.START.plus(Duration.ofDays(9)))).isEmpty();
        }

        private List<TicketEvent> checkedAt(Instant now) {
            return story.ticket().decide(new TicketCommand.CheckExpectation(), now);
        }
    }
}
