package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a customer was promised is done, or agreed anew in time; it is never just dropped. */
class PromisesTest {
    private static final PromiseId REPLY = new PromiseId(1);
    private static final PromiseId ACTION = new PromiseId(2);
    private static final Instant DUE = TicketStory.START.plus(Duration.ofHours(4));

    private final TicketStory story = TicketStory.owned();

    @Nested
    class TheTimeThatWasTold {
        @Test
        void isAPromise() {
            Promise reply = story.lastPromise();
            assertThat(reply.kind()).isEqualTo(PromiseKind.REPLY);
            assertThat(reply.due()).isEqualTo(TicketStory.START.plus(TicketStory.TARGET));
            assertThat(reply.state()).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void isKeptByAnAnswerOfAPerson() {
            story.agentAnswers();
            assertThat(stateOf(REPLY)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void isNotKeptByABotOrADeedOrAnAcknowledgement() {
            story.isAcknowledged().botWrites().agentNotes();
            assertThat(stateOf(REPLY)).isEqualTo(PromiseState.OPEN);
            assertThatThrownBy(() -> story.then(new PromiseCommand.KeepPromise(REPLY, "Did it.")))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void cannotBeLetGoByTheCustomerWhoStillWaits() {
            assertThatThrownBy(() -> release(REPLY)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isPromisedAgainIfTheAnswerDidNotArrive() {
            story.agentAnswers().lastMessageBounces();
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.REPLY);
            assertThat(story.ticket().expected()).contains(TicketStory.expectedFrom(TicketStory.START));
        }

        @Test
        void isNotPromisedAgainIfAnotherAnswerCameSince() {
            story.agentAnswers().lastMessageFails().agentAnswers();
            int promises = story.ticket().promises().size();
            story.then(new DeliveryCommand.RecordFailure(
                    story.ticket().messages().get(1).id(), "mailbox full"));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            assertThat(story.ticket().promises()).hasSize(promises);
            assertThat(story.customerConfirms().ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void isNotKeptByAnOldAnswerThatIsDeliveredAfterTheCustomerAskedAgain() {
            Optional<ExpectedReply> told = story.ticket().expected();
            story.agentAnswers().customerWrites();
            Ticket before = story.ticket();
            TicketCommand failed =
                    new DeliveryCommand.RecordFailure(before.lastAnswer().orElseThrow(), "mailbox full");
            TicketCommand delivered =
                    new DeliveryCommand.RecordDelivery(before.lastAnswer().orElseThrow(), Optional.empty());
            story.then(failed).then(delivered);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().expected()).isEqualTo(told);
        }
    }

    @Nested
    class OfAnAgent {
        @Test
        void isKeptByADeed() {
            promised().then(new PromiseCommand.KeepPromise(ACTION, "Sent it."));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void areKeptInTheOrderInWhichTheAnswerNamesThem() {
            Commitments kept = Commitments.none();
            for (int promise : new int[] {7, 5, 8, 3, 11, 2}) {
                kept = kept.keep(new PromiseId(promise));
            }

            assertThat(kept.kept()).extracting(PromiseId::value).containsExactly(7, 5, 8, 3, 11, 2);
        }

        @Test
        void isKeptByAnAnswer() {
            promised().agentAnswers(Commitments.none().keep(ACTION));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void isKeptAtItsVeryTime() {
            promised().at(DUE).then(new PromiseCommand.KeepPromise(ACTION, "Sent it."));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void isKeptWithWordsOnlyAndOnlyOnce() {
            promised();
            assertThatThrownBy(() -> story.then(new PromiseCommand.KeepPromise(ACTION, " ")))
                    .isInstanceOf(InvalidInputException.class);
            story.then(new PromiseCommand.KeepPromise(ACTION, "Sent it."));
            Refusal.with(
                    PracticeCode.OPEN_PROMISE, () -> story.then(new PromiseCommand.KeepPromise(ACTION, "Sent it.")));
            assertThatThrownBy(() -> story.then(new PromiseCommand.KeepPromise(new PromiseId(9), "Sent it.")))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void isAheadAndHasWords() {
            assertThatThrownBy(() -> story.agentPromises(PromiseKind.ACTION, story.now()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Commitments.none().promise(PromiseKind.ACTION, " ", DUE))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Commitments.none().promise(PromiseKind.APOLOGY, "Sorry.", DUE))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void canBeLetGoByItsCustomerAndByNobodyElse() {
            promised();
            assertThatThrownBy(() -> story.then(new PromiseCommand.ReleasePromise(ACTION, CustomerId.of("c-43"))))
                    .isInstanceOf(NotFoundException.class);
            release(ACTION);
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.WITHDRAWN);
        }

        @Test
        void goesAlongWhenTheTicketIsHandedOver() {
            promised().isHandedOverTo(TicketStory.JANA);
            assertThat(story.latest())
                    .contains(new PromiseTransferred(story.ticket().id(), story.now(), ACTION, TicketStory.JANA));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void keepsATicketOpenThatTheCustomerConfirmed() {
            promised().customerConfirms();
            assertThat(story.ticket().confirmed()).isTrue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            story.then(new PromiseCommand.KeepPromise(ACTION, "Sent it."));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void cannotBeMadeOnAClosedTicket() {
            story.agentProposesSolution().customerConfirms();
            assertThatThrownBy(() -> story.agentPromises(PromiseKind.ACTION, DUE))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class Renegotiated {
        @Test
        void isReplacedByOneWithAnotherTime() {
            Instant later = DUE.plus(Duration.ofHours(1));
            promised().agentAnswers(Commitments.none().renegotiate(ACTION, later));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.RENEGOTIATED);
            assertThat(story.lastPromise().due()).isEqualTo(later);
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.ACTION);
            assertThat(story.lastPromise().isOpen()).isTrue();
        }

        @Test
        void isOnlyWhatIsNotLate() {
            promised().at(DUE.plusNanos(1));
            Refusal.with(
                    PracticeCode.OPEN_PROMISE,
                    () -> story.agentAnswers(Commitments.none().renegotiate(ACTION, DUE.plusSeconds(3600))));
        }

        @Test
        void isOnlyWhatAnAgentPromised() {
            assertThatThrownBy(() -> story.agentAnswers(Commitments.none().renegotiate(REPLY, DUE)))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isOnceByOneAnswer() {
            promised();
            Commitments twice = Commitments.none()
                    .renegotiate(ACTION, DUE.plusSeconds(60))
                    .renegotiate(ACTION, DUE.plusSeconds(90));
            assertThatThrownBy(() -> story.agentAnswers(twice)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class Broken {
        @Test
        void owesAnApology() {
            promised().wakesAt(DUE);
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.BROKEN);
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.APOLOGY);
            assertThat(story.lastPromise().due())
                    .isEqualTo(TicketStory.HOURS.plus(DUE, story.policy().apologiseWithin()));
            assertThat(story.latest()).hasAtLeastOneElementOfType(Escalated.class);
        }

        @Test
        void isBrokenWhoeverLooksFirst() {
            promised().at(DUE.plusSeconds(1)).agentAnswers(Commitments.none().keep(ACTION));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.BROKEN);
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.APOLOGY);
        }

        @Test
        void isAlarmingUntilTheApologyEachHourOfWork() {
            promised().wakesAt(DUE);
            for (int hour = 1; hour <= 3; hour++) {
                assertThat(story.wakeAt()).isEqualTo(DUE.plus(Duration.ofHours(hour)));
                story.wakesWhenDue();
                int level = hour + 1;
                assertThat(story.latest())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Escalated.class,
                                alarm -> assertThat(alarm.level()).isEqualTo(level));
            }
            story.agentAnswers(Commitments.none().apologise());
            assertThat(story.lastPromise().state()).isEqualTo(PromiseState.KEPT);
            assertThat(story.ticket().openPromises()).isEmpty();
            assertThat(story.wakeAt()).isAfter(DUE.plus(Duration.ofDays(1)));
        }

        @Test
        void isNotMendedByAnAnswerWithoutApology() {
            promised().wakesAt(DUE).agentAnswers();
            assertThat(story.ticket().openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.APOLOGY);
        }

        @Test
        void keepsTheTicketFromBeingClosedUntilTheApology() {
            promised().wakesAt(DUE).customerConfirms();
            assertThat(story.ticket().status()).isNotEqualTo(TicketStatus.CLOSED);
            story.agentAnswers(Commitments.none().apologise());
            assertThat(story.ticket().status()).isNotEqualTo(TicketStatus.CLOSED); // she has not read it yet
            story.lastMessageIsDelivered();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void owesAnotherApologyIfTheApologyIsLate() {
            promised().wakesAt(DUE);
            Instant late = story.lastPromise().due();
            story.wakesAt(late);
            assertThat(story.ticket().promises())
                    .extracting(Promise::state)
                    .containsExactly(PromiseState.KEPT, PromiseState.BROKEN, PromiseState.BROKEN, PromiseState.OPEN);
        }

        @Test
        void letsTheCustomerGoOnWaitingForTheReplyUntilItComes() {
            story.wakesAt(TicketStory.START.plus(TicketStory.TARGET));
            PromiseId apology = story.lastPromise().id();
            assertThatThrownBy(() -> release(apology)).isInstanceOf(InvalidInputException.class);
            story.agentAnswers();
            release(apology);
            assertThat(story.ticket().openPromises()).isEmpty();
        }

        @Test
        void isNoLongerOverdueOnceALateAnswerArrived() {
            story.agentAnswers().lastMessageFails();
            story.at(TicketStory.START.plus(Duration.ofDays(1))).lastMessageIsDelivered();
            assertThat(story.ticket().overdue()).isFalse();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
            assertThat(story.lastPromise().kind()).isEqualTo(PromiseKind.APOLOGY);
        }
    }

    @Nested
    class BeforeItIsDue {
        @Test
        void itsOwnerIsRemindedAtHalfAndAtFourFifthsOfItsTime() {
            assertThat(story.wakeAt()).isEqualTo(TicketStory.START.plus(Duration.ofHours(4)));
            story.wakesWhenDue();
            assertThat(story.latest())
                    .containsExactly(new PromiseReminded(story.ticket().id(), story.now(), REPLY, 50));
            assertThat(story.wakeAt()).isEqualTo(TicketStory.START.plus(Duration.ofMinutes(384)));
            story.wakesWhenDue();
            assertThat(story.latest())
                    .containsExactly(new PromiseReminded(story.ticket().id(), story.now(), REPLY, 80));
            assertThat(story.wakeAt()).isEqualTo(TicketStory.START.plus(TicketStory.TARGET));
        }

        @Test
        void nobodyIsRemindedTwiceOfWhatWasSleptThrough() {
            story.wakesAt(TicketStory.START.plus(Duration.ofHours(7)));
            assertThat(story.latest())
                    .containsExactly(new PromiseReminded(story.ticket().id(), story.now(), REPLY, 80));
        }
    }

    @Nested
    class OfALostLetter {
        private static final Instant LATER = DUE.plus(Duration.ofDays(2));
        private static final PromiseId FIND_OUT = new PromiseId(2);
        private static final PromiseId MOVED = new PromiseId(3);

        @Test
        void isOwedAgainIfItWasToBeTold() {
            story.agentPromises(PromiseKind.FIND_OUT, DUE)
                    .agentAnswers(Commitments.none().keep(FIND_OUT));
            MessageId letter = story.lastMessage();
            story.agentAnswers().then(new DeliveryCommand.RecordBounce(letter, "no such mailbox"));

            assertThat(stateOf(FIND_OUT)).isEqualTo(PromiseState.OPEN);
            assertThat(story.ticket().promises()).hasSize(2);
            story.wakesAt(DUE);
            assertThat(stateOf(FIND_OUT)).isEqualTo(PromiseState.BROKEN);
        }

        @Test
        void staysKeptIfItWasToBeDone() {
            promised().agentAnswers(Commitments.none().keep(ACTION)).lastMessageBounces();
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void isDueWhenItWasIfNobodyReadOfAnotherTime() {
            promised()
                    .agentAnswers(Commitments.none().renegotiate(ACTION, LATER))
                    .lastMessageFails();
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.OPEN);
            assertThat(stateOf(MOVED)).isEqualTo(PromiseState.WITHDRAWN);
        }

        @Test
        void isDueAsItWasFirstIfNobodyReadOfAnyOfTwoTimes() {
            promised().agentAnswers(Commitments.none().renegotiate(ACTION, LATER));
            MessageId first = story.lastMessage();
            story.agentAnswers(Commitments.none().renegotiate(MOVED, LATER.plusSeconds(60)));
            MessageId second = story.lastMessage();
            story.then(new DeliveryCommand.RecordBounce(first, "no such mailbox"));
            assertThat(stateOf(ACTION)).as("the second is not known to be lost").isEqualTo(PromiseState.RENEGOTIATED);
            story.then(new DeliveryCommand.RecordBounce(second, "no such mailbox"));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.OPEN);
            assertThat(stateOf(MOVED)).isEqualTo(PromiseState.WITHDRAWN);
            assertThat(stateOf(new PromiseId(4))).isEqualTo(PromiseState.WITHDRAWN);
        }

        @Test
        void getsItsOtherTimeIfTheLetterArrivesAfterAll() {
            promised()
                    .agentAnswers(Commitments.none().renegotiate(ACTION, LATER))
                    .lastMessageFails();
            story.lastMessageIsDelivered();
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.RENEGOTIATED);
            assertThat(stateOf(MOVED)).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void isBrokenIfTheLetterArrivesWhenItIsTooLateAndStillPromisesItsOtherTime() {
            promised()
                    .agentAnswers(Commitments.none().renegotiate(ACTION, LATER))
                    .lastMessageFails();
            story.at(DUE.plusSeconds(1)).lastMessageIsDelivered();
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.BROKEN);
            assertThat(stateOf(MOVED)).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void isBrokenIfTheLetterWaitsInAQueueWhenItIsDue() {
            promised().agentAnswers(Commitments.none().renegotiate(ACTION, LATER));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "unreachable"));
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.RENEGOTIATED);
            story.wakesAt(DUE);
            assertThat(stateOf(ACTION)).isEqualTo(PromiseState.BROKEN);
            assertThat(stateOf(MOVED)).as("it may be read still").isEqualTo(PromiseState.OPEN);
        }

        @Test
        void opensWhatSilenceHasClosed() {
            story.agentPromises(PromiseKind.FIND_OUT, DUE)
                    .agentAnswers(Commitments.none().keep(FIND_OUT));
            MessageId letter = story.lastMessage();
            story.agentAnswers().lastMessageIsDelivered();
            story.customerIsReminded()
                    .lastMessageIsDelivered()
                    .customerIsReminded()
                    .lastMessageIsDelivered();
            story.wakesWhenDue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            story.then(new DeliveryCommand.RecordBounce(letter, "no such mailbox"));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(stateOf(FIND_OUT)).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void opensNothingThatTheCustomerHoldsForSolved() {
            story.agentPromises(PromiseKind.FIND_OUT, DUE)
                    .agentAnswers(Commitments.none().keep(FIND_OUT));
            story.customerConfirms().lastMessageBounces();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(stateOf(FIND_OUT)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void oweTheApologyAgainThatWasInIt() {
            promised().wakesAt(DUE).agentAnswers(Commitments.none().apologise()).lastMessageBounces();
            assertThat(story.ticket().openPromises())
                    .extracting(Promise::kind)
                    .containsExactlyInAnyOrder(PromiseKind.REPLY, PromiseKind.APOLOGY);
        }

        @Test
        void isToldByAnotherLetterIfItWaitsInAQueue() {
            story.agentPromises(PromiseKind.FIND_OUT, DUE)
                    .agentAnswers(Commitments.none().keep(FIND_OUT));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "unreachable"));
            story.agentAnswers(Commitments.none().keep(FIND_OUT)).lastMessageIsDelivered();
            story.wakesAt(DUE.plusSeconds(60));
            assertThat(stateOf(FIND_OUT)).isEqualTo(PromiseState.KEPT);
        }

        @Test
        void isNotPromisedAgainByALetterThatArrivesAfterItsCustomerHasReleasedIt() {
            promised().agentAnswers(Commitments.none().renegotiate(ACTION, LATER));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "unreachable"));
            MessageId letter = story.lastMessage();
            story.wakesAt(DUE);
            release(MOVED);
            story.then(new DeliveryCommand.RecordDelivery(letter, Optional.empty()));
            assertThat(stateOf(MOVED)).isEqualTo(PromiseState.WITHDRAWN);
        }

        @Test
        void isNotForgottenByAMergeAsLongAsItWaitsInAQueue() {
            story.agentPromises(PromiseKind.FIND_OUT, DUE)
                    .agentAnswers(Commitments.none().keep(FIND_OUT));
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "unreachable"));
            Refusal.with(PracticeCode.OPEN_PROMISE, () -> story.isExempted(Exemption.DUPLICATE));
            story.lastMessageIsDelivered().isExempted(Exemption.DUPLICATE);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void keepsNobodyFromFallingSilentWhereItWaitedInAnotherSystem() {
            story.agentProposesSolution();
            story.then(new DeliveryCommand.RecordDelay(story.lastMessage(), "unreachable"));
            Ticket imported = story.ticket()
                    .apply(List.of(new LifecycleEvent.Imported(story.ticket().id(), story.now())));
            assertThat(imported.nextAction(story.policy()))
                    .hasValueSatisfying(next -> assertThat(next.kind()).isEqualTo(NextAction.Kind.REMIND_CUSTOMER));
        }

        @Test
        void isSentOrItDelaysNothing() {
            story.customerWrites();
            MessageId received = story.lastMessage();
            story.then(new DeliveryCommand.RecordDelay(received, "unreachable"));
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void isNotKeptInPlaceOfTheOneThatReplacedIt() {
            promised().agentAnswers(Commitments.none().renegotiate(ACTION, LATER));
            Refusal.with(
                    PracticeCode.OPEN_PROMISE,
                    () -> story.agentAnswers(Commitments.none().keep(ACTION)));
        }
    }

    private TicketStory promised() {
        return story.agentPromises(PromiseKind.ACTION, DUE);
    }

    private void release(PromiseId promise) {
        story.then(new PromiseCommand.ReleasePromise(promise, TicketStory.CUSTOMER));
    }

    private PromiseState stateOf(PromiseId id) {
        return story.ticket().promises().stream()
                .filter(promise -> promise.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void isForWithinAYearOrNobodyWouldRememberIt() {
        for (Instant due : List.of(story.now().plus(Duration.ofDays(367)), Instant.MAX)) {
            assertThatThrownBy(() -> story.agentPromises(PromiseKind.ACTION, due))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("within a year");
        }
    }
}
