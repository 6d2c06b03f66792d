package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody hangs up on a customer without either a solution or a promise. */
class CallScenarioTest {
    private static final CallIntake ANA = CallIntake.of("Ana", "+49 30 555");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWritesAndCalls() {
        ticket = story.written("Where is my parcel?");
        heed.maria().call(ticket, ANA);
    }

    private Ticket ends(CallOutcome outcome) {
        return heed.maria().endCall(ticket, outcome);
    }

    @Test
    void whoTalksIsResponsible() {
        assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
        assertThat(story.ticket(ticket).onThePhone()).contains(MARIA.id());
    }

    @Test
    void aCallIsAboutTheTicketInWhichADuplicateGoesOn() {
        TicketId goesOn = story.written("Any news?");
        ends(new CallOutcome.Solved(Resolution.FIXED));
        heed.maria().mergeInto(ticket, goesOn, "the same parcel");
        assertThatThrownBy(() -> heed.maria().call(ticket, CallIntake.numberRefused("Ana")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "goes on in ticket " + story.ticket(goesOn).number());
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        assertThat(heed.maria().call(goesOn, CallIntake.numberRefused("Ana")).onThePhone())
                .contains(MARIA.id());
    }

    @Test
    void aSolutionOnThePhoneIsStillTheCustomersToConfirm() {
        assertThat(ends(new CallOutcome.Solved(Resolution.FIXED)).status()).isEqualTo(TicketStatus.SOLVED);
        story.ana().confirmSolved(ticket);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void whatDoesNotWorkIsNotSolvedOnThePhoneBeforeItIsUnderstoodUnlessSomebodyAnswersForIt() {
        heed.maria().classify(ticket, TicketKind.TECHNICAL, "It does not work.");
        CallOutcome solved = new CallOutcome.Solved(Resolution.FIXED);
        Refusals.refused(heed, PracticeCode.PROBLEM_NOT_REPHRASED, () -> ends(solved));
        heed.maria().listening().rephrasedOnThePhone(ticket, "The parcel was left at another door.");
        Refusals.refused(heed, PracticeCode.ROOT_CAUSE_MISSING, () -> ends(solved));
        heed.maria()
                .overriding(PracticeCode.ROOT_CAUSE_MISSING, "The carrier does not say.")
                .endCall(ticket, solved);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.SOLVED);
        assertThat(story.events(Overridden.class))
                .extracting(Overridden::code)
                .containsExactly(PracticeCode.ROOT_CAUSE_MISSING);
    }

    @Test
    void aMailThatWasSolvedOnThePhoneIsAskedAboutLikeAnAnswer() {
        ends(new CallOutcome.Solved(Resolution.ANSWERED));
        story.passesSlowly(Duration.ofDays(20));
        assertThat(story.events(Reminded.class)).hasSize(2);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void whatIsWrittenDuringACallIsNotSolvedByIt() {
        story.ana().write(ticket, "And it is broken, too.");
        ends(new CallOutcome.Solved(Resolution.FIXED));
        Refusals.refused(heed, PracticeCode.NO_FINAL_MESSAGE, () -> story.ana().confirmSolved(ticket));
        assertThat(story.ticket(ticket).expected()).isPresent();
    }

    @Test
    void whatWasConfirmedBeforeACallIsToBeConfirmedAgain() {
        ends(new CallOutcome.CustomerEnded());
        Promise deed = story.promised(ticket, PromiseKind.ACTION, story.in(Duration.ofHours(50)));
        story.ana().confirmSolved(ticket);
        heed.maria().call(ticket, ANA);
        ends(new CallOutcome.CustomerEnded());
        heed.maria().keepPromise(ticket, deed.id(), "Sent.");
        assertThat(story.ticket(ticket).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void aCallThatIsPromisedDuringACallIsAnotherOne() {
        Promise promise = story.promised(ticket, PromiseKind.CALLBACK, story.in(Duration.ofHours(24)));
        ends(new CallOutcome.CustomerEnded());
        assertThat(story.ticket(ticket).openPromises()).extracting(Promise::id).contains(promise.id());
    }

    @Test
    void whatALetterInAQueueWasToTellCanBeToldOnThePhone() {
        ends(new CallOutcome.CustomerEnded());
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        story.answered(ticket, Commitments.none().keep(promise.id()));
        heed.maria().call(ticket, ANA);
        heed.maria().keepPromise(ticket, promise.id(), "Told on the phone.");
        ends(new CallOutcome.CustomerEnded());
        story.passesSlowly(Duration.ofHours(8));
        assertThat(story.events(PromiseBroken.class))
                .extracting(PromiseBroken::promise)
                .doesNotContain(promise.id());
    }

    @Test
    void aPromisedCallIsKeptByACall() {
        Instant tomorrow = story.in(Duration.ofDays(1));
        ends(new CallOutcome.CallbackPromised("whether it came", tomorrow));
        assertThat(story.ticket(ticket)).hasOpenPromise(PromiseKind.CALLBACK);
        heed.maria().call(ticket, ANA);
        ends(new CallOutcome.CustomerEnded());
        assertThat(story.ticket(ticket).openPromises())
                .extracting(Promise::kind)
                .doesNotContain(PromiseKind.CALLBACK);
    }

    @Test
    void aPromisedCallThatDoesNotComeIsBroken() {
        ends(new CallOutcome.CallbackPromised("whether it came", story.in(Duration.ofHours(1))));
        story.passes(Duration.ofHours(1));
        assertThat(story.events(PromiseBroken.class)).hasSize(1);
        assertThat(story.ticket(ticket)).hasOpenPromise(PromiseKind.APOLOGY);
    }

    @Test
    void aPromisedCallIsNotBrokenWhileBothTalk() {
        Instant due = story.in(Duration.ofHours(1));
        ends(new CallOutcome.CallbackPromised("whether it came", due));
        story.comes(due.minusSeconds(60));
        heed.maria().call(ticket, ANA);
        story.comes(due.plusSeconds(600));
        ends(new CallOutcome.Solved(Resolution.FIXED));
        assertThat(story.events(PromiseBroken.class)).isEmpty();
    }

    @Test
    void aPromisedCallWhoseTimeHasPassedIsNotMovedWhileBothTalk() {
        Instant due = story.in(Duration.ofHours(1));
        ends(new CallOutcome.CallbackPromised("whether it came", due));
        Promise callback = story.ticket(ticket).openPromises().get(1);
        heed.maria().call(ticket, ANA);
        story.comes(due.plusSeconds(60));
        Refusals.refused(
                heed,
                PracticeCode.OPEN_PROMISE,
                () -> story.answered(
                        ticket, Commitments.none().renegotiate(callback.id(), story.in(Duration.ofDays(1)))));
        ends(new CallOutcome.CustomerEnded());
        assertThat(story.events(PromiseBroken.class)).isEmpty();
    }

    @Test
    void aLineThatBreaksIsCalledBackWithinMinutes() {
        ends(new CallOutcome.Dropped());
        Promise callback = story.ticket(ticket).openPromises().get(1);
        assertThat(callback.kind()).isEqualTo(PromiseKind.CALLBACK);
        assertThat(callback.due()).isEqualTo(story.in(Duration.ofMinutes(5)));
        assertThat(callback.madeBy()).contains(MARIA.id());
        assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.CALL_BACK);
        story.passes(Duration.ofMinutes(5));
        assertThat(story.alarms()).contains(Why.PROMISE_BROKEN);
    }

    @Test
    void aLineThatBreaksClosesNothing() {
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
        ends(new CallOutcome.Dropped());
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
    }

    @Test
    void aColleagueTakesOverWithTheSummary() {
        Refusals.refused(
                heed,
                PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                () -> ends(new CallOutcome.WarmTransfer(Story.BEN.id(), "")));
        ends(new CallOutcome.WarmTransfer(Story.BEN.id(), "She waits for a parcel."));
        assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
        assertThatThrownBy(() -> ends(new CallOutcome.WarmTransfer(AgentId.of("nobody"), "She waits.")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSecondCallWaitsForTheEndOfTheFirst() {
        Refusals.refused(
                heed, PracticeCode.CALL_ENDED_WITHOUT_OUTCOME, () -> story.ben().call(ticket, ANA));
    }

    @Test
    void whoNeitherTalksNorOwnsItEndsNothing() {
        assertThatThrownBy(() -> story.ben().endCall(ticket, new CallOutcome.CustomerEnded()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ben");
    }

    @Nested
    class ThatNobodyEnds {
        @Test
        void isAnAlarmUntilSomebodyDoes() {
            story.passes(Duration.ofHours(2).minusNanos(1));
            assertThat(story.alarms()).isEmpty();
            assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.END_CALL);
            story.passes(Duration.ofNanos(1));
            assertThat(story.alarms()).containsExactly(Why.CALL_NOT_ENDED);
            story.passes(Duration.ofHours(1));
            assertThat(story.alarms()).containsExactly(Why.CALL_NOT_ENDED, Why.CALL_NOT_ENDED);
            ends(new CallOutcome.CustomerEnded());
            story.passes(Duration.ofHours(2));
            assertThat(story.alarms()).hasSize(2);
        }

        @Test
        void closesNothingAndIsPutAsideByNothing() {
            story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
            TicketId other = story.written("The same once more");
            Refusals.refused(
                    heed,
                    PracticeCode.CALL_ENDED_WITHOUT_OUTCOME,
                    () -> heed.maria().mergeInto(ticket, other, "same"));
            story.passesSlowly(Duration.ofDays(30));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.SOLVED);
        }

        @Test
        void canBeEndedByTheDeputy() {
            story.isAway(MARIA, Story.BEN, Duration.ofDays(9));
            story.run();
            story.ben().endCall(ticket, new CallOutcome.CustomerEnded());
            assertThat(story.ticket(ticket).onThePhone()).isEmpty();
        }
    }

    @Test
    void whatWasClosedOpensWhenTheCustomerCalls() {
        ends(new CallOutcome.CustomerEnded());
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);
        heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
        assertThat(story.ticket(ticket).reopenCount()).isEqualTo(1);
    }

    @Test
    void whatSomebodyTalkedAboutIsNotSpam() {
        ends(new CallOutcome.CustomerEnded());
        Refusals.refused(
                heed, PracticeCode.CLOSE_NOT_CONFIRMED, () -> heed.maria().markSpam(ticket, "I do not like it."));
    }

    @Test
    void aCallBackAtNoSensibleTimeIsRefused() {
        for (Instant due : List.of(story.in(Duration.ZERO), Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> ends(new CallOutcome.CallbackPromised("whether it came", due)))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(story.ticket(ticket).onThePhone()).isPresent();
    }
}
