package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.promise.Promise;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and until when. */
class TicketExpectationTest {
    private static final Instant DUE = TicketStory.START.plus(TicketStory.TARGET);

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
            story.wakesAt(DUE).customerWrites();
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
                            ConversationEvent.Acknowledged.class,
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
            story.then(new ConversationCommand.WithholdAcknowledgement("A program wrote."));
            assertThat(story.history())
                    .last()
                    .isEqualTo(new ConversationEvent.AcknowledgementWithheld(
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
            story.wakesAt(DUE).agentAnswers();
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
    class WhenTimePasses {
        @Test
        void isNotOverdueTheInstantBefore() {
            story.wakesAt(DUE.minusNanos(1));
            assertThat(story.ticket().overdue()).isFalse();
            assertThat(story.latest()).doesNotHaveAnyElementsOfTypes(PromiseBroken.class);
        }

        @Test
        void isOverdueAtTheVeryInstant() {
            Promise reply = story.isTakenBy(TicketStory.MARIA).lastPromise();
            story.wakesAt(DUE.minusNanos(1)).wakesAt(DUE);
            assertThat(story.ticket().overdue()).isTrue();
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
            assertThat(story.latest())
                    .startsWith(new PromiseBroken(story.ticket().id(), DUE, reply.id()));
        }

        @Test
        void isOverdueOnlyOnce() {
            story.wakesAt(DUE);
            story.at(DUE.plusSeconds(1)).wakes();
            assertThat(story.ticket().overdue()).isTrue();
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void isNotOverdueWhenNobodyWaits() {
            story.agentAnswers().wakesAt(TicketStory.START.plus(Duration.ofDays(9)));
            assertThat(story.ticket().overdue()).isFalse();
            assertThat(story.history()).doesNotHaveAnyElementsOfTypes(PromiseBroken.class);
        }
    }
}
