package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nobody hangs up on a customer without either a solution or a promise. */
class CallsTest {
    private static final Instant TOMORROW = TicketStory.START.plus(Duration.ofDays(1));

    private final TicketStory story = TicketStory.owned();

    @Nested
    class BeginWith {
        @Test
        void aNameAndANumber() {
            assertThat(CallIntake.of(" Anna ", "030 1234").name()).isEqualTo("Anna");
            Refusal.with(PracticeCode.INTAKE_INCOMPLETE, () -> CallIntake.of(" ", "030 1234"));
            Refusal.with(PracticeCode.INTAKE_INCOMPLETE, () -> CallIntake.of("Anna", "none"));
        }

        @Test
        void aNameAndTheWishToGiveNoNumber() {
            assertThat(CallIntake.numberRefused("Anna").number()).isEmpty();
            Refusal.with(PracticeCode.INTAKE_INCOMPLETE, () -> CallIntake.numberRefused(" "));
        }

        @Test
        void nothingPersonalForTheLog() {
            assertThat(CallIntake.of("Anna", "030 1234").toString()).doesNotContain("Anna", "030");
        }
    }

    @Nested
    class AreOneAtATime {
        @Test
        void soNobodyCanBeginASecondOne() {
            story.callStarts(TicketStory.MARIA);
            Refusal.with(PracticeCode.CALL_ENDED_WITHOUT_OUTCOME, () -> story.callStarts(TicketStory.JANA));
        }

        @Test
        void andOnlyWhoTalksCanEndIt() {
            story.callStarts(TicketStory.MARIA);
            assertThatThrownBy(() -> story.callEnds(TicketStory.JANA, new CallOutcome.CustomerEnded()))
                    .isInstanceOf(InvalidInputException.class);
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().onThePhone()).isEmpty();
        }
    }

    @Nested
    class ThatBreakOff {
        @Test
        void oweACallWithinMinutesByTheSamePerson() {
            story.callStarts(TicketStory.JANA).callEnds(TicketStory.JANA, new CallOutcome.Dropped());
            Promise callback = story.lastPromise();
            assertThat(callback.kind()).isEqualTo(PromiseKind.CALLBACK);
            assertThat(callback.due()).isEqualTo(story.now().plus(Duration.ofMinutes(5)));
            assertThat(callback.madeBy()).contains(TicketStory.JANA);
        }

        @Test
        void closeNothing() {
            story.agentProposesSolution().callStarts(TicketStory.MARIA).customerConfirms();
            assertThat(story.ticket().status()).isNotEqualTo(TicketStatus.CLOSED);
            story.callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            assertThat(story.ticket().status()).isNotEqualTo(TicketStatus.CLOSED);
            story.callStarts(TicketStory.MARIA).customerConfirms();
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void keepNoPromiseOfACall() {
            promisedCallback().callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            assertThat(story.ticket().openPromises())
                    .extracting(Promise::kind)
                    .containsExactly(PromiseKind.CALLBACK, PromiseKind.CALLBACK);
        }
    }

    @Nested
    class ThatEndWell {
        @Test
        void keepThePromiseOfACall() {
            promisedCallback();
            Promise callback = story.lastPromise();
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED));
            assertThat(story.ticket().promises()).contains(callback.with(PromiseState.KEPT));
        }

        @Test
        void closeNothingThatWasConfirmedBefore() {
            promisedCallback().customerConfirms();
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().status()).isNotEqualTo(TicketStatus.CLOSED);
            assertThat(story.ticket().confirmed()).isFalse();
        }

        @Test
        void leaveTheConfirmationToTheCustomerInWriting() {
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            story.customerConfirms();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void answerWhatWasWrittenBefore() {
            story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED));
            assertThat(story.ticket().openPromises()).isEmpty();
            assertThat(story.ticket().expected()).isEmpty();
        }

        @Test
        void answerNothingThatWasWrittenMeanwhile() {
            story.callStarts(TicketStory.MARIA).customerWrites();
            story.callEnds(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED));
            assertThat(story.ticket().expected()).isPresent();
            Refusal.with(PracticeCode.NO_FINAL_MESSAGE, story::customerConfirms);
        }

        @Test
        void canPromiseAnotherCallAhead() {
            story.callStarts(TicketStory.MARIA)
                    .callEnds(TicketStory.MARIA, new CallOutcome.CallbackPromised("Whether it arrived.", TOMORROW));
            assertThat(story.lastPromise().due()).isEqualTo(TOMORROW);
            story.callStarts(TicketStory.MARIA);
            assertThatThrownBy(() -> story.callEnds(
                            TicketStory.MARIA, new CallOutcome.CallbackPromised("Whether it arrived.", story.now())))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void canHandOverToAColleagueWhoKnowsWhatItIsAbout() {
            story.callStarts(TicketStory.MARIA);
            Refusal.with(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    () -> story.callEnds(TicketStory.MARIA, new CallOutcome.WarmTransfer(TicketStory.JANA, " ")));
            story.callEnds(TicketStory.MARIA, new CallOutcome.WarmTransfer(TicketStory.JANA, "The cap is broken."));
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
        }
    }

    @Nested
    class ThatBreakOffWithoutANumber {
        @Test
        void areMadeGoodInWriting() {
            story.then(new CallCommand.StartCall(TicketStory.MARIA, CallIntake.numberRefused("Anna")));
            story.callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.FIND_OUT);
            assertThat(story.lastPromise().due())
                    .isEqualTo(story.now().plus(story.policy().callBackDroppedWithin()));
            assertThat(story.ticket().promises()).extracting(Promise::kind).doesNotContain(PromiseKind.CALLBACK);
            story.agentAnswers(Commitments.none().keep(story.lastPromise().id()));
            assertThat(story.ticket().openPromises()).isEmpty();
        }

        @Test
        void andWithoutAnAddressLeaveTheCustomerUnreachable() {
            LifecycleCommand.Open known = TicketStory.openWith(TicketStory.inbound(TicketStory.START, false));
            LifecycleCommand.Open open = new LifecycleCommand.Open(
                    known.ticket(),
                    known.number(),
                    known.customer(),
                    Optional.empty(),
                    known.channel(),
                    known.subject(),
                    known.follows(),
                    known.message(),
                    known.expected());
            Context now = new Context(TicketStory.START, TicketStory.POLICY);
            Ticket ticket = Ticket.open(open, now).ticket();
            ticket = ticket.decide(new CallCommand.StartCall(TicketStory.MARIA, CallIntake.numberRefused("Anna")), now)
                    .ticket();
            ticket = ticket.decide(new CallCommand.EndCall(TicketStory.MARIA, new CallOutcome.Dropped()), now)
                    .ticket();
            assertThat(ticket.unreachable()).isTrue();
            assertThat(ticket.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.REPLY);
        }
    }

    @Nested
    class ThatGoOn {
        @Test
        void mayBeTheOneThatWasPromised() {
            promisedCallback().at(TOMORROW.minusSeconds(600)).callStarts(TicketStory.MARIA);
            story.wakesAt(TOMORROW.plusSeconds(600));
            assertThat(story.ticket().openPromises()).hasSize(1);
            assertThat(story.history()).doesNotHaveAnyElementsOfTypes(PromiseEvent.PromiseBroken.class);
            assertThat(story.ticket().nextAction(story.policy()).map(NextAction::kind))
                    .contains(NextAction.Kind.END_CALL);
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().openPromises()).isEmpty();
        }

        @Test
        void andBreakOffHaveKeptWhatFellDueMeanwhile() {
            promisedCallback().at(TOMORROW.minusSeconds(600)).callStarts(TicketStory.MARIA);
            story.at(TOMORROW.plusSeconds(600)).callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            assertThat(story.ticket().openPromises()).containsExactly(story.lastPromise());
            assertThat(story.history()).doesNotHaveAnyElementsOfTypes(PromiseEvent.PromiseBroken.class);
        }

        @Test
        void keepACallThatALetterInTheQueueWasToPutOffThoughTheLineBreaks() {
            PromiseId callback = promisedCallback().lastPromise().id();
            story.agentAnswers(Commitments.none().renegotiate(callback, TOMORROW.plusSeconds(3600)));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "mailbox full"));
            story.at(TOMORROW.minusSeconds(600)).callStarts(TicketStory.MARIA);
            story.at(TOMORROW.plusSeconds(60)).callEnds(TicketStory.MARIA, new CallOutcome.Dropped());
            story.wakesAt(TOMORROW.plusSeconds(120));
            assertThat(alarms()).isEmpty();
            assertThat(story.ticket().promises())
                    .filteredOn(promise -> promise.id().equals(callback))
                    .extracting(Promise::state)
                    .containsExactly(PromiseState.KEPT);
        }

        @Test
        void alarmNobodyAboutTheCallThatALetterInTheQueueWasToPutOff() {
            PromiseId callback = promisedCallback().lastPromise().id();
            story.agentAnswers(Commitments.none().renegotiate(callback, TOMORROW.plusSeconds(3600)));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "mailbox full"));
            story.at(TOMORROW.minusSeconds(600)).callStarts(TicketStory.MARIA);
            story.wakesAt(TOMORROW);
            assertThat(alarms()).isEmpty();
        }

        @Test
        void mendNothingThatWasLateBefore() {
            promisedCallback().at(TOMORROW.plusSeconds(1)).callStarts(TicketStory.MARIA);
            assertThat(story.latest()).hasAtLeastOneElementOfType(PromiseEvent.PromiseBroken.class);
        }

        @Test
        void areAnAlarmWhenNobodyEndsThem() {
            story.agentAnswers().callStarts(TicketStory.MARIA);
            Instant overdue = story.now().plus(Duration.ofHours(2));
            story.wakesAt(overdue.minusNanos(1));
            assertThat(alarms()).isEmpty();
            story.wakesAt(overdue);
            assertThat(alarms()).containsExactly(OwnershipEvent.Why.CALL_NOT_ENDED);
            story.wakesWhenDue();
            assertThat(alarms()).hasSize(2);
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            story.wakesAt(overdue.plus(Duration.ofDays(1)));
            assertThat(alarms()).hasSize(2);
        }

        @Test
        void canBeEndedByTheOwnerIfWhoTalkedIsGone() {
            story.callStarts(TicketStory.JANA);
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().onThePhone()).isEmpty();
        }

        private List<OwnershipEvent.Why> alarms() {
            return story.history().stream()
                    .filter(OwnershipEvent.Escalated.class::isInstance)
                    .map(event -> ((OwnershipEvent.Escalated) event).why())
                    .toList();
        }
    }

    @Nested
    class AboutWhatWasEnded {
        @Test
        void openItAgain() {
            story.agentProposesSolution().customerConfirms().callStarts(TicketStory.MARIA);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().reopenCount()).isEqualTo(1);
        }

        @Test
        void bringBackWhatTheCustomerStillWaitedFor() {
            story.isExempted(Exemption.SPAM).callStarts(TicketStory.MARIA);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
            assertThat(story.lastPromise().isOpen()).isTrue();
        }
    }

    @Test
    void keepATicketFromBeingClosedAroundThem() {
        story.callStarts(TicketStory.MARIA);
        Refusal.with(PracticeCode.CALL_ENDED_WITHOUT_OUTCOME, () -> story.isExempted(Exemption.DUPLICATE));
    }

    @Test
    void endWithAnOutcomeWhenTheCustomerWantsToBeForgotten() {
        story.callStarts(TicketStory.MARIA).isExempted(Exemption.CUSTOMER_ERASED);
        assertThat(story.ticket().onThePhone()).isEqualTo(Optional.empty());
        assertThat(story.latest())
                .contains(new CallEvent.CallEnded(
                        story.ticket().id(), story.now(), TicketStory.MARIA, new CallOutcome.CustomerEnded()));
    }

    private TicketStory promisedCallback() {
        return story.agentPromises(PromiseKind.CALLBACK, TOMORROW);
    }
}
