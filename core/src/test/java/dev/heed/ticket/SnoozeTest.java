package dev.heed.ticket;

import static dev.heed.ticket.TicketStory.HOURS;
import static dev.heed.ticket.TicketStory.JANA;
import static dev.heed.ticket.TicketStory.MARIA;
import static dev.heed.ticket.TicketStory.OTHER;
import static dev.heed.ticket.TicketStory.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded.Why;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P10: putting off a ticket hides it, and never a promise. */
class SnoozeTest {
    private static final Instant FRIDAY = START.plus(Duration.ofDays(4));
    private static final Instant NEXT_WEEK = START.plus(Duration.ofDays(7));

    private static TicketStory answered() {
        return TicketStory.owned().agentAnswers();
    }

    private static SnoozeCommand until(Instant until) {
        return new SnoozeCommand.PutOff(until, MARIA, OnReply.BREAK_ON_REPLY, "Ask the carrier.");
    }

    private static SnoozeCommand surviving(Instant until) {
        return new SnoozeCommand.PutOff(until, MARIA, OnReply.SURVIVE_REPLY, "");
    }

    private static void isShownAgain(TicketStory story, Why why) {
        assertThat(story.ticket().snooze()).isEmpty();
        assertThat(story.latest())
                .filteredOn(SnoozeEnded.class::isInstance)
                .singleElement()
                .isEqualTo(new SnoozeEnded(
                        story.ticket().id(),
                        story.now(),
                        why,
                        MARIA,
                        why == Why.AGENT ? Optional.of(JANA) : Optional.empty()));
    }

    private static RefusedException refused(ThrowingCallable deed, PracticeCode code) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, deed);
        assertThat(refused.findings()).singleElement().extracting("code").isEqualTo(code);
        return refused;
    }

    // How long.

    @Test
    void whoPutsItOffIsWrittenDownWithWhatToRemember() {
        TicketStory story = answered().then(until(FRIDAY));

        assertThat(story.ticket().snooze())
                .contains(new Snooze(story.now(), FRIDAY, MARIA, OnReply.BREAK_ON_REPLY, "Ask the carrier."));
        assertThat(story.ticket().nextAction(story.policy()).orElseThrow())
                .isEqualTo(new NextAction(NextAction.Kind.REMIND_CUSTOMER, story.wakeAt(), Optional.empty()));
    }

    @Test
    void itIsShownAgainWhenItsTimeHasCome() {
        TicketStory story = TicketStory.owned()
                .agentAnswers()
                .customerDisputes()
                .agentAnswers()
                .then(until(FRIDAY));
        assertThat(story.wakeAt()).isEqualTo(FRIDAY);
        assertThat(story.ticket().nextAction(story.policy()))
                .contains(new NextAction(NextAction.Kind.TAKE_UP_AGAIN, FRIDAY, Optional.empty()));

        assertThat(story.wakesAt(FRIDAY.minusSeconds(1)).latest()).isEmpty();
        isShownAgain(story.wakesAt(FRIDAY), Why.TIME);
    }

    @Test
    void afterItSomebodyLooksEvenIfNothingElseIsPlanned() {
        TicketStory story = TicketStory.owned()
                .agentAnswers()
                .customerDisputes()
                .agentAnswers()
                .then(until(FRIDAY))
                .wakesAt(FRIDAY);

        assertThat(story.wakeAt()).isEqualTo(HOURS.closingAfter(FRIDAY, 1));
        assertThat(story.wakesWhenDue().latest()).hasOnlyElementsOfType(OwnershipEvent.Escalated.class);
    }

    @Test
    void whoPutsOffWhatNobodyOwnsOwnsIt() {
        TicketStory story = TicketStory.opened().then(until(START.plus(Duration.ofHours(2))));

        assertThat(story.ticket().owner()).contains(MARIA);
        assertThat(story.ticket().snooze()).isPresent();
    }

    @Test
    void aColleaguesTicketCannotBePutOff() {
        TicketStory story = answered().isHandedOverTo(JANA);

        assertThatThrownBy(() -> story.then(until(FRIDAY)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is owned by jana");
    }

    @Test
    void theTimeIsAheadAndWithinAYear() {
        TicketStory story = answered();

        assertThatThrownBy(() -> story.then(until(story.now())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not ahead");
        assertThatThrownBy(() -> story.then(until(START.plus(Duration.ofDays(367)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("more than a year");
        assertThat(story.then(until(START.plus(Duration.ofDays(366)))).ticket().snooze())
                .isPresent();
    }

    @Test
    void aMemoIsBoundedAndKeepsWhatEveryStoreCanKeep() {
        TicketStory story = answered();
        String longest = "x".repeat(Snooze.LONGEST_MEMO);

        assertThatThrownBy(
                        () -> story.then(new SnoozeCommand.PutOff(FRIDAY, MARIA, OnReply.SURVIVE_REPLY, longest + "x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1001 characters");
        story.then(new SnoozeCommand.PutOff(FRIDAY, MARIA, OnReply.SURVIVE_REPLY, " a\u0000b\ud800\r\nc "));
        assertThat(story.ticket().snooze().orElseThrow().memo()).isEqualTo("a\ufffdb\ufffd\nc");
    }

    @Test
    void whatIsClosedCannotBePutOff() {
        TicketStory story = TicketStory.owned().isExempted(Exemption.SPAM);

        assertThatThrownBy(() -> story.then(until(FRIDAY)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closed or deleted");
    }

    @Test
    void puttingItOffAgainTakesThePlaceOfBefore() {
        TicketStory story = answered().then(until(FRIDAY)).then(surviving(NEXT_WEEK));

        assertThat(story.latest()).hasOnlyElementsOfType(Snoozed.class);
        assertThat(story.ticket().snooze().orElseThrow().until()).isEqualTo(NEXT_WEEK);
        assertThat(story.wakesAt(FRIDAY).ticket().snooze()).isPresent();
    }

    @Test
    void anybodyCanShowItAgainOnce() {
        TicketStory story = answered().then(until(FRIDAY)).then(new SnoozeCommand.ShowAgain(JANA));

        isShownAgain(story, Why.AGENT);
        assertThat(story.then(new SnoozeCommand.ShowAgain(JANA)).latest()).isEmpty();
    }

    // Not past what is owed.

    @Test
    void anUnansweredQuestionCanBePutOffUntilAnHourBeforeItsAnswerIsDue() {
        Instant latest = START.plus(TicketStory.TARGET).minus(Duration.ofHours(1));
        TicketStory story = TicketStory.owned();

        RefusedException refused = refused(() -> story.then(until(latest.plusNanos(1))), PracticeCode.OPEN_PROMISE);
        assertThat(refused.findings().get(0).remedy()).contains("until " + latest + " at the latest");
        assertThat(Snooze.latest(story.ticket(), story.policy())).contains(latest);
        assertThat(story.then(until(latest)).ticket().snooze()).isPresent();
        isShownAgain(story.wakesAt(latest), Why.TIME);
    }

    @Test
    void whatIsDueWithinTheHourIsDoneFirst() {
        TicketStory story =
                TicketStory.owned().at(START.plus(TicketStory.TARGET).minus(Duration.ofMinutes(50)));

        RefusedException refused =
                refused(() -> story.then(until(story.now().plusSeconds(600))), PracticeCode.OPEN_PROMISE);
        assertThat(refused.findings().get(0).remedy()).startsWith("Do that first");
    }

    @Test
    void whatWasPromisedIsInSightBeforeItIsDue() {
        TicketStory story = TicketStory.owned().agentPromises(PromiseKind.FIND_OUT, FRIDAY);

        refused(() -> story.then(until(FRIDAY)), PracticeCode.OPEN_PROMISE);
        story.then(until(FRIDAY.minus(Duration.ofHours(1))));
        assertThat(story.ticket().snooze()).isPresent();
    }

    @Test
    void whatIsPromisedLaterEndsItSooner() {
        TicketStory story = answered().then(until(NEXT_WEEK)).agentPromises(PromiseKind.FIND_OUT, FRIDAY);
        assertThat(story.ticket().snooze()).isPresent();

        assertThat(story.wakesAt(FRIDAY.minus(Duration.ofHours(1)).minusSeconds(1))
                        .ticket()
                        .snooze())
                .isPresent();
        isShownAgain(story.wakesAt(FRIDAY.minus(Duration.ofHours(1))), Why.DUE);
    }

    @Test
    void whatIsPromisedForTheNextHourEndsItAtOnce() {
        TicketStory story = answered().then(until(NEXT_WEEK));

        story.agentPromises(PromiseKind.CALLBACK, story.now().plus(Duration.ofMinutes(30)));
        isShownAgain(story, Why.DUE);
    }

    @Test
    void whatAnotherTimeWasAgreedForEndsItThen() {
        TicketStory story = TicketStory.owned().agentPromises(PromiseKind.FIND_OUT, NEXT_WEEK);
        PromiseId promise = story.lastPromise().id();
        story.then(until(NEXT_WEEK.minus(Duration.ofHours(1))));

        story.agentAnswers(Commitments.none().renegotiate(promise, FRIDAY));
        isShownAgain(story.wakesAt(FRIDAY.minus(Duration.ofHours(1))), Why.DUE);
    }

    @Test
    void whatALetterInAQueueHasToldIsInSightBeforeItIsDue() {
        TicketStory story = TicketStory.owned().agentAnswers();
        story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "server unreachable"));

        refused(() -> story.then(until(FRIDAY)), PracticeCode.OPEN_PROMISE);
    }

    @Test
    void aLetterThatDidNotArriveEndsIt() {
        TicketStory story = answered();
        MessageId answer = story.lastMessage();
        story.then(until(NEXT_WEEK)).then(new DeliveryCommand.RecordFailure(answer, "mailbox full"));

        assertThat(story.ticket().snooze()).isPresent(); // what is due again is hours away
        isShownAgain(story.wakesAt(START.plus(TicketStory.TARGET).minus(Duration.ofHours(1))), Why.DUE);
    }

    @Test
    void aCustomerWhoCannotBeReachedEndsItAndKeepsItFromBeingPutOff() {
        TicketStory story = answered().then(until(NEXT_WEEK)).lastMessageBounces();

        isShownAgain(story, Why.DUE);
        refused(() -> story.then(until(NEXT_WEEK)), PracticeCode.NO_REPLY_PATH);
    }

    @Test
    void whatIsOverdueCannotBePutOff() {
        TicketStory story =
                TicketStory.owned().at(START.plus(TicketStory.TARGET).plusSeconds(61));

        refused(() -> story.then(until(NEXT_WEEK)), PracticeCode.OPEN_PROMISE);
        story.wakes();
        RefusedException refused = refused(() -> story.then(until(NEXT_WEEK)), PracticeCode.OPEN_PROMISE);
        assertThat(refused).hasMessageContaining("apology");
    }

    @Test
    void afterALongStandstillItIsShownAndThePromiseBroken() {
        TicketStory story = TicketStory.owned()
                .then(surviving(START.plus(Duration.ofHours(6))))
                .wakesAt(NEXT_WEEK);

        isShownAgain(story, Why.TIME);
        assertThat(story.ticket().overdue()).isTrue();
    }

    @Test
    void aHoldIsTakenUpAgainInTime() {
        TicketStory story = answered().isHeldUntil(FRIDAY);

        refused(() -> story.then(until(FRIDAY.plusNanos(1))), PracticeCode.OPEN_PROMISE);
        isShownAgain(story.then(until(FRIDAY)).wakesAt(FRIDAY), Why.TIME);
        assertThat(story.latest()).hasAtLeastOneElementOfType(LifecycleEvent.HoldEnded.class);
    }

    @Test
    void aHoldThatCameLaterEndsItToo() {
        TicketStory story = answered().then(until(NEXT_WEEK)).isHeldUntil(FRIDAY);

        isShownAgain(story.wakesAt(FRIDAY), Why.DUE);
    }

    @Test
    void anAlarmEndsIt() {
        TicketPolicy policy = TicketPolicy.builder(HOURS).build();
        TicketStory story = TicketStory.owned(policy).agentAnswers().isHeldUntil(START.plus(Duration.ofHours(3)));
        story.wakesWhenDue();
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        story.then(until(NEXT_WEEK));

        story.wakesAt(HOURS.plus(START.plus(Duration.ofHours(4)), policy.consultExpertAfter()));
        assertThat(story.latest()).hasAtLeastOneElementOfType(OwnershipEvent.ExpertNeeded.class);
        isShownAgain(story, Why.DUE);
    }

    // What the customer does.

    @Test
    void aMessageOfTheCustomerEndsIt() {
        isShownAgain(answered().then(until(FRIDAY)).customerWrites(), Why.REPLY);
    }

    @Test
    void aProgramOfTheCustomerDoesNot() {
        assertThat(answered().then(until(FRIDAY)).autoResponderWrites().ticket().snooze())
                .isPresent();
    }

    @Test
    void itSurvivesAMessageButNotTheTimeByWhichThatIsToBeAnswered() {
        TicketStory story = answered().then(surviving(FRIDAY)).customerWrites();
        assertThat(story.ticket().snooze()).isPresent();
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        Instant due = story.ticket().expected().orElseThrow().at();

        assertThat(story.wakeAt()).isBefore(due);
        isShownAgain(story.wakesAt(due.minus(Duration.ofHours(1))), Why.DUE);
    }

    @Test
    void itDoesNotSurviveADisagreement() {
        isShownAgain(answered().then(surviving(FRIDAY)).customerDisputes(), Why.REPLY);
    }

    @Test
    void aCallEndsItAndNothingIsPutOffDuringOne() {
        TicketStory story = answered().then(surviving(FRIDAY)).callStarts(MARIA);

        isShownAgain(story, Why.CALL);
        refused(() -> story.then(until(FRIDAY)), PracticeCode.CALL_ENDED_WITHOUT_OUTCOME);
    }

    // What becomes of the ticket.

    @Test
    void whoeverIsResponsibleNextSeesIt() {
        isShownAgain(answered().then(until(FRIDAY)).isHandedOverTo(JANA), Why.OTHER_OWNER);
    }

    @Test
    void anAnswerOfTheOwnerLeavesItWhereItIs() {
        assertThat(answered().then(until(FRIDAY)).agentAnswers().ticket().snooze())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Exemption.class,
            names = {"SPAM", "CUSTOMER_ERASED"})
    void whatIsClosedIsNotPutOffAnyMore(Exemption exemption) {
        TicketStory story =
                TicketStory.owned().then(until(START.plus(Duration.ofHours(2)))).isExempted(exemption);

        isShownAgain(story, Why.CLOSED);
        assertThat(story.latest().get(story.latest().size() - 1)).isInstanceOf(Closed.class);
    }

    @Test
    void silenceGoesOnAndClosesIt() {
        TicketStory story = answered().lastMessageIsDelivered().then(until(START.plus(Duration.ofDays(60))));
        story.customerIsReminded().lastMessageIsDelivered();
        story.customerIsReminded().lastMessageIsDelivered();

        assertThat(story.ticket().snooze()).isPresent();
        isShownAgain(story.wakesWhenDue(), Why.CLOSED);
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void aDuplicateIsNotPutOffAnyMoreAndStandsAsBeforeWhenItIsUnmerged() {
        TicketStory story =
                TicketStory.owned().then(until(START.plus(Duration.ofHours(2)))).isExempted(Exemption.DUPLICATE);
        isShownAgain(story, Why.MERGED);

        story.then(unmerge());
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.NEW);
        assertThat(story.ticket().snooze()).isEmpty();
        assertThat(story.ticket().openPromises())
                .singleElement()
                .satisfies(reply -> assertThat(reply.id().value()).isEqualTo(1));
    }

    @Test
    void anOrderThatIsCancelledByAMergeDoesNotHideHowItStood() {
        TicketStory story = TicketStory.owned()
                .then(new OutgoingCommand.OrderSend(
                        new DraftId("d-1"),
                        1,
                        MARIA,
                        START.plus(Duration.ofHours(1)),
                        IfCustomerWrites.CANCEL,
                        List.of(),
                        List.of()))
                .isExempted(Exemption.DUPLICATE)
                .then(unmerge());

        assertThat(story.ticket().openPromises())
                .singleElement()
                .satisfies(reply -> assertThat(reply.id().value()).isEqualTo(1));
    }

    private static StructureCommand unmerge() {
        return new StructureCommand.Unmerge(
                OTHER,
                MARIA,
                "Another matter.",
                true,
                Optional.empty(),
                List.of(),
                new ListeningCommand.TakeOver(OTHER, Known.NOTHING, Optional.of(MARIA)),
                new StructureCommand.Owed(true, Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void whereAnotherTicketGoesOnItIsShownAgain() {
        TicketStory story = answered().then(surviving(FRIDAY));

        story.then(
                new LifecycleCommand.Absorb(OTHER, Optional.empty(), false, false, Optional.empty(), Optional.empty()));
        isShownAgain(story, Why.MERGED);
    }

    @Test
    void whatIsSplitIsShownAgain() {
        TicketStory story = answered().customerWrites();
        MessageId message = story.lastMessage();
        story.agentAnswers().then(until(FRIDAY));

        story.then(new StructureCommand.SplitOff(
                List.of(message), new TicketId(new UUID(7, 3)), 1003, MARIA, "Another matter."));
        isShownAgain(story, Why.SEPARATED);
    }

    @Test
    void whatIsDeletedIsNotPutOffAnyMore() {
        TicketStory story = answered().then(until(FRIDAY));

        Context context = new Context(story.now(), story.policy());
        Ticket.Step deleted = story.ticket().decide(new StructureCommand.Delete(MARIA, "A test."), context);
        assertThat(deleted.events())
                .element(0)
                .isEqualTo(new SnoozeEnded(story.ticket().id(), story.now(), Why.DELETED, MARIA, Optional.empty()));
        assertThatThrownBy(() -> deleted.ticket().decide(until(FRIDAY), context))
                .isInstanceOf(InvalidInputException.class);
        assertThat(deleted.ticket()
                        .decide(new StructureCommand.Restore(MARIA), context)
                        .ticket()
                        .snooze())
                .isEmpty();
    }
}
