package dev.heed.ticket;

import static dev.heed.ticket.TicketStory.CUSTOMER;
import static dev.heed.ticket.TicketStory.JANA;
import static dev.heed.ticket.TicketStory.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ProblemStatement.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P38, P39: nobody solves what was not understood, and the customer says whether it was. */
class DiagnosisTest {
    private static final TicketPolicy STRICT =
            TicketPolicy.builder(TicketStory.HOURS).build();
    private static final Commitments SOLVED = Commitments.none().solve(Resolution.FIXED);
    private static final RootCause DEFECT = RootCause.of("product/defect");
    private static final FactSource FORM = new FactSource.InAForm(CUSTOMER);

    private final TicketStory story = TicketStory.owned(STRICT).isClassifiedAs(TicketKind.TECHNICAL);

    private static ListeningCommand causeIs(RootCause cause) {
        return new ListeningCommand.FindRootCause(cause, MARIA);
    }

    private static TicketCommand overruled(TicketCommand command, PracticeCode code) {
        return new TicketCommand.Overrule(command, code, MARIA, "The customer is in a hurry.");
    }

    private TicketCommand solving(Commitments commitments) {
        return TicketStory.answer(story.now().plus(Duration.ofMinutes(1)), commitments);
    }

    private List<PracticeCode> refused(Commitments commitments) {
        Ticket before = story.ticket();
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> story.agentAnswers(commitments));
        assertThat(refused).isNotNull();
        assertThat(story.ticket()).isEqualTo(before);
        return refused.findings().stream().map(Finding::code).toList();
    }

    private State state() {
        return story.ticket().understanding().statement().orElseThrow().state();
    }

    private TicketStory rephrased() {
        return story.agentAnswers(Commitments.none().rephrase("The cap does not fit."));
    }

    private TicketStory confirmed() {
        return story.then(new ListeningCommand.ConfirmStatement(FORM));
    }

    private TicketStory corrected() {
        return story.then(new ListeningCommand.CorrectStatement(FORM, Optional.of(story.lastMessage())));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWentWrongOrDoesNotWorkNeedsADiagnosis(TicketKind kind) {
        TicketStory any = TicketStory.owned(STRICT).isClassifiedAs(kind);
        if (kind == TicketKind.COMPLAINT || kind == TicketKind.TECHNICAL) {
            Refusal.with(PracticeCode.PROBLEM_NOT_REPHRASED, any::agentProposesSolution);
        } else {
            any.agentProposesSolution();
            assertThat(any.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }
    }

    @Test
    void whoeverSolvesItUnheardIsToldEverythingThatIsMissingAtOnce() {
        assertThat(refused(SOLVED))
                .containsExactly(PracticeCode.PROBLEM_NOT_REPHRASED, PracticeCode.ROOT_CAUSE_MISSING);
    }

    @Test
    void anAnswerThatSolvesNothingNeedsNone() {
        story.agentAnswers();
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
    }

    @Test
    void whatWasRephrasedAndHasACauseIsSolved() {
        rephrased().then(causeIs(DEFECT)).agentAnswers(SOLVED);
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(story.ticket().understanding().rootCause()).contains(DEFECT);
    }

    @Test
    void theAnswerThatSolvesItMayRephraseIt() {
        story.then(causeIs(DEFECT)).agentAnswers(SOLVED.rephrase("The cap does not fit."));
        assertThat(story.latest()).hasAtLeastOneElementOfType(StatementSent.class);
        assertThat(story.ticket().understanding().statement().orElseThrow().message())
                .contains(story.lastMessage());
    }

    @Test
    void whoKnowsNoCausePromisesToFindIt() {
        rephrased().then(causeIs(RootCause.UNKNOWN));
        assertThat(refused(SOLVED)).containsExactly(PracticeCode.ROOT_CAUSE_MISSING);
        story.agentAnswers(SOLVED.promise(
                PromiseKind.FIND_OUT, "why it breaks", story.now().plus(Duration.ofDays(2))));
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void anotherPromiseIsNoneToFindOutNorIsOneThatTheSameAnswerKeeps() {
        rephrased().then(causeIs(RootCause.UNKNOWN));
        assertThat(refused(SOLVED.promise(
                        PromiseKind.ACTION, "a new cap", story.now().plus(Duration.ofDays(2)))))
                .containsExactly(PracticeCode.ROOT_CAUSE_MISSING);
        story.agentPromises(PromiseKind.FIND_OUT, story.now().plus(Duration.ofDays(2)));
        assertThat(refused(SOLVED.keep(story.lastPromise().id()))).containsExactly(PracticeCode.ROOT_CAUSE_MISSING);
        story.agentAnswers(SOLVED);
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void whoGoesOnInSpiteOfItIsOnTheRecord() {
        story.then(overruled(
                overruled(solving(SOLVED), PracticeCode.ROOT_CAUSE_MISSING), PracticeCode.PROBLEM_NOT_REPHRASED));
        assertThat(story.latest())
                .filteredOn(Overridden.class::isInstance)
                .extracting(event -> ((Overridden) event).code())
                .containsExactly(PracticeCode.PROBLEM_NOT_REPHRASED, PracticeCode.ROOT_CAUSE_MISSING);
    }

    @Test
    void oneOverrideIsNoneOfTheOther() {
        Refusal.with(
                PracticeCode.ROOT_CAUSE_MISSING,
                () -> story.then(overruled(solving(SOLVED), PracticeCode.PROBLEM_NOT_REPHRASED)));
    }

    @Test
    void aShopCanDoWithoutEither() {
        TicketStory lax = TicketStory.owned(TicketPolicy.builder(TicketStory.HOURS)
                        .rephraseBeforeSolving(false)
                        .build())
                .isClassifiedAs(TicketKind.COMPLAINT);
        Refusal.with(PracticeCode.ROOT_CAUSE_MISSING, lax::agentProposesSolution);
        lax.then(causeIs(DEFECT)).agentProposesSolution();
        assertThat(lax.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        TicketStory other = TicketStory.owned(TicketPolicy.builder(TicketStory.HOURS)
                        .findCauseBeforeSolving(false)
                        .build())
                .isClassifiedAs(TicketKind.COMPLAINT);
        Refusal.with(PracticeCode.PROBLEM_NOT_REPHRASED, other::agentProposesSolution);
        other.agentAnswers(SOLVED.rephrase("It came late."));
        assertThat(other.ticket().status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void theSameCauseTwiceIsOnTheRecordOnce() {
        story.then(causeIs(DEFECT));
        assertThat(story.latest()).hasOnlyElementsOfType(RootCauseFound.class);
        story.then(causeIs(DEFECT));
        assertThat(story.latest()).isEmpty();
    }

    @Nested
    class AStatement {
        @Test
        void thatTheCustomerConfirmsIsTheMilestoneOnce() {
            rephrased();
            assertThat(story.ticket().heededAt()).isEmpty();
            confirmed();
            assertThat(state()).isEqualTo(State.CONFIRMED);
            assertThat(story.ticket().heededAt()).contains(story.now());
            confirmed();
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void thatIsConfirmedStaysSoWhenTheCustomerWritesOn() {
            rephrased();
            confirmed().customerWrites();
            assertThat(story.ticket().heededAt()).isPresent();
        }

        @Test
        void thatTheCustomerCorrectsOpensTheDiagnosisAgain() {
            rephrased().then(causeIs(DEFECT));
            confirmed().customerWrites();
            corrected();
            assertThat(story.latest()).hasOnlyElementsOfType(StatementCorrected.class);
            assertThat(state()).isEqualTo(State.CORRECTED);
            assertThat(story.ticket().heededAt()).isEmpty();
            assertThat(story.ticket().understanding().rootCause()).isEmpty();
            assertThat(refused(SOLVED))
                    .containsExactly(PracticeCode.PROBLEM_NOT_REPHRASED, PracticeCode.ROOT_CAUSE_MISSING);
            assertThatThrownBy(this::confirm).isInstanceOf(InvalidInputException.class);
        }

        private void confirm() {
            confirmed();
        }

        @Test
        void thatNobodyMadeIsNeitherConfirmedNorCorrected() {
            assertThatThrownBy(this::confirm).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(DiagnosisTest.this::corrected).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isConfirmedByItsCustomerOnlyAndInWordsThatStandThere() {
            rephrased().customerWrites();
            assertThatThrownBy(() -> story.then(
                            new ListeningCommand.ConfirmStatement(new FactSource.InAForm(CustomerId.of("c-43")))))
                    .hasMessageContaining("c-43");
            assertThatThrownBy(() -> story.then(new ListeningCommand.ConfirmStatement(new FactSource.Quoted(
                            story.lastMessage(), "Yes, right.", Optional.of(MARIA), Optional.empty()))))
                    .isInstanceOf(InvalidInputException.class);
            story.then(new ListeningCommand.ConfirmStatement(
                    new FactSource.Quoted(story.lastMessage(), "broken", Optional.of(MARIA), Optional.empty())));
            assertThat(story.latest()).hasOnlyElementsOfType(StatementConfirmed.class);
        }

        @Test
        void thatDidNotArriveHasToldNothingUntilItArrives() {
            rephrased().then(causeIs(DEFECT));
            var letter = story.lastMessage();
            story.lastMessageBounces();
            assertThat(state()).isEqualTo(State.LOST);
            assertThat(refused(SOLVED)).containsExactly(PracticeCode.PROBLEM_NOT_REPHRASED);
            story.then(new DeliveryCommand.RecordDelivery(letter, Optional.empty()));
            assertThat(state()).isEqualTo(State.SENT);
            story.agentAnswers(SOLVED);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void thatWasConfirmedWasReadWhateverBecomesOfTheLetter() {
            rephrased();
            confirmed();
            story.lastMessageFails();
            assertThat(state()).isEqualTo(State.CONFIRMED);
        }

        @Test
        void isMadeOnThePhoneOnlyWhileSomebodyIsThere() {
            ListeningCommand spoken = new ListeningCommand.Rephrase(MARIA, "The cap does not fit.");
            assertThatThrownBy(() -> story.then(spoken)).isInstanceOf(InvalidInputException.class);
            story.callStarts(MARIA).then(spoken);
            story.then(new ListeningCommand.ConfirmStatement(new FactSource.OnThePhone(MARIA)));
            assertThat(story.ticket().heededAt()).isPresent();
            assertThatThrownBy(() -> story.then(new ListeningCommand.Rephrase(MARIA, " ")))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void ofADuplicateGoesAlongWithItsAnswerAndTheCause() {
            rephrased().then(causeIs(DEFECT));
            confirmed();
            TicketStory other = TicketStory.owned(STRICT).isClassifiedAs(TicketKind.TECHNICAL);
            other.then(takeOver(JANA));
            assertThat(other.ticket().heededAt()).isEqualTo(story.ticket().heededAt());
            assertThat(other.ticket().understanding().rootCause()).contains(DEFECT);
            other.agentAnswers(SOLVED);
            assertThat(other.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void ofADuplicateTakesNoPlaceOfOneThatIsThere() {
            rephrased();
            TicketStory other = TicketStory.owned(STRICT)
                    .isClassifiedAs(TicketKind.TECHNICAL)
                    .agentAnswers(Commitments.none().rephrase("It came late."))
                    .then(causeIs(RootCause.of("shipping/late")));
            other.then(takeOver(JANA));
            assertThat(other.latest()).isEmpty();
            assertThat(other.ticket().understanding().statement().orElseThrow().text())
                    .isEqualTo("It came late.");
        }

        private ListeningCommand takeOver(AgentId by) {
            return ListeningCommand.TakeOver.of(story.ticket(), by);
        }
    }

    @Test
    void aDuplicateHasNothingToTakeOverBeforeAnybodyHasListened() {
        ListeningCommand.TakeOver nothing =
                ListeningCommand.TakeOver.of(TicketStory.owned().ticket(), MARIA);
        assertThat(story.then(nothing).latest()).isEmpty();
    }

    @Test
    void aStatementOfSeveralLinesOrNoneIsRefused() {
        for (String wrong : List.of("", " ", "one\ntwo")) {
            assertThatThrownBy(() -> Commitments.none().rephrase(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }
}
