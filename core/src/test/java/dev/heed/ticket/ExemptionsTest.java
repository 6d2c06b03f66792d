package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.IllegalTransitionException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The few closings without the customer. */
class ExemptionsTest {
    private final TicketStory story = TicketStory.owned();

    @Test
    void areThree() {
        assertThat(Exemption.values()).containsExactly(Exemption.SPAM, Exemption.DUPLICATE, Exemption.CUSTOMER_ERASED);
    }

    @ParameterizedTest
    @EnumSource
    void areOnTheRecordWithPersonAndReason(Exemption exemption) {
        story.isExempted(exemption);
        assertThat(story.ticket().closing())
                .hasValueSatisfying(closing -> assertThat(closing)
                        .isInstanceOfSatisfying(Closing.Exempt.class, exempt -> {
                            assertThat(exempt.exemption()).isEqualTo(exemption);
                            assertThat(exempt.by()).isEqualTo(TicketStory.MARIA);
                            assertThat(exempt.reason()).isNotBlank();
                        }));
        assertThat(story.ticket().promises()).extracting(Promise::state).containsExactly(PromiseState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void needAReason(Exemption exemption) {
        assertThatThrownBy(() -> story.then(
                        new LifecycleCommand.Exempt(exemption, TicketStory.MARIA, " ", Optional.of(TicketStory.OTHER))))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER_ERASED")
    void areRefusedWhereItIsClosed(Exemption exemption) {
        story.agentProposesSolution().customerConfirms();
        assertThatThrownBy(() -> story.isExempted(exemption))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("CLOSED")
                .hasMessageContaining("CUSTOMER_WRITES");
    }

    @Test
    void letACustomerBeForgottenWhoseTicketsAreClosed() {
        story.agentProposesSolution().customerConfirms().isExempted(Exemption.CUSTOMER_ERASED);
        assertThat(story.latest()).isEmpty();
    }

    @Nested
    class Spam {
        @Test
        void isNothingThatAPersonAnswered() {
            story.agentAnswers();
            Refusal.with(PracticeCode.CLOSE_NOT_CONFIRMED, () -> story.isExempted(Exemption.SPAM));
        }

        @Test
        void isNothingThatAPersonSpokeAbout() {
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            Refusal.with(PracticeCode.CLOSE_NOT_CONFIRMED, () -> story.isExempted(Exemption.SPAM));
        }

        @Test
        void isNothingThatAPersonTalkedAboutOnThePhone() {
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            Refusal.with(PracticeCode.CLOSE_NOT_CONFIRMED, () -> story.isExempted(Exemption.SPAM));
        }

        @Test
        void canBeClosedEvenIfNobodyNoticedItInTime() {
            story.wakesAt(TicketStory.START.plus(Duration.ofDays(20))).isExempted(Exemption.SPAM);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }
    }

    @Nested
    class ADuplicate {
        @Test
        void namesTheTicketInWhichItGoesOn() {
            assertThatThrownBy(() -> story.then(duplicateOf(Optional.empty())))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() ->
                            story.then(duplicateOf(Optional.of(story.ticket().id()))))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isNotClosedWhileItHasAPromise() {
            story.agentPromises(PromiseKind.ACTION, story.now().plus(Duration.ofHours(1)));
            Refusal.with(PracticeCode.OPEN_PROMISE, () -> story.isExempted(Exemption.DUPLICATE));
        }

        @Test
        void isNotClosedWhileItOwesAnApology() {
            story.wakesAt(TicketStory.START.plus(TicketStory.TARGET));
            Refusal.with(PracticeCode.OPEN_PROMISE, () -> story.isExempted(Exemption.DUPLICATE));
        }

        @Test
        void bringsItsExpectationAlongIfNobodyWaitsThere() {
            story.agentAnswers();
            absorb(TicketStory.expectedFrom(story.now()));
            assertThat(story.ticket().expected()).isPresent();
            assertThat(story.ticket().openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.REPLY);
            Refusal.with(PracticeCode.NO_FINAL_MESSAGE, story::customerConfirms);
        }

        @Test
        void makesTheCustomerWaitForTheSoonerOfTwoTimes() {
            ExpectedReply sooner = TicketStory.expectedFrom(TicketStory.START.minus(Duration.ofHours(3)));
            absorb(sooner);
            assertThat(story.ticket().expected()).contains(sooner);
            absorb(TicketStory.expectedFrom(TicketStory.START));
            assertThat(story.ticket().expected()).contains(sooner);
        }

        @Test
        void hidesNoPromiseThatIsLate() {
            story.at(TicketStory.START.plus(TicketStory.TARGET).plusSeconds(1));
            absorb(TicketStory.expectedFrom(TicketStory.START.minus(Duration.ofHours(3))));
            assertThat(story.ticket().overdue()).isTrue();
            assertThat(story.ticket().promises().get(0).state()).isEqualTo(PromiseState.BROKEN);
        }

        @Test
        void doesNotGoOnInAClosedTicket() {
            story.agentProposesSolution().customerConfirms();
            assertThatThrownBy(() -> absorb(TicketStory.expectedFrom(story.now())))
                    .isInstanceOf(InvalidInputException.class);
        }

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "ON_HOLD", "SOLVED"})
        void opensWhatRestedBecauseItsCustomerWaits(TicketStatus status) {
            rests(status);
            absorb(TicketStory.expectedFrom(story.now()));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().heldUntil()).isEmpty();
            assertThat(story.ticket().reopenCount()).isEqualTo(status == TicketStatus.SOLVED ? 1 : 0);
        }

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "ON_HOLD", "SOLVED"})
        void opensNothingIfItsCustomerDoesNotWait(TicketStatus status) {
            rests(status);
            story.then(new LifecycleCommand.Absorb(
                    TicketStory.OTHER, Optional.empty(), false, false, Optional.empty(), Optional.empty()));
            assertThat(story.ticket().status()).isEqualTo(status);
        }

        @Test
        void takesBackAConfirmationThatCameBeforeTheQuestion() {
            story.agentPromises(PromiseKind.ACTION, story.now().plus(Duration.ofHours(3)));
            story.customerConfirms();
            absorb(TicketStory.expectedFrom(story.now()));
            story.agentAnswers(Commitments.none().keep(new PromiseId(2)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
        }

        @Test
        void isAnsweredByNoAnswerThatWasLostBefore() {
            story.agentAnswers();
            MessageId lost = story.lastMessage();
            story.lastMessageBounces();
            absorb(TicketStory.expectedFrom(story.now()));
            story.then(new DeliveryCommand.RecordDelivery(lost, Optional.empty()));
            assertThat(story.ticket().expected()).isPresent();
            Refusal.with(PracticeCode.NO_FINAL_MESSAGE, story::customerConfirms);
        }

        @Test
        void bringsAlongThatItsCustomerDoesNotHoldItForSolved() {
            story.agentProposesSolution();
            story.then(new LifecycleCommand.Absorb(
                    TicketStory.OTHER, Optional.empty(), true, false, Optional.empty(), Optional.empty()));
            assertThat(story.ticket().disputed()).isTrue();
            story.wakesAt(TicketStory.START.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void isOnTheRecordWhereItGoesOn() {
            absorb(TicketStory.expectedFrom(story.now()));
            assertThat(story.latest())
                    .contains(new LifecycleEvent.Absorbed(
                            story.ticket().id(),
                            story.now(),
                            TicketStory.OTHER,
                            true,
                            false,
                            Optional.empty(),
                            Optional.empty()));
        }

        private void rests(TicketStatus status) {
            story.agentAnswers(
                    status == TicketStatus.SOLVED ? Commitments.none().solve(Resolution.FIXED) : Commitments.none());
            if (status == TicketStatus.ON_HOLD) {
                story.isHeldUntil(story.now().plus(Duration.ofDays(30)));
            }
            assertThat(story.ticket().status()).isEqualTo(status);
        }

        private void absorb(ExpectedReply expected) {
            story.then(new LifecycleCommand.Absorb(
                    TicketStory.OTHER, Optional.of(expected), false, false, Optional.empty(), Optional.empty()));
        }

        private TicketCommand duplicateOf(Optional<TicketId> other) {
            return new LifecycleCommand.Exempt(Exemption.DUPLICATE, TicketStory.MARIA, "Says so.", other);
        }
    }

    @Test
    void letACustomerBeForgottenInSpiteOfEverything() {
        story.isClassifiedAs(TicketKind.COMPLAINT);
        story.agentPromises(PromiseKind.ACTION, story.now().plus(Duration.ofHours(1)));
        story.isExempted(Exemption.CUSTOMER_ERASED);
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(story.ticket().openPromises()).isEmpty();
        assertThat(story.latest())
                .filteredOn(PromiseWithdrawn.class::isInstance)
                .extracting(event -> ((PromiseWithdrawn) event).reason())
                .isNotEmpty()
                .containsOnly("Closed as CUSTOMER_ERASED.");
    }

    @Test
    void areReopenedByAReply() {
        story.isExempted(Exemption.SPAM).customerWrites();
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        assertThat(story.ticket().expected()).isPresent();
        assertThat(story.ticket().reopenCount()).isEqualTo(1);
    }
}
