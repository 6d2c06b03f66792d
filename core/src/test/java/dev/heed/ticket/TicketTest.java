package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Direction;
import dev.heed.message.MessageId;
import dev.heed.people.EmailAddress;
import dev.heed.promise.PromiseKind;
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
                    .containsExactly("TicketOpened", "MessageReceived", "PromiseMade");
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
    class WhenStaffWorkOnIt {
        @Test
        void aNoteChangesNothingButTheHistory() {
            Ticket before = story.customerWrites().ticket();
            Ticket after = story.agentNotes().ticket();
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.messages()).isEqualTo(before.messages());
            assertThat(after.notes()).hasSize(1);
            assertThat(after.status()).isEqualTo(before.status());
            assertThat(after.expected()).isEqualTo(before.expected());
            assertThat(after.firstAnsweredAt()).isEmpty();
            assertThat(after.owner()).isEqualTo(before.owner());
        }

        @Test
        void hasOneOwnerAtATime() {
            story.isTakenBy(TicketStory.MARIA).isHandedOverTo(TicketStory.JANA);
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
        }

        @Test
        void isNotAssignedTwiceToTheSamePerson() {
            long version = story.isTakenBy(TicketStory.MARIA).ticket().version();
            assertThat(story.isTakenBy(TicketStory.MARIA).ticket().version()).isEqualTo(version);
        }

        @Test
        void recordsWhatBecameOfAMessage() {
            story.agentAnswers();
            MessageId answer = story.ticket().messages().get(1).id();
            Ticket before = story.ticket();
            Instant sent = story.then(new DeliveryCommand.RecordDelivery(answer, Optional.of("x@mail.example")))
                    .now();
            story.then(new DeliveryCommand.RecordFailure(answer, "mailbox full"));
            assertThat(story.history()
                            .subList((int) before.version(), story.history().size()))
                    .containsExactly(
                            new ConversationEvent.Delivered(before.id(), sent, answer, Optional.of("x@mail.example")),
                            new ConversationEvent.DeliveryFailed(before.id(), story.now(), answer, "mailbox full"),
                            new PromiseEvent.PromiseReopened(
                                    before.id(),
                                    story.now(),
                                    story.lastPromise().id(),
                                    Optional.of(answer)));
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.REPLY);
            assertThat(story.ticket().messages()).isEqualTo(before.messages());
        }

        @Test
        void holdsAnAnswerThatDidNotArriveForNone() {
            story.agentAnswers();
            MessageId answer = story.ticket().messages().get(1).id();
            story.then(new DeliveryCommand.RecordFailure(answer, "mailbox full"));

            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().expected()).isPresent();

            story.then(new DeliveryCommand.RecordDelivery(answer, Optional.empty()));

            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            assertThat(story.ticket().expected()).isEmpty();
        }

        @Test
        void knowsNothingOfForeignMessages() {
            TicketCommand foreign = new DeliveryCommand.RecordDelivery(new MessageId("elsewhere"), Optional.empty());
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
