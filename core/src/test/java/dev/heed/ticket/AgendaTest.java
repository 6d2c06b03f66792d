package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heed.promise.PromiseKind;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens by itself, and what somebody does next. Each step of a story also proves {@link TicketInvariants}. */
class AgendaTest {
    private static final Instant YEARS_LATER = TicketStory.START.plus(Duration.ofDays(7 * 365));

    private final TicketStory story = TicketStory.owned();

    @Test
    void theNextActionIsToAnswerWhoWaits() {
        assertNext(NextAction.Kind.ANSWER, TicketStory.START.plus(TicketStory.TARGET));
    }

    @Test
    void theNextActionIsWhatWasPromisedFirst() {
        Instant first = TicketStory.START.plus(Duration.ofHours(2));
        story.agentAnswers(Commitments.none()
                .promise(PromiseKind.FIND_OUT, "What it costs.", first.plusSeconds(60))
                .promise(PromiseKind.CALLBACK, "We call you.", first));
        assertNext(NextAction.Kind.CALL_BACK, first);
        story.callStarts(TicketStory.MARIA).callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded());
        assertNext(NextAction.Kind.KEEP_PROMISE, first.plusSeconds(60));
    }

    @Test
    void theNextActionIsToApologiseForWhatWasBroken() {
        story.wakesAt(TicketStory.START.plus(TicketStory.TARGET));
        assertNext(NextAction.Kind.APOLOGISE, story.lastPromise().due());
    }

    @Test
    void theNextActionIsToAskTheSilentCustomerAndThenToClose() {
        story.agentProposesSolution();
        assertNext(NextAction.Kind.REMIND_CUSTOMER, story.wakeAt());
        story.customerIsReminded().lastMessageIsDelivered().customerIsReminded().lastMessageIsDelivered();
        assertNext(NextAction.Kind.CLOSE, story.wakeAt());
    }

    @Test
    void theNextActionIsToReachWhoCannotBeReached() {
        story.agentProposesSolution().customerIsReminded().lastMessageBounces();
        assertThat(story.ticket().nextAction(story.policy()).map(NextAction::kind))
                .contains(NextAction.Kind.REACH_CUSTOMER);
    }

    @Test
    void nothingIsNextWhenItIsClosed() {
        story.agentProposesSolution().customerConfirms();
        assertThat(story.ticket().nextAction(story.policy())).isEmpty();
        assertThat(story.ticket().wakeAt(story.policy())).isEmpty();
        assertThat(story.wakesAt(YEARS_LATER).latest()).isEmpty();
    }

    @Test
    void somebodyLooksAfterABusinessDayWhereNothingElseIsPlanned() {
        Instant hold = TicketStory.START.plus(Duration.ofHours(3));
        story.agentAnswers().isHeldUntil(hold).wakesAt(hold);
        assertNext(NextAction.Kind.LOOK, Instant.parse("2026-06-09T15:00:00Z"));
        story.wakesWhenDue();
        assertThat(story.latest())
                .containsExactly(new Escalated(story.ticket().id(), story.now(), 1, Why.NOTHING_PLANNED));
    }

    @Test
    void alarmsAreCountedWhileNothingIsPlanned() {
        Instant hold = TicketStory.START.plus(Duration.ofHours(3));
        story.agentAnswers().isHeldUntil(hold).wakesAt(hold);
        assertThat(levelOfNextAlarm(Why.NOTHING_PLANNED)).isEqualTo(1);
        assertThat(levelOfNextAlarm(Why.NOTHING_PLANNED)).isEqualTo(2);
        story.agentNotes();
        assertThat(levelOfNextAlarm(Why.NOTHING_PLANNED)).isEqualTo(3);
        story.agentAnswers().isHeldUntil(story.now().plus(Duration.ofHours(3)));
        story.wakesWhenDue();
        assertThat(levelOfNextAlarm(Why.NOTHING_PLANNED)).isEqualTo(1);
    }

    @Test
    void alarmsAreCountedOnWhenTheApologyIsLateInItsTurn() {
        story.wakesAt(TicketStory.START.plus(TicketStory.TARGET));
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            story.wakesWhenDue();
            for (TicketEvent event : story.latest()) {
                if (event instanceof Escalated alarm) {
                    levels.add(alarm.level());
                }
            }
        }
        assertThat(story.ticket().promises()).hasSizeGreaterThan(3);
        assertThat(levels).isNotEmpty();
        assertThat(levels)
                .isEqualTo(IntStream.range(2, 2 + levels.size()).boxed().toList());
    }

    @Test
    void anotherTroubleIsCountedAnew() {
        Instant hold = TicketStory.START.plus(Duration.ofHours(3));
        story.agentAnswers().isHeldUntil(hold).wakesAt(hold);
        story.wakesWhenDue().wakesWhenDue().then(new DeliveryCommand.RecordUnreachable("No address."));
        assertThat(levelOfNextAlarm(Why.CUSTOMER_UNREACHABLE)).isEqualTo(1);
        assertThat(levelOfNextAlarm(Why.CUSTOMER_UNREACHABLE)).isEqualTo(2);
    }

    private int levelOfNextAlarm(Why why) {
        while (true) {
            story.wakesWhenDue();
            for (TicketEvent event : story.latest()) {
                if (event instanceof Escalated alarm) {
                    assertThat(alarm.why()).isEqualTo(why);
                    return alarm.level();
                }
            }
        }
    }

    @Test
    void anAlarmThatNobodyHearsGetsRarer() {
        story.agentProposesSolution().then(new DeliveryCommand.RecordUnreachable("No address."));
        for (int alarm = 1; alarm <= 7; alarm++) {
            story.wakesWhenDue();
        }
        Instant seventh = story.now();
        story.wakesWhenDue();
        assertThat(story.now()).isEqualTo(TicketStory.HOURS.plus(seventh, Duration.ofHours(1)));
        assertThat(story.wakeAt()).isEqualTo(TicketStory.HOURS.plus(story.now(), Duration.ofHours(8)));
    }

    @Test
    void wakingTwiceAtTheSameInstantIsWakingOnce() {
        Context context = new Context(YEARS_LATER, story.policy());
        Ticket once = story.ticket()
                .decide(new TimeCommand.Wake(TicketStory.OWNER, true), context)
                .ticket();
        assertThat(once.decide(new TimeCommand.Wake(TicketStory.OWNER, true), context)
                        .events())
                .isEmpty();
    }

    @Test
    void wakingAfterYearsComesToAnEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            TicketStory.opened().wakesAt(YEARS_LATER);
            TicketStory.owned()
                    .agentPromises(PromiseKind.ACTION, TicketStory.START.plusSeconds(3600))
                    .wakesAt(YEARS_LATER);
            TicketStory.owned().agentProposesSolution().wakesAt(YEARS_LATER);
            TicketStory.owned().agentAnswers().lastMessageBounces().wakesAt(YEARS_LATER);
            TicketStory.owned()
                    .agentAnswers()
                    .isHeldUntil(TicketStory.START.plusSeconds(3600))
                    .wakesAt(YEARS_LATER);
        });
    }

    @Test
    void wakingAtEachAppointmentGoesForward() {
        story.agentPromises(PromiseKind.ACTION, TicketStory.START.plusSeconds(3600));
        for (int i = 0; i < 100; i++) {
            Instant next = story.wakeAt();
            assertThat(next).isAfter(story.now());
            story.wakesAt(next);
            assertThat(story.latest()).isNotEmpty();
        }
    }

    @Test
    void theReminderOfTheCustomerIsLeftForWhoHasTheWords() {
        story.agentProposesSolution();
        Instant due = story.wakeAt();
        story.wakesAt(due);
        assertThat(story.latest()).isEmpty();
        assertThat(story.ticket().wakeAt(story.policy())).contains(due);
    }

    private void assertNext(NextAction.Kind kind, Instant due) {
        Optional<NextAction> next = story.ticket().nextAction(story.policy());
        assertThat(next.map(NextAction::kind)).contains(kind);
        assertThat(next.map(NextAction::due)).contains(due);
    }
}
