package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The shop waits for somebody else, until a named time. */
class HoldTest {
    private static final Instant DAY_AFTER = TicketStory.START.plus(Duration.ofDays(1));

    private final TicketStory story = TicketStory.owned();

    @Nested
    class WhatIsHeld {
        @Test
        void isTakenUpAgainAtTheNamedTime() {
            story.agentAnswers().isHeldUntil(DAY_AFTER);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.ON_HOLD);
            assertThat(story.wakeAt()).isEqualTo(DAY_AFTER);
            assertThat(story.ticket().nextAction(story.policy()))
                    .contains(new NextAction(NextAction.Kind.TAKE_UP_AGAIN, DAY_AFTER, Optional.empty()));
            story.wakesWhenDue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().heldUntil()).isEmpty();
        }

        @Test
        void isTakenUpAgainWhenTheCustomerWrites() {
            story.agentAnswers().isHeldUntil(DAY_AFTER).customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().heldUntil()).isEmpty();
        }

        @Test
        void isTakenUpAgainWhenTheAnswerDidNotArrive() {
            story.agentAnswers().isHeldUntil(DAY_AFTER).lastMessageBounces();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().heldUntil()).isEmpty();
        }

        @Test
        void isNotClosedBySilence() {
            story.agentAnswers().isHeldUntil(TicketStory.START.plus(Duration.ofDays(60)));
            assertThat(story.wakeAt()).isEqualTo(TicketStory.START.plus(Duration.ofDays(60)));
        }

        @Test
        void staysHeldWhenALostAnswerIsDeliveredAfterAllAndCanThenBeConfirmed() {
            story.agentAnswers().lastMessageFails();
            story.isHeldUntil(story.ticket().expected().orElseThrow().at()).lastMessageIsDelivered();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.ON_HOLD);
            assertThat(story.customerConfirms().ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }
    }

    @Nested
    class IsNotPossible {
        @Test
        void beyondATimeThatWasPromised() {
            Refusal.with(PracticeCode.OPEN_PROMISE, () -> story.isHeldUntil(DAY_AFTER));
            story.agentPromises(PromiseKind.ACTION, DAY_AFTER);
            Refusal.with(PracticeCode.OPEN_PROMISE, () -> story.isHeldUntil(DAY_AFTER.plusNanos(1)));
            assertThat(story.isHeldUntil(DAY_AFTER).ticket().status()).isEqualTo(TicketStatus.ON_HOLD);
        }

        @Test
        void untilNow() {
            story.agentAnswers();
            assertThatThrownBy(() -> story.isHeldUntil(story.now().plusSeconds(60)))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void withoutTellingTheCustomerOrSayingWhyNot() {
            story.agentAnswers();
            assertThatThrownBy(() -> story.then(hold("Waits.", Optional.empty(), Optional.of(" "))))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> story.then(hold("Waits.", Optional.empty(), Optional.empty())))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void withAMessageThatWasNeverWritten() {
            story.agentAnswers();
            assertThatThrownBy(
                            () -> story.then(hold("Waits.", Optional.of(new MessageId("elsewhere")), Optional.empty())))
                    .isInstanceOf(NotFoundException.class);
            story.then(hold("Waits.", Optional.of(story.lastMessage()), Optional.empty()));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.ON_HOLD);
        }

        @Test
        void withoutAReason() {
            story.agentAnswers();
            assertThatThrownBy(() -> story.then(hold(" ", Optional.empty(), Optional.of("On the phone."))))
                    .isInstanceOf(InvalidInputException.class);
        }

        private TicketCommand hold(String reason, Optional<MessageId> told, Optional<String> untoldBecause) {
            return new LifecycleCommand.Hold(DAY_AFTER, TicketStory.MARIA, reason, told, untoldBecause);
        }
    }

    @Test
    void endsWithinAYearOrItWouldBeForgotten() {
        TicketStory story = TicketStory.owned().agentAnswers();
        for (Instant until : List.of(story.now().plus(Duration.ofDays(367)), Instant.MAX)) {
            assertThatThrownBy(() -> story.isHeldUntil(until))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("within a year");
        }
    }
}
