package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Direction;
import dev.heed.message.MessageId;
import dev.heed.people.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketTest {
    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhenOpened {
        @Test
        void isNewAndNobodyHasAnswered() {
            Ticket ticket = story.ticket();
            assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
            assertThat(ticket.owner()).isEmpty();
            assertThat(ticket.firstAnsweredAt()).isEmpty();
            assertThat(ticket.reopenCount()).isZero();
            assertThat(ticket.overdue()).isFalse();
        }

        @Test
        void keepsWhatTheCustomerCameWith() {
            Ticket ticket = story.ticket();
            assertThat(ticket.number()).isEqualTo(1001);
            assertThat(ticket.subject()).isEqualTo("Broken lens cap");
            assertThat(ticket.customer()).isEqualTo(TicketStory.CUSTOMER);
            assertThat(ticket.address()).contains(EmailAddress.of("anna@customer.example"));
            assertThat(ticket.channel()).hasToString("email");
            assertThat(ticket.openedAt()).isEqualTo(TicketStory.START);
            assertThat(ticket.changedAt()).isEqualTo(TicketStory.START);
            assertThat(ticket.messages()).containsExactly(TicketStory.inbound(TicketStory.START, false));
        }

        @Test
        void expectsAReplyFromTheFirstMoment() {
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
        }

        @Test
        void hasTheOpeningTheMessageAndTheExpectationInItsHistory() {
            assertThat(story.history())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("TicketOpened", "MessageReceived", "ReplyExpected");
        }

        @Test
        void cannotBeOpenedAgain() {
            TicketCommand again = TicketStory.openWith(TicketStory.inbound(TicketStory.START, false));
            assertThatThrownBy(() -> story.then(again))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("1001")
                    .hasMessageContaining("new id");
        }
    }

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

    @Nested
    class WhenStaffWorkOnIt {
        @Test
        void aNoteChangesNothingButTheHistory() {
            Ticket before = story.customerWrites().ticket();
            Ticket after = story.agentNotes().ticket();
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.messages()).hasSize(before.messages().size() + 1);
            assertThat(after.status()).isEqualTo(before.status());
            assertThat(after.expected()).isEqualTo(before.expected());
            assertThat(after.firstAnsweredAt()).isEmpty();
            assertThat(after.owner()).isEqualTo(before.owner());
        }

        @Test
        void hasOneOwnerAtATime() {
            story.isAssignedTo(TicketStory.MARIA).isAssignedTo(TicketStory.JANA);
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
        }

        @Test
        void isNotAssignedTwiceToTheSamePerson() {
            long version = story.isAssignedTo(TicketStory.MARIA).ticket().version();
            assertThat(story.isAssignedTo(TicketStory.MARIA).ticket().version()).isEqualTo(version);
        }

        @Test
        void recordsWhatBecameOfAMessage() {
            story.agentAnswers();
            MessageId answer = story.ticket().messages().get(1).id();
            Ticket before = story.ticket();
            story.then(new TicketCommand.RecordDelivery(answer, Optional.of("x@mail.example")))
                    .then(new TicketCommand.RecordFailure(answer, "mailbox full"));
            assertThat(story.ticket().version()).isEqualTo(before.version() + 2);
            assertThat(story.ticket().status()).isEqualTo(before.status());
            assertThat(story.ticket().messages()).isEqualTo(before.messages());
        }

        @Test
        void knowsNothingOfForeignMessages() {
            TicketCommand foreign = new TicketCommand.RecordDelivery(new MessageId("elsewhere"), Optional.empty());
            assertThatThrownBy(() -> story.then(foreign))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Ticket 1001 has no message elsewhere");
        }
    }

    @Nested
    class AsAValue {
        @Test
        void isEqualByIdAndVersion() {
            Ticket same = Ticket.replay(story.history());
            assertThat(same).isEqualTo(story.ticket()).hasSameHashCodeAs(story.ticket());
            assertThat(story.agentNotes().ticket()).isNotEqualTo(same);
        }

        @Test
        void doesNotChangeWhenAnEventIsApplied() {
            Ticket before = story.ticket();
            story.agentAnswers();
            assertThat(before.version()).isEqualTo(3);
            assertThat(before.status()).isEqualTo(TicketStatus.NEW);
            assertThat(before.messages()).hasSize(1);
        }

        @Test
        void handsOutMessagesThatCannotBeChanged() {
            assertThatThrownBy(() ->
                            story.ticket().messages().add(TicketStory.byAgent(TicketStory.START, Direction.OUTBOUND)))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void namesItselfByNumberStatusAndVersionAndNothingPersonal() {
            assertThat(story.ticket()).hasToString("Ticket 1001 NEW v3");
        }

        @Test
        void cannotBeReplayedFromNothingOrFromTheMiddle() {
            List<TicketEvent> middle = story.history().subList(1, 3);
            assertThatThrownBy(() -> Ticket.replay(List.of())).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Ticket.replay(middle)).isInstanceOf(InvalidInputException.class);
        }
    }
}
