package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When silence counts as agreement: after the customer was asked, told the closing date, and had working days for it. */
class SilenceTest {
    private static final Instant MONDAY = TicketStory.START;
    private static final Instant WEDNESDAY_EVENING = Instant.parse("2026-06-10T15:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-06-12T15:00:00Z");
    private static final Instant TUESDAY_AFTER_EVENING = Instant.parse("2026-06-16T15:00:00Z");
    private static final Instant NEXT_WEDNESDAY_EVENING = Instant.parse("2026-06-17T15:00:00Z");

    private final TicketStory story = TicketStory.owned();

    @Nested
    class AfterAPersonsLastWord {
        @Test
        void theCustomerIsAskedTwoBusinessDaysLater() {
            story.agentProposesSolution();
            assertThat(story.wakeAt()).isEqualTo(WEDNESDAY_EVENING);
            assertThat(story.ticket().nextAction(story.policy()))
                    .map(NextAction::kind)
                    .contains(NextAction.Kind.REMIND_CUSTOMER);
            assertThat(story.ticket()
                            .closingDateToAnnounce(new Context(WEDNESDAY_EVENING.minusNanos(1), story.policy())))
                    .isEmpty();
        }

        @Test
        void theReminderNamesTheClosingDate() {
            story.agentProposesSolution().customerIsReminded();
            assertThat(story.latest())
                    .singleElement()
                    .isInstanceOfSatisfying(ConversationEvent.Reminded.class, reminded -> {
                        assertThat(reminded.count()).isEqualTo(1);
                        assertThat(reminded.closesAt()).isEqualTo(NEXT_WEDNESDAY_EVENING);
                    });
        }

        @Test
        void theLaterReminderNamesTheSameDateAndOnThisDateItIsClosed() {
            reminded(2);
            assertThat(story.wakeAt()).isEqualTo(NEXT_WEDNESDAY_EVENING);
            story.wakesAt(NEXT_WEDNESDAY_EVENING.minusNanos(1));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            story.wakesAt(NEXT_WEDNESDAY_EVENING);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(story.ticket().closing()).contains(new Closing.Silence(2));
            assertThat(story.ticket().closedAt()).contains(NEXT_WEDNESDAY_EVENING);
        }

        @Test
        void closesAQuestionThatWaitsForTheCustomerToo() {
            story.agentAnswers();
            ask().customerIsReminded().lastMessageIsDelivered().wakesWhenDue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void aWeekendIsNoSilence() {
            story.agentAnswers().at(FRIDAY_EVENING.minusSeconds(60)).agentProposesSolution();
            assertThat(story.wakeAt()).isEqualTo(TUESDAY_AFTER_EVENING);
        }
    }

    @Nested
    class DoesNotCount {
        @Test
        void ifNobodyAsked() {
            story.agentProposesSolution().wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void ifNoReminderArrived() {
            story.agentProposesSolution().customerIsReminded().customerIsReminded();
            story.wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void ifAReminderCameBack() {
            reminded(2).lastMessageBounces().wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(story.ticket().unreachable()).isTrue();
        }

        @Test
        void ifAReminderCouldNotBeHandedOver() {
            reminded(2).lastMessageFails().wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(story.ticket().unreachable()).isTrue();
        }

        @Test
        void ifTheCustomerCannotBeAsked() {
            story.agentProposesSolution().then(new DeliveryCommand.RecordUnreachable("No address."));
            assertThat(story.ticket().closingDateToAnnounce(new Context(FRIDAY_EVENING, story.policy())))
                    .isEmpty();
            story.wakesAt(FRIDAY_EVENING);
            assertThat(story.latest()).hasAtLeastOneElementOfType(OwnershipEvent.Escalated.class);
        }

        @Test
        void ifTheCustomerDisagreed() {
            story.agentAnswers().customerDisputes().agentProposesSolution();
            story.wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().disputed()).isTrue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void whileThePhoneIsInHand() {
            story.agentAnswers().callStarts(TicketStory.MARIA);
            assertThat(story.ticket().closingDateToAnnounce(new Context(FRIDAY_EVENING, story.policy())))
                    .isEmpty();
        }

        @Test
        void whenTheCustomerWasOnThePhoneSince() {
            story.agentAnswers();
            Instant reminder = story.wakeAt();
            story.at(reminder.minusSeconds(60)).callStarts(TicketStory.MARIA);
            story.callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
            assertThat(story.ticket().closingDateToAnnounce(new Context(reminder, story.policy())))
                    .isEmpty();
            assertThat(story.wakeAt()).isAfter(reminder);
        }

        @Test
        void forLessThanThreeBusinessDaysAfterTheLastReminderWhateverItNamed() {
            story.agentProposesSolution();
            ask();
            Instant soon = story.wakeAt().plusSeconds(60);
            story.at(story.wakeAt())
                    .then(TicketStory.remind(story.wakeAt(), soon))
                    .lastMessageIsDelivered();
            story.wakesAt(NEXT_WEDNESDAY_EVENING.minusNanos(1));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }
    }

    @Nested
    class AReminderThatIsHandedOverLate {
        private static final Instant TUESDAY_EVENING = Instant.parse("2026-06-09T15:00:00Z");

        private final TicketStory once = TicketStory.owned(TicketPolicy.builder(TicketStory.HOURS)
                .silence(new SilencePolicy(1, 1, 1))
                .build());

        @Test
        void afterTheDayItNamesTellsNobodyWhenItIsClosed() {
            once.agentProposesSolution().customerIsReminded();
            once.at(WEDNESDAY_EVENING).lastMessageIsDelivered();
            once.wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(once.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void isNotWhileTheCustomerCouldNotBeHeard() {
            once.agentProposesSolution().customerIsReminded().lastMessageIsDelivered();
            once.at(WEDNESDAY_EVENING).then(new TimeCommand.Wake(TicketStory.OWNER, false));
            assertThat(once.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            once.then(new TimeCommand.Wake(TicketStory.OWNER, true));
            assertThat(once.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void afterTheDayItNamesIsFollowedByOneThatNamesANewDay() {
            once.agentProposesSolution().customerIsReminded();
            assertThat(once.now()).isEqualTo(TUESDAY_EVENING);
            once.at(WEDNESDAY_EVENING.plusSeconds(60)).lastMessageIsDelivered();
            once.customerIsReminded().lastMessageIsDelivered();
            ConversationEvent.Reminded second = (ConversationEvent.Reminded)
                    once.history().get(once.history().size() - 2);
            assertThat(second.count()).isEqualTo(1);
            assertThat(second.closesAt()).isAfter(WEDNESDAY_EVENING);
            once.wakesWhenDue();
            assertThat(once.ticket().closing()).contains(new Closing.Silence(1));
            assertThat(once.ticket().closedAt()).contains(second.closesAt());
        }

        @Test
        void isReplacedAlsoWhereAnotherArrivedInTime() {
            story.agentProposesSolution();
            ask().customerIsReminded();
            MessageId late = story.lastMessage();
            story.at(NEXT_WEDNESDAY_EVENING).then(new DeliveryCommand.RecordDelivery(late, Optional.empty()));
            story.wakes();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            story.customerIsReminded().lastMessageIsDelivered().wakesWhenDue();
            assertThat(story.ticket().closing()).contains(new Closing.Silence(2));
            assertThat(story.ticket().closedAt())
                    .hasValueSatisfying(at -> assertThat(at).isAfter(NEXT_WEDNESDAY_EVENING));
        }

        @Test
        void leavesTheCustomerAsManyDaysAsAnyOther() {
            story.agentProposesSolution();
            ask().customerIsReminded();
            story.at(TUESDAY_AFTER_EVENING.minusSeconds(60)).lastMessageIsDelivered();
            story.wakesAt(FRIDAY_EVENING.plus(Duration.ofDays(7)).minusNanos(1));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            story.wakesAt(FRIDAY_EVENING.plus(Duration.ofDays(7)));
            assertThat(story.ticket().closing()).contains(new Closing.Silence(2));
        }

        @Test
        void andComesBackLaterReachesNobodyAllTheSame() {
            once.agentProposesSolution().customerIsReminded();
            once.at(WEDNESDAY_EVENING).lastMessageIsDelivered().lastMessageBounces();
            assertThat(once.ticket().unreachable()).isTrue();
        }
    }

    @Nested
    class AWordOfTheCustomer {
        @Test
        void endsTheSilence() {
            reminded(2).customerWrites();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            story.agentProposesSolution();
            story.wakesAt(MONDAY.plus(Duration.ofDays(90)));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }

        @Test
        void isNotAnAutomaticOne() {
            reminded(2).autoResponderWrites().wakesAt(NEXT_WEDNESDAY_EVENING);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void thatCameBeforeTheReminderWasWrittenIsNotAnsweredByIt() {
            story.agentProposesSolution();
            Instant due = story.wakeAt();
            story.at(due).customerWrites();
            story.then(TicketStory.remind(due, FRIDAY_EVENING));
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void thatIsNoDisagreementOfAProgram() {
            story.agentAnswers();
            story.then(new ConversationCommand.Receive(
                    TicketStory.inbound(story.now(), true), TicketStory.expectedFrom(story.now()), true));
            assertThat(story.ticket().disputed()).isFalse();
        }
    }

    @Test
    void countsFromADeliveryThatCameLate() {
        ExpectedReply patient = new ExpectedReply(MONDAY.plus(Duration.ofDays(20)), "20 days", TicketStory.ZONE);
        story.agentAnswers()
                .then(new ConversationCommand.Receive(TicketStory.inbound(story.now(), false), patient, false))
                .agentAnswers()
                .lastMessageFails();
        story.at(FRIDAY_EVENING.minusSeconds(60)).lastMessageIsDelivered();
        assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
        assertThat(story.wakeAt()).isEqualTo(TUESDAY_AFTER_EVENING);
    }

    @Nested
    class WasNoAgreement {
        @Test
        void ifAReminderComesBackAfterTheClosing() {
            reminded(2).wakesAt(NEXT_WEDNESDAY_EVENING).lastMessageBounces();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().closing()).isEmpty();
            assertThat(story.ticket().reopenCount()).isEqualTo(1);
            assertThat(story.ticket().nextAction(story.policy()).map(NextAction::kind))
                    .contains(NextAction.Kind.REACH_CUSTOMER);
        }

        @Test
        void ifAReminderTurnsOutNotToHaveLeft() {
            reminded(2).wakesAt(NEXT_WEDNESDAY_EVENING).lastMessageFails();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        }

        @Test
        void ifTheAnswerItselfComesBackAfterTheClosing() {
            MessageId answer = story.agentProposesSolution().lastMessage();
            ask().customerIsReminded().lastMessageIsDelivered().wakesAt(NEXT_WEDNESDAY_EVENING);
            story.then(new DeliveryCommand.RecordBounce(answer, "no such mailbox"));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
            assertThat(story.ticket().expected()).isPresent();
            Refusal.with(PracticeCode.NO_FINAL_MESSAGE, story::customerConfirms);
        }

        @Test
        void evenIfALastWordWasSaidSince() {
            reminded(2);
            MessageId reminder = story.lastMessage();
            story.wakesAt(NEXT_WEDNESDAY_EVENING).agentAnswers();
            story.then(new DeliveryCommand.RecordBounce(reminder, "no such mailbox"));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.OPEN);
        }

        @Test
        void butAConfirmationNeedsNoDelivery() {
            reminded(2).customerConfirms().lastMessageBounces();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }
    }

    @Nested
    class IsNoSilenceWhileTheCustomerIsNotReached {
        @Test
        void untilALaterMessageIsDelivered() {
            reminded(1).lastMessageBounces().agentProposesSolution();
            assertThat(story.ticket().unreachable()).isTrue();
            story.lastMessageIsDelivered();
            assertThat(story.ticket().unreachable()).isFalse();
            reminded(2).wakesWhenDue();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void whateverIsSaidOfTheMessageThatCameBack() {
            reminded(1).lastMessageBounces().lastMessageIsDelivered();
            assertThat(story.ticket().unreachable()).isTrue();
        }

        @Test
        void untilAPersonSentItAgain() {
            reminded(1).lastMessageFails();
            story.then(new DeliveryCommand.RecordRedrive(story.lastMessage())).lastMessageIsDelivered();
            assertThat(story.ticket().unreachable()).isFalse();
        }

        @Test
        void andAReminderThatCameBackHasAskedNobody() {
            reminded(2).lastMessageBounces().botWrites().lastMessageIsDelivered();
            assertThat(story.ticket().unreachable()).isFalse();
            assertThat(story.wakeAt()).isBefore(NEXT_WEDNESDAY_EVENING.plus(Duration.ofDays(3)));
            story.customerIsReminded().lastMessageIsDelivered().wakesWhenDue();
            assertThat(story.ticket().closing()).contains(new Closing.Silence(2));
        }
    }

    @Test
    void asManyRemindersAsTheShopWants() {
        TicketStory once = TicketStory.owned(TicketPolicy.builder(TicketStory.HOURS)
                .silence(new SilencePolicy(1, 1, 1))
                .build());
        once.agentProposesSolution().customerIsReminded().lastMessageIsDelivered();
        once.wakesAt(WEDNESDAY_EVENING);
        assertThat(once.ticket().closing()).contains(new Closing.Silence(1));
    }

    @Test
    void cannotBeConfiguredToCountWithoutAsking() {
        assertThatThrownBy(() -> new SilencePolicy(0, 2, 3)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new SilencePolicy(1, 0, 3)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new SilencePolicy(1, 2, 0)).isInstanceOf(ConfigurationException.class);
    }

    private TicketStory ask() {
        return story.customerIsReminded().lastMessageIsDelivered();
    }

    private TicketStory reminded(int times) {
        story.agentProposesSolution();
        for (int i = 0; i < times; i++) {
            ask();
        }
        return story;
    }
}
